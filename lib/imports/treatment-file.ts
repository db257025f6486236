import "server-only";
import type { Actor } from "../actor";
import { SheetRefused } from "../sheets/sheet";
import {
  countColumns,
  planTreatment,
  type TreatmentNow,
  type TreatmentPlan,
} from "../treatment/treatment-import";
import { readKeptSheets } from "./kept-sheets";

/**
 * What a kept file would change in the risk treatment: of a book, the sheet that names most of its columns. Throws NotThere for a
 * file of somebody else, and SheetRefused with a sentence for one that cannot be read.
 */
export async function planTreatmentFile(
  actor: Actor,
  of: { projectId: string; fileId: string },
  now: TreatmentNow,
): Promise<{ name: string; sheet: string; plan: TreatmentPlan }> {
  const { name, sheets } = await readKeptSheets(actor, of);
  const counts = sheets.map(({ rows }) => countColumns(rows));
  const sheet = sheets[counts.indexOf(Math.max(...counts))];
  if (!sheet) throw new SheetRefused("It holds no rows. Choose a file with content.");
  return { name, sheet: sheet.name, plan: planTreatment(sheet.rows, now) };
}
