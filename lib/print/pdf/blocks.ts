import { type Block, NOT_STATED, type Section } from "../../papers/paper";
import { drawFacts, drawTable } from "./grid";
import { looks, page, type TextLook, textWidth } from "./look";
import {
  drawContent,
  drawLine,
  drawLines,
  drawMarkWord,
  drawRule,
  drawShape,
  linesOf,
  needRoom,
  type Sheet,
  widthOf,
  widthOfMark,
  within,
} from "./sheet";

type Outline = PDFKit.PDFOutline;
type Entry = Block & { kind: "entry" };

const AFTER_TEXT = 8;
/** A heading is never the last thing on a page: so many lines of what it heads stand below it. */
const KEPT_BELOW = 4 * looks.body.leading;

/** One numbered section with its place among the bookmarks. */
export function drawSection(sheet: Sheet, { title, blocks }: Section, no: number, outline: Outline): void {
  within(sheet, "Sect", () => {
    sheet.y += 14;
    needRoom(sheet, looks.section.leading + 8 + leastOf(sheet, blocks[0]));
    drawRule(sheet, sheet.y - 8);
    const heading = `${no}. ${title}`;
    const item = addBookmark(sheet, outline, heading, true);
    drawLines(sheet, "H2", looks.section, linesOf(sheet, looks.section, heading, textWidth));
    sheet.y += 6;
    for (const block of blocks) drawBlock(sheet, block, item);
  });
}

/** How much of a section's first block stands on the page of its heading. */
function leastOf(sheet: Sheet, block: Block | undefined): number {
  return block?.kind === "entry" ? leastOfEntry(sheet, block) : KEPT_BELOW;
}

function leastOfEntry(sheet: Sheet, { title }: Entry): number {
  const lines = linesOf(sheet, looks.entry, title, textWidth).length;
  return 6 + looks.entry.leading * (1 + lines) + KEPT_BELOW;
}

function drawBlock(sheet: Sheet, block: Block, outline: Outline): void {
  switch (block.kind) {
    case "paragraph":
      drawText(sheet, block.look ? looks[block.look] : looks.body, block.text);
      break;
    case "text":
      drawTitledText(sheet, block.title, block.text);
      break;
    case "facts":
      drawFacts(sheet, block.items);
      break;
    case "list":
      drawList(sheet, block.items);
      break;
    case "table":
      drawTable(sheet, block);
      break;
    case "entry":
      drawEntry(sheet, block, outline);
      break;
  }
}

function drawText(sheet: Sheet, look: TextLook, text: string): void {
  drawLines(sheet, "P", look, linesOf(sheet, look, text, textWidth));
  sheet.y += AFTER_TEXT;
}

function drawTitledText(sheet: Sheet, title: string | null, text: string | null): void {
  if (title) {
    needRoom(sheet, looks.label.leading + 2 * looks.body.leading);
    drawLines(sheet, "P", looks.label, linesOf(sheet, looks.label, title, textWidth));
  }
  drawText(sheet, text ? looks.body : looks.quiet, text || NOT_STATED);
}

const BULLET_ROOM = 12;

function drawList(sheet: Sheet, items: readonly string[]): void {
  within(sheet, "L", () => {
    for (const item of items) {
      const lines = linesOf(sheet, looks.body, item, textWidth - BULLET_ROOM);
      within(sheet, "LI", () => {
        needRoom(sheet, looks.body.leading);
        within(sheet, "Lbl", (label) =>
          drawContent(sheet, label, "Lbl", () => drawLine(sheet, looks.body, "•", page.left, sheet.y)),
        );
        drawLines(sheet, "LBody", looks.body, lines, page.left + BULLET_ROOM);
      });
    }
  });
  sheet.y += AFTER_TEXT;
}

/** A finding: its number, its states, what it was raised against, and what is said of it. */
function drawEntry(sheet: Sheet, entry: Entry, outline: Outline): void {
  const { number, title, marks, blocks } = entry;
  within(sheet, "Sect", () => {
    const lines = linesOf(sheet, looks.entry, title, textWidth);
    needRoom(sheet, leastOfEntry(sheet, entry));
    sheet.y += 6;
    drawRule(sheet, sheet.y - 3);
    addBookmark(sheet, outline, `${number} ${title}`, false);
    within(sheet, "H3", (element) => {
      const look = looks.entry;
      const places = placeMarks(sheet, number, marks);
      for (const { mark, x } of places) drawShape(sheet, look, mark, x, sheet.y);
      drawContent(sheet, element, "H3", () => {
        drawLine(sheet, look, number, page.left, sheet.y);
        for (const { mark, x } of places) drawMarkWord(sheet, look, mark, x, sheet.y);
        sheet.y += look.leading;
        for (const line of lines) {
          drawLine(sheet, look, line, page.left, sheet.y);
          sheet.y += look.leading;
        }
      });
    });
    sheet.y += 4;
    for (const block of blocks) {
      if (block.kind === "text" && block.title) drawRowOfText(sheet, block.title, block.text);
      else {
        sheet.y += 4;
        drawBlock(sheet, block, outline);
      }
    }
    sheet.y += 4;
  });
}

const TITLE_ROOM = 104;

/** A text of an entry, beside its title. */
function drawRowOfText(sheet: Sheet, title: string, text: string | null): void {
  const look = text ? looks.body : looks.quiet;
  const titles = linesOf(sheet, looks.label, title, TITLE_ROOM - 8);
  const lines = linesOf(sheet, look, text || NOT_STATED, textWidth - TITLE_ROOM);
  needRoom(sheet, look.leading * Math.min(Math.max(titles.length, lines.length), 3));
  const top = sheet.y;
  const titled = sheet.doc.bufferedPageRange().count;
  drawLines(sheet, "P", looks.label, titles);
  const below = sheet.y;
  sheet.y = top;
  drawLines(sheet, "P", look, lines, page.left + TITLE_ROOM);
  // Where the text went on to another page, the title above it takes no room there.
  if (sheet.doc.bufferedPageRange().count === titled) sheet.y = Math.max(sheet.y, below);
  sheet.y += 4;
}

function placeMarks(sheet: Sheet, number: string, marks: Entry["marks"]) {
  let x = page.left + widthOf(sheet, looks.entry, number) + 12;
  return marks.map((mark) => {
    const place = { mark, x };
    x += widthOfMark(sheet, looks.entry, mark) + 12;
    return place;
  });
}

/** A bookmark that leads to this place of this page. */
export function addBookmark(sheet: Sheet, outline: Outline, title: string, expanded: boolean): Outline {
  // The left edge is counted from the right one.
  const place = { expanded, top: sheet.y - 8, left: page.width };
  return outline.addItem(title, place);
}
