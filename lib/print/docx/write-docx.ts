import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TabStopType,
  TextRun,
} from "docx";
import { dayToDate } from "../../day";
import type { Paper } from "../../papers/paper";
import { plainText } from "../../papers/plain-text";
import { factsOfTitle } from "../title-facts";
import { paragraphOf, runsOf, TEXT_WIDTH, writeFacts, writeSection } from "./blocks";
import { fixDates } from "./fixed-dates";

const FONT = "Calibri";
const INK = "171B22";
const MUTED = "4A5362";

/** A paper as the bytes of a Word file; the same paper gives the same bytes. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const file = new Document({
    title: plainText(`${paper.title}, ${paper.subject}`),
    creator: plainText(paper.issuer),
    styles: { default: stylesOfPaper() },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1240, bottom: 1320, left: 1080, right: 1080 },
          },
        },
        ...(paper.isDraft && { headers: { default: headerOfDraft() } }),
        footers: { default: footerOf(paper) },
        children: [
          ...writeTitle(paper),
          ...paper.sections.flatMap((section, at) => writeSection(section, at + 1)),
        ],
      },
    ],
  });
  const core = { path: "docProps/core.xml", data: propertiesOf(paper) };
  return fixDates(await Packer.toBuffer(file, false, [core]));
}

function stylesOfPaper() {
  const heading = { font: FONT, color: INK, bold: true };
  return {
    document: {
      run: { font: FONT, size: 20, color: INK, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 120 } },
    },
    title: { run: { ...heading, size: 44 }, paragraph: { spacing: { after: 60 } } },
    heading1: {
      run: { ...heading, size: 28 },
      paragraph: { spacing: { before: 360, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { ...heading, size: 22 },
      paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
    },
  };
}

function writeTitle(paper: Paper): (Paragraph | Table)[] {
  return [
    paragraphOf(paper.issuer, { color: MUTED }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: runsOf(paper.title) }),
    paragraphOf(paper.subject, { size: 24 }, { spacing: { after: 240 } }),
    writeFacts(factsOfTitle(paper)),
  ];
}

function headerOfDraft(): Header {
  return new Header({
    children: [paragraphOf("Draft", { bold: true, color: "7F1524" }, { alignment: "right" })],
  });
}

function footerOf({ title, subject, standing }: Paper): Footer {
  const look = { size: 16, color: MUTED };
  const pages = new TextRun({
    ...look,
    children: ["\tPage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES],
  });
  return new Footer({
    children: [
      new Paragraph({
        spacing: { after: 0 },
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [...runsOf(`${title}, ${subject}`, look), pages],
      }),
      paragraphOf(standing, look),
    ],
  });
}

/** Title, writer and dates of the file: the library would put the clock's into them. */
function propertiesOf({ title, subject, issuer, day }: Paper): string {
  const moment = dayToDate(day).toISOString().replace(".000Z", "Z");
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(`${title}, ${subject}`)}</dc:title><dc:creator>${escapeXml(issuer)}</dc:creator>`,
    `<dc:language>en</dc:language>${date("created")}${date("modified")}`,
    "</cp:coreProperties>",
  ].join("");
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const escapeXml = (text: string) => plainText(text).replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);
