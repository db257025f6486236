import { text } from "node:stream/consumers";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { formatCode } from "./number-text";
import { readCells, type Styles } from "./read-cells";
import { type Sheet, SheetRefused } from "./sheet";
import { attributeOf, plainText, scanXml } from "./xml-scan";

const MEGABYTE = 1024 * 1024;
/** All that is read of a book, unpacked: what is more comes from empty styles, or was made to fill the memory. */
const MAX_READ = 24 * MEGABYTE;
const MAX_SHEETS = 30;
const MAX_SHARED = 200_000;

const DAMAGED = "It is damaged, or no Excel file. Save it again as xlsx, or as csv.";

/**
 * The sheets of an Excel file with every cell as it is shown. Reads the parts that hold text and nothing else: validations,
 * drawings, styles of empty cells and formulas are passed over. Throws SheetRefused with a sentence for what it cannot read.
 */
export async function readXlsx(bytes: Buffer): Promise<Sheet[]> {
  const parts = await openParts(bytes);
  try {
    return await readBook(parts);
  } finally {
    parts.zip.close();
  }
}

interface Parts {
  zip: ZipFile;
  entries: ReadonlyMap<string, Entry>;
  /** Bytes that may still be unpacked. */
  left: number;
}

async function openParts(bytes: Buffer): Promise<Parts> {
  try {
    const zip = await fromBufferPromise(bytes, { autoClose: false });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName.toLowerCase(), entry);
      if (entries.size > 1_000) throw new SheetRefused(DAMAGED);
    }
    return { zip, entries, left: MAX_READ };
  } catch (error) {
    throw error instanceof SheetRefused ? error : new SheetRefused(DAMAGED);
  }
}

async function readBook(parts: Parts): Promise<Sheet[]> {
  const workbook = await readPart(parts, "xl/workbook.xml");
  const names: { name: string; id: string }[] = [];
  let is1904 = false;
  scanXml(workbook, (tag) => {
    if (tag.isEnd) return;
    if (tag.name === "workbookPr") is1904 = /^(1|true)$/.test(attributeOf(tag, "date1904"));
    if (tag.name === "sheet") names.push({ name: attributeOf(tag, "name"), id: attributeOf(tag, "id") });
  });
  if (names.length === 0) throw new SheetRefused(DAMAGED);
  if (names.length > MAX_SHEETS)
    throw new SheetRefused(`It has more than ${MAX_SHEETS} sheets. Take the others out.`);
  const targets = await readTargets(parts);
  const styles = await readStyles(parts, is1904);
  const shared = await readShared(parts);
  const sheets: Sheet[] = [];
  for (const { name, id } of names) {
    const xml = await readPart(parts, targets.get(id) ?? "");
    sheets.push({ name, rows: readCells(xml, shared, styles), isDelimited: false });
  }
  return sheets.filter(({ rows }) => rows.length > 0);
}

/** A part as text; "" for one that is not there, as a book without shared texts has none. */
async function readPart(parts: Parts, path: string): Promise<string> {
  const entry = parts.entries.get(path.toLowerCase());
  if (!entry) return "";
  parts.left -= entry.uncompressedSize;
  if (parts.left < 0) throw new SheetRefused(TOO_LARGE);
  try {
    // The library ends an entry that is longer than the directory says.
    return await text(await parts.zip.openReadStreamPromise(entry));
  } catch {
    throw new SheetRefused(DAMAGED);
  }
}

const TOO_LARGE =
  "It unpacks to more than a sheet of controls needs. Copy its rows into a new file and save that.";

async function readTargets(parts: Parts): Promise<Map<string, string>> {
  const targets = new Map<string, string>();
  scanXml(await readPart(parts, "xl/_rels/workbook.xml.rels"), (tag) => {
    if (tag.name !== "Relationship" || tag.isEnd) return;
    const target = attributeOf(tag, "Target");
    targets.set(attributeOf(tag, "Id"), target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  });
  return targets;
}

async function readStyles(parts: Parts, is1904: boolean): Promise<Styles> {
  const own = new Map<number, string>();
  const codes: string[] = [];
  let isInCells = false;
  scanXml(await readPart(parts, "xl/styles.xml"), (tag) => {
    if (tag.name === "numFmt" && !tag.isEnd)
      own.set(Number(attributeOf(tag, "numFmtId")), attributeOf(tag, "formatCode"));
    else if (tag.name === "cellXfs") isInCells = !tag.isEnd;
    else if (tag.name === "xf" && isInCells && !tag.isEnd)
      codes.push(formatCode(Number(attributeOf(tag, "numFmtId")), own));
    return tag.name !== "cellXfs" || !tag.isEnd;
  });
  return { codes, is1904 };
}

/** The texts that cells point at. How they sound in Japanese stands beside some of them and is left out. */
async function readShared(parts: Parts): Promise<string[]> {
  const shared: string[] = [];
  let shown = "";
  let isSound = false;
  scanXml(await readPart(parts, "xl/sharedStrings.xml"), (tag, before) => {
    if (tag.name === "rPh") isSound = !tag.isEnd && !tag.isEmpty;
    else if (tag.name === "t" && tag.isEnd && !isSound) shown += plainText(before);
    else if (tag.name === "si" && (tag.isEnd || tag.isEmpty)) {
      shared.push(shown);
      shown = "";
    }
    if (shared.length > MAX_SHARED) throw new SheetRefused(TOO_LARGE);
  });
  return shared;
}
