import { openZip } from "./opened-zip";

export interface ReadDocx {
  /** The text of each paragraph in order, those in tables too. */
  paragraphs: string[];
  footers: string;
  headers: string;
  properties: string;
  /** The whole body, as it is written. */
  xml: string;
}

/** Reads a Word file: what stands in its paragraphs, above and below its pages, and in its properties. */
export async function readDocx(bytes: Uint8Array): Promise<ReadDocx> {
  const opened = await openZip(Buffer.from(bytes));
  const part = (name: string) => opened.get(name)?.toString("utf8") ?? "";
  const xml = part("word/document.xml");
  return {
    paragraphs: xml.split("</w:p>").map(textOf),
    footers: textOf(part("word/footer1.xml")),
    headers: textOf(part("word/header1.xml")),
    properties: part("docProps/core.xml"),
    xml,
  };
}

const ENTITIES: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

function textOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
    .map(([, text]) => text ?? "\n")
    .join("")
    .replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
}
