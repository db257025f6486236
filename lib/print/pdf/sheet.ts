import { dayToDate } from "../../day";
import type { Mark, Paper } from "../../papers/paper";
import { plainText } from "../../papers/plain-text";
import { drawable, isWhole, type Run, runsOf } from "./fonts";
import { breakLines } from "./lines";
import { markColors, markShapes, page, rule, type TextLook, textBottom, textWidth } from "./look";
import { openDocument } from "./open-document";

export type Element = PDFKit.PDFStructureElement;

/** The page that is being written, and how far down. */
export interface Sheet {
  doc: PDFKit.PDFDocument;
  /** Where the next line's top is. */
  y: number;
  /** The element of the document's structure that what is drawn next belongs to. */
  parent: Element;
  /** Whether a letter came that the faces do not have. */
  lacksLetters: boolean;
  widths: Map<string, number>;
}

const LANGUAGE = "en";

/** An empty document with its title, language and dates: those of the paper, never those of the clock. */
export function openSheet(paper: Paper): Sheet {
  const day = dayToDate(paper.day);
  const doc = openDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: LANGUAGE,
    displayTitle: true,
    info: {
      Title: drawable(plainText(`${paper.title}, ${paper.subject}`)),
      Author: drawable(plainText(paper.issuer)),
      Creator: "CertTrail",
      CreationDate: day,
      ModDate: day,
    },
  });
  const parent = doc.struct("Document");
  doc.addStructure(parent);
  const sheet: Sheet = { doc, y: page.top, parent, lacksLetters: false, widths: new Map() };
  turnPage(sheet);
  return sheet;
}

/** Goes on at the top of a new page. */
export function turnPage(sheet: Sheet): void {
  sheet.doc.addPage();
  sheet.y = page.top;
}

export const roomLeft = ({ y }: Sheet) => textBottom - y;

/** Turns the page where less than so much is left of it; never at its top. */
export function needRoom(sheet: Sheet, height: number): void {
  if (roomLeft(sheet) < height && sheet.y > page.top) turnPage(sheet);
}

/** Adds an element to the structure and lets `draw` fill it; what it draws inside becomes its children. */
export function within(sheet: Sheet, tag: string, draw: (element: Element) => void, options = {}): void {
  const { parent } = sheet;
  const element = addElement(sheet, parent, tag, options);
  sheet.parent = element;
  draw(element);
  element.end();
  sheet.parent = parent;
}

/** An element of the structure below another; it is filled and ended by whoever asked for it. */
export function addElement({ doc }: Sheet, parent: Element, tag: string, options = {}): Element {
  const element = doc.struct(tag, options);
  parent.add(element);
  return element;
}

/** How wide a text is in a look, kept for the next time it comes. */
export function widthOf(sheet: Sheet, { face, size }: TextLook, text: string): number {
  const key = `${face}${text}`;
  const known = sheet.widths.get(key);
  if (known !== undefined) return (known * size) / 1000;
  const width = runsOf(face, text).reduce((sum, run) => sum + widthOfRun(sheet, run, 1000), 0);
  sheet.widths.set(key, width);
  return (width * size) / 1000;
}

const widthOfRun = ({ doc }: Sheet, { face, text }: Run, size: number) =>
  doc.font(face).fontSize(size).widthOfString(text);

/** A text as lines in a look, no wider than `room`. */
export function linesOf(sheet: Sheet, look: TextLook, text: string, room: number): string[] {
  return breakLines(drawable(plainText(text)), room, (part) => widthOf(sheet, look, part));
}

/** From the highest to the lowest letter of the two main faces, and from the highest to the baseline, in sizes. */
const LETTER_HEIGHT = 1.362;
const ASCENT = 1.069;

/** Draws one line. A line with letters that the face lacks is still read out and copied as it was written. */
export function drawLine(sheet: Sheet, look: TextLook, line: string, x: number, y: number): void {
  if (line === "") return;
  const { doc } = sheet;
  const runs = runsOf(look.face, line);
  const lacks = !runs.every(isWhole);
  if (lacks) {
    sheet.lacksLetters = true;
    doc.markContent("Span", { actual: line });
  }
  doc.fillColor(look.color);
  let at = x;
  // Set on the baseline of the face of running text, so that a sign of another face does not jump.
  const top = y + (look.leading - look.size * LETTER_HEIGHT) / 2 + look.size * ASCENT;
  for (const run of runs) {
    doc
      .font(run.face)
      .fontSize(look.size)
      .text(run.text, at, top, { lineBreak: false, baseline: "alphabetic" });
    if (runs.length > 1) at += widthOfRun(sheet, run, look.size);
  }
  if (lacks) doc.endMarkedContent();
}

/** Draws lines of one element from the top, over as many pages as they need. */
export function drawLines(
  sheet: Sheet,
  tag: string,
  look: TextLook,
  lines: readonly string[],
  x: number = page.left,
): void {
  within(sheet, tag, (element) => {
    let next = 0;
    while (next < lines.length) {
      needRoom(sheet, look.leading);
      const fitting = Math.max(1, Math.floor(roomLeft(sheet) / look.leading));
      const drawn = lines.slice(next, next + fitting);
      drawContent(sheet, element, tag, () => {
        for (const line of drawn) {
          drawLine(sheet, look, line, x, sheet.y);
          sheet.y += look.leading;
        }
      });
      next += drawn.length;
    }
  });
}

/** Draws what an element shows on this page. */
export function drawContent(sheet: Sheet, element: Element, tag: string, draw: () => void): void {
  element.add(sheet.doc.markStructureContent(tag));
  draw();
  sheet.doc.endMarkedContent();
}

/** Draws what is only there to be looked at and is not read out. */
export function drawArtifact(sheet: Sheet, draw: (doc: PDFKit.PDFDocument) => void): void {
  sheet.doc.markContent("Artifact", { type: "Layout" });
  draw(sheet.doc);
  sheet.doc.endMarkedContent();
}

/** A hairline across the page. */
export function drawRule(sheet: Sheet, y: number, x: number = page.left, width: number = textWidth): void {
  drawArtifact(sheet, (doc) => {
    doc
      .lineWidth(0.6)
      .strokeColor(rule)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke();
  });
}

const SHAPE = 7;
const SHAPE_ROOM = 11;

/** How wide a state is with its shape. */
export const widthOfMark = (sheet: Sheet, look: TextLook, { word }: Mark) =>
  SHAPE_ROOM + widthOf(sheet, look, word);

/** The shape of a state; its word is drawn beside it. Not part of the text, because the word says it. */
export function drawShape(sheet: Sheet, look: TextLook, { kind }: Mark, x: number, y: number): void {
  const { path, isFilled } = markShapes[kind];
  drawArtifact(sheet, (doc) => {
    doc.save().translate(x, y + (look.leading - SHAPE) / 2);
    doc.scale(SHAPE / 12).path(path);
    if (isFilled) doc.fill(markColors[kind]);
    else doc.lineWidth(1.8).stroke(markColors[kind]);
    doc.restore();
  });
}

/** The word of a state, at the place where its shape leaves room. */
export function drawMarkWord(sheet: Sheet, look: TextLook, { word, kind }: Mark, x: number, y: number): void {
  drawLine(sheet, { ...look, face: "strong", color: markColors[kind] }, word, x + SHAPE_ROOM, y);
}
