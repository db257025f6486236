import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP } from "node:net";
import type { CustomFetchOptions } from "openid-client";
import { environment } from "../env";
import { isPrivateAddress } from "./private-address";

/** A provider has this long for each answer. */
export const ANSWERS_WITHIN_MS = 5_000;
/** An answer is a short JSON text; keys of a large provider take some 20 kB. */
export const MAX_ANSWER_BYTES = 512 * 1024;

/** No answer came from the provider: its address is not open to us, or it is down, too slow, or says too much. */
export class ProviderSilent extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = "ProviderSilent";
  }
}

/** Whether the operator opened the own network to providers. */
const isInternalOpen = () => environment().CERTTRAIL_OIDC_INTERNAL === "1";

/** The address, when a request or a browser may be sent there: https, and no IP address of the own network. Throws ProviderSilent. */
export function requireOpenAddress(text: string | URL): URL {
  if (!URL.canParse(String(text))) throw new ProviderSilent("This is no address.");
  const url = new URL(text);
  const isSecure = url.protocol === "https:" || (url.protocol === "http:" && isInternalOpen());
  if (!isSecure || url.username || url.password) throw new ProviderSilent("The address is not https.");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) && isPrivateAddress(host) && !isInternalOpen()) {
    throw new ProviderSilent("The address lies in a private network.");
  }
  return url;
}

type Found = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** Finds the addresses of a name for the connection itself, so that no later answer of the DNS leads elsewhere. */
function lookUpOpen(host: string, options: LookupOptions, found: Found): void {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    if (error) return found(error, []);
    const isOpen = isInternalOpen() || addresses.every(({ address }) => !isPrivateAddress(address));
    const [first] = addresses;
    if (!isOpen || !first) return found(new ProviderSilent("The name leads into a private network."), []);
    if (options.all) return found(null, addresses);
    found(null, first.address, first.family);
  });
}

/** Sends one request of the protocol to a provider. Follows no redirect, and reads at most MAX_ANSWER_BYTES. Throws ProviderSilent. */
export async function fetchFromProvider(address: string, options: CustomFetchOptions): Promise<Response> {
  const url = requireOpenAddress(address);
  const { method, headers } = options;
  const deadline = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  const send = url.protocol === "https:" ? requestSecure : requestPlain;
  return await new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(new ProviderSilent("The provider gave no answer.", { cause }));
    // Another connection each time: one that was opened earlier was looked up earlier.
    const sent = send(url, { method, headers, signal, lookup: lookUpOpen, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_ANSWER_BYTES) answer.destroy(new ProviderSilent("The answer is too long."));
        else chunks.push(chunk);
      });
      answer.on("error", fail);
      answer.on("end", () => resolve(responseOf(answer.statusCode ?? 0, answer.headers, chunks)));
    });
    sent.on("error", fail);
    sent.end(textOf(options.body));
  });
}

/** The protocol sends forms and nothing else. */
function textOf(body: CustomFetchOptions["body"]): string {
  if (body === null || body === undefined) return "";
  if (typeof body === "string" || body instanceof URLSearchParams) return body.toString();
  throw new TypeError("Only texts are sent to a provider.");
}

/** Answers that have no body by their status. */
const BODILESS = [204, 205, 304];

function responseOf(
  status: number,
  sent: Readonly<Record<string, string | string[] | undefined>>,
  chunks: readonly Buffer[],
): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(sent)) if (value) headers.set(name, String(value));
  return new Response(BODILESS.includes(status) ? null : Buffer.concat(chunks), { status, headers });
}
