import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export interface ReadPdf {
  /** The text of each page, words parted by one space. */
  pages: string[];
  /** All pages in one line without spaces: where a long word was cut makes no difference. */
  solid: string;
  bookmarks: { title: string; children: string[] }[];
  title: string | undefined;
  language: string | null;
  isTagged: boolean;
  /** How often each kind of element stands in the structure. */
  elements: Record<string, number>;
}

/** A text without the spaces and line ends that a layout may move. */
export const solid = (text: string) => text.replace(/\s+/g, "");

/** Reads a PDF as a reader program does: its text, bookmarks, structure and properties. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false });
  const pdf = await task.promise;
  try {
    const pages: string[] = [];
    const elements: Record<string, number> = {};
    for (let no = 1; no <= pdf.numPages; no++) {
      const page = await pdf.getPage(no);
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? " " : ""}` : "")).join(""));
      countElements(await page.getStructTree(), elements);
    }
    return { pages, solid: solid(pages.join("")), elements, ...(await readProperties(pdf)) };
  } finally {
    await task.destroy();
  }
}

async function readProperties(pdf: PDFDocumentProxy) {
  const { info } = await pdf.getMetadata();
  const { Title: title, Language: language } = info as { Title?: string; Language?: string };
  const outline: { title: string; items: { title: string }[] }[] | null = await pdf.getOutline();
  return {
    title,
    language: language ?? null,
    isTagged: (await pdf.getMarkInfo())?.Marked ?? false,
    bookmarks: (outline ?? []).map((item) => ({
      title: item.title,
      children: item.items.map(({ title }) => title),
    })),
  };
}

interface Node {
  role?: string;
  children?: unknown[];
}

function countElements(node: unknown, counts: Record<string, number>): void {
  const { role, children = [] } = (node ?? {}) as Node;
  if (role) counts[role] = (counts[role] ?? 0) + 1;
  for (const child of children) countElements(child, counts);
}
