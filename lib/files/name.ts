import { MAX_FILE_NAME } from "./limits";

/** Control characters, and the marks that make text run backwards: a name must read as what it is. */
const HIDDEN = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A file name as it is kept: without folders, without hidden signs, accents in one spelling. A long name is cut in
 * front of its ending. Empty when nothing is left.
 */
export function keepName(sent: string): string {
  const name = (sent.split(/[/\\]/).at(-1) ?? "").normalize("NFC").replace(HIDDEN, "").trim();
  const signs = Array.from(name);
  if (signs.length <= MAX_FILE_NAME) return name;
  const ending = /\.[^.]{1,10}$/.exec(name)?.[0] ?? "";
  return `${signs.slice(0, MAX_FILE_NAME - Array.from(ending).length).join("")}${ending}`;
}

/** The name in a `content-disposition` header (RFC 6266, RFC 8187): accents stay, and a plain name for old clients. */
export function dispositionName(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${whole}`;
}
