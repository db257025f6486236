import { canOpen } from "./limits";
import { dispositionName } from "./name";

/** What is sent of a file; `wantsOpen` asks for it to be shown instead of downloaded. */
export interface Download {
  name: string;
  mediaType: string;
  /** Null where it is not known before the last byte. */
  size: number | null;
  wantsOpen: boolean;
}

/** The file may load and run nothing, and no page may frame it. A PDF does not show in a sandbox. */
const SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";
const NO_SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

/**
 * The headers of a file: a download, because its bytes are somebody's and no browser may run them on our address. A
 * PDF or a picture can be opened instead; its bytes were checked to be that when it came.
 */
export function downloadHeaders({ name, mediaType, size, wantsOpen }: Download): Record<string, string> {
  const isOpened = wantsOpen && canOpen(mediaType);
  return {
    "content-type": mediaType,
    ...(size !== null && { "content-length": String(size) }),
    "content-disposition": `${isOpened ? "inline" : "attachment"}; ${dispositionName(name)}`,
    "content-security-policy": isOpened ? NO_SANDBOX : SANDBOX,
    "cache-control": "no-store",
  };
}
