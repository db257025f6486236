import "server-only";
import { buffer } from "node:stream/consumers";
import type { Actor } from "../actor";
import { openFile } from "../files/folder";
import { refuseUnscanned } from "../files/scan-state";
import { readCsv } from "../sheets/read-csv";
import { readXlsx } from "../sheets/read-xlsx";
import { type Sheet, SheetRefused } from "../sheets/sheet";
import { type Columns, countControls, findLayout, type Layout } from "../soa/import-layout";
import { type ImportPlan, planImport, type Words } from "../soa/import-plan";
import type { SoaLine } from "../soa/statement";
import { findFile } from "../store/files";

const MEGABYTE = 1024 * 1024;
/** A statement of two hundred controls with long texts has a tenth of it. */
const MAX_BYTES = 5 * MEGABYTE;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What the person chose where the file alone does not tell. */
export interface ImportChoices {
  /** Index of the sheet in the book. */
  sheet: number | null;
  columns: Partial<Columns>;
  words: Words;
}

export interface SoaFile {
  name: string;
  /** Names of the sheets that hold something. */
  sheets: readonly string[];
  sheet: number;
  layout: Layout;
  plan: ImportPlan;
}

/**
 * What a kept file would change in the draft. Throws NotThere for a file of somebody else, and SheetRefused with a sentence for
 * one that cannot be read.
 */
export async function planSoaFile(
  actor: Actor,
  { projectId, fileId }: { projectId: string; fileId: string },
  draft: readonly SoaLine[],
  { sheet: chosen, columns, words }: ImportChoices,
): Promise<SoaFile> {
  const { name, sheets } = await readSheets(actor, projectId, fileId);
  const counts = sheets.map(countControls);
  const best = counts.indexOf(Math.max(...counts));
  const index = chosen !== null && sheets[chosen] ? chosen : best;
  const sheet = sheets[index];
  if (!sheet) throw new SheetRefused("It holds no rows. Choose a file with content.");
  const found = findLayout(sheet);
  const layout = { ...found, columns: { ...found.columns, ...columns } };
  return {
    ...{ name, sheets: sheets.map((one) => one.name), sheet: index, layout },
    plan: planImport(sheet, layout, words, draft),
  };
}

async function readSheets(
  actor: Actor,
  projectId: string,
  fileId: string,
): Promise<{ name: string; sheets: Sheet[] }> {
  const file = await findFile(actor, projectId, fileId);
  const isOwn = file.keeper === actor.organisationId;
  const closed = refuseUnscanned(file.scan, isOwn);
  if (closed) throw new SheetRefused(closed);
  if (file.size > MAX_BYTES)
    throw new SheetRefused("It has more than 5 MB. Copy its rows into a new file and save that.");
  const isBook = file.mediaType === XLSX;
  if (!isBook && !file.mediaType.startsWith("text/")) throw new SheetRefused("Choose an xlsx or a csv file.");
  const stored = await openFile(file.keeper, file.sha256);
  if (!stored) throw new SheetRefused("Its bytes are missing. Send it again.");
  const bytes = await buffer(stored);
  return { name: file.name, sheets: isBook ? await readXlsx(bytes) : [readCsv(file.name, bytes)] };
}
