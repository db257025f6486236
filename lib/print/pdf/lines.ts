/** A sign that stands on the one before it, and so never begins a line. */
const MARK = /^\p{M}$/u;
/** Behind these a long word without spaces, such as an address, is cut best. */
const CUT_BEHIND = /[/\-_.,;:&?=@\\]/;

/**
 * A text broken into lines no wider than `room`, at its own line ends and at spaces. A word that is wider than a line is
 * cut: nothing is lost and nothing sticks out.
 */
export function breakLines(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  const space = widthOf(" ");
  for (const paragraph of text.split("\n")) {
    let line = "";
    let used = 0;
    for (const word of paragraph.split(" ").filter(Boolean)) {
      const width = widthOf(word);
      if (line !== "" && used + space + width <= room) {
        line += ` ${word}`;
        used += space + width;
        continue;
      }
      if (line !== "") lines.push(line);
      const pieces = width <= room ? [word] : cutWord(word, room, widthOf);
      line = pieces.pop() ?? "";
      used = widthOf(line);
      lines.push(...pieces);
    }
    lines.push(line);
  }
  return lines;
}

function cutWord(word: string, room: number, widthOf: (text: string) => number): string[] {
  const signs = [...word];
  const pieces: string[] = [];
  let from = 0;
  let used = 0;
  for (let at = 0; at < signs.length; at++) {
    used += widthOf(signs[at] ?? "");
    if (used <= room || at === from || MARK.test(signs[at] ?? "")) continue;
    const end = cutAt(signs, from, at);
    pieces.push(signs.slice(from, end).join(""));
    from = end;
    used = signs.slice(from, at + 1).reduce((sum, sign) => sum + widthOf(sign), 0);
  }
  return [...pieces, signs.slice(from).join("")];
}

/** Where a line that is full at `full` is cut: behind the last sign that invites it, in the last third, or right there. */
function cutAt(signs: readonly string[], from: number, full: number): number {
  const earliest = from + Math.ceil(((full - from) * 2) / 3);
  for (let at = full; at > earliest; at--) if (CUT_BEHIND.test(signs[at - 1] ?? "")) return at;
  let end = full;
  while (end > from + 1 && MARK.test(signs[end] ?? "")) end--;
  return end;
}
