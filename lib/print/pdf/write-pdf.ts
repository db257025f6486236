import { buffer } from "node:stream/consumers";
import type { Paper } from "../../papers/paper";
import { factsOfTitle } from "../title-facts";
import { drawSection } from "./blocks";
import { drawFacts } from "./grid";
import { looks, markColors, page, textBottom, textWidth } from "./look";
import {
  drawArtifact,
  drawLine,
  drawLines,
  drawRule,
  linesOf,
  needRoom,
  openSheet,
  type Sheet,
  widthOf,
} from "./sheet";

const LACKING = "Some letters of this paper are not in its font and show as boxes. The Word file shows them.";

/** A paper as the bytes of a tagged PDF with bookmarks; the same paper gives the same bytes. */
export async function writePdf(paper: Paper): Promise<Uint8Array> {
  const sheet = openSheet(paper);
  const bytes = buffer(sheet.doc);
  drawTitle(sheet, paper);
  for (const [at, section] of paper.sections.entries())
    drawSection(sheet, section, at + 1, sheet.doc.outline);
  if (sheet.lacksLetters) {
    needRoom(sheet, looks.quiet.leading);
    drawLines(sheet, "P", looks.quiet, linesOf(sheet, looks.quiet, LACKING, textWidth));
  }
  drawFooters(sheet, paper);
  sheet.parent.end();
  sheet.doc.end();
  return await bytes;
}

/** Whose paper it is, what it is called, and what it can be told apart by. */
function drawTitle(sheet: Sheet, paper: Paper): void {
  const { issuer, title, subject } = paper;
  drawLines(sheet, "P", looks.quiet, linesOf(sheet, looks.quiet, issuer, textWidth));
  drawLines(sheet, "H1", looks.title, linesOf(sheet, looks.title, title, textWidth));
  drawLines(sheet, "P", looks.subject, linesOf(sheet, looks.subject, subject, textWidth));
  sheet.y += 12;
  drawRule(sheet, sheet.y);
  drawFacts(sheet, factsOfTitle(paper));
}

/** What stands below every page: which paper it is, and which page of how many. */
function drawFooters(sheet: Sheet, { title, subject, standing, isDraft, sha256 }: Paper): void {
  const { doc } = sheet;
  const { count } = doc.bufferedPageRange();
  const look = looks.footer;
  const top = textBottom + 18;
  const below = sha256 ? `${standing}. SHA-256 ${sha256.slice(0, 16)}…` : standing;
  for (let at = 0; at < count; at++) {
    doc.switchToPage(at);
    const pages = `Page ${at + 1} of ${count}`;
    const room = textWidth - widthOf(sheet, look, pages) - 12;
    drawRule(sheet, top - 6);
    drawArtifact(sheet, () => {
      for (const [no, text] of [`${title}, ${subject}`, below].entries())
        drawLine(sheet, look, firstLine(sheet, text, room), page.left, top + no * look.leading);
      const right = page.left + textWidth;
      drawLine(sheet, look, pages, right - widthOf(sheet, look, pages), top);
      if (isDraft) drawDraftStamp(sheet, right);
    });
  }
}

/** Says on every page that this is not issued, so that no loose page is taken for more. */
function drawDraftStamp(sheet: Sheet, right: number): void {
  const look = { ...looks.strong, color: markColors.danger };
  const width = widthOf(sheet, look, "Draft") + 16;
  const box = { x: right - width, y: 26, height: look.leading + 6 };
  sheet.doc.lineWidth(1).roundedRect(box.x, box.y, width, box.height, 3).stroke(look.color);
  drawLine(sheet, look, "Draft", box.x + 8, box.y + 3);
}

/** As much of a text as fits on one line of a footer; the whole stands in the title block. */
function firstLine(sheet: Sheet, text: string, room: number): string {
  const [first = "", ...more] = linesOf(sheet, looks.footer, text, room - widthOf(sheet, looks.footer, "…"));
  return more.length > 0 ? `${first}…` : first;
}
