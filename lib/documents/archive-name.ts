/** Longest name of a file inside an archive, in bytes of UTF-8: with the folder it fits every file system. */
export const MAX_ARCHIVE_NAME_BYTES = 150;

const NUMBER_DIGITS = 4;
/** What Windows does not take in a name, what reads as a folder, and signs that are not seen. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]/gu;
const ENDING = /\.[^. ]{1,10}$/;

/**
 * The name of a kept file inside an archive: its number, which makes it unique and no name of a device, and its name as far
 * as every system takes it. A long one is cut in front of its ending.
 */
export function archiveName(number: number, name: string): string {
  const safe = trimEnd(name.normalize("NFC").replace(UNSAFE, "_"));
  const lead = `${String(number).padStart(NUMBER_DIGITS, "0")}-`;
  const ending = ENDING.exec(safe)?.[0] ?? "";
  const stem = safe.slice(0, safe.length - ending.length);
  const room = MAX_ARCHIVE_NAME_BYTES - bytesOf(lead) - bytesOf(ending);
  return `${lead}${trimEnd(`${cutTo(stem, room)}${ending}`) || "file"}`;
}

/** Windows forgets dots and spaces at the end of a name. */
const trimEnd = (name: string) => name.replace(/[. ]+$/, "");

const encoder = new TextEncoder();
const bytesOf = (text: string) => encoder.encode(text).byteLength;

/** The first signs of a text that fit into so many bytes; no sign is cut in two. */
function cutTo(text: string, room: number): string {
  let kept = "";
  let used = 0;
  for (const sign of text) {
    used += bytesOf(sign);
    if (used > room) break;
    kept += sign;
  }
  return kept;
}
