/** Signs that control a terminal or a reading order; none belongs into a paper, and XML takes half of them not at all. */
const UNSAFE = /[^\P{Cc}\n]|[\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu;

/** A text as a paper may hold it: one kind of line end, no tabs, no control signs, no half of a letter. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replaceAll("\t", " ").replace(UNSAFE, "");
}
