/** What a page makes a browser load. */
import { gzipSync } from "node:zlib";
import { fetchOnce } from "./load.mjs";

/** Bytes of JavaScript the page names, each compressed. Files for browsers without modules are not loaded by today's. */
export async function weighScripts({ url, headers }) {
  const { body } = await fetchOnce(url, headers);
  const tags = body.toString("utf8").match(/<script[^>]*\ssrc="[^"]+"[^>]*>/g) ?? [];
  const addresses = new Set();
  for (const tag of tags) {
    if (!/\snomodule/i.test(tag))
      addresses.add(new URL(tag.match(/\ssrc="([^"]+)"/)[1].replaceAll("&amp;", "&"), url).href);
  }
  let bytes = 0;
  for (const address of addresses) bytes += gzipSync((await fetchOnce(address, headers)).body).length;
  return bytes;
}
