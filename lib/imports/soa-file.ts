import "server-only";
import type { Actor } from "../actor";
import { SheetRefused } from "../sheets/sheet";
import { type Columns, countControls, findLayout, type Layout } from "../soa/import-layout";
import { type ImportPlan, planImport, type Words } from "../soa/import-plan";
import type { SoaLine } from "../soa/statement";
import { readKeptSheets } from "./kept-sheets";

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
  of: { projectId: string; fileId: string },
  draft: readonly SoaLine[],
  { sheet: chosen, columns, words }: ImportChoices,
): Promise<SoaFile> {
  const { name, sheets } = await readKeptSheets(actor, of);
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
