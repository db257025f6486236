import "server-only";
import { buffer } from "node:stream/consumers";
import type { Actor } from "../actor";
import { openFile } from "../files/folder";
import { refuseUnscanned } from "../files/scan-state";
import { readCsv } from "../sheets/read-csv";
import { readXlsx } from "../sheets/read-xlsx";
import { type Sheet, SheetRefused } from "../sheets/sheet";
import { findFile } from "../store/files";

const MEGABYTE = 1024 * 1024;
/** A statement of two hundred controls with long texts has a tenth of it. */
const MAX_BYTES = 5 * MEGABYTE;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * The sheets of a kept xlsx or csv file. Throws NotThere for a file of somebody else, and SheetRefused with a sentence for one
 * that cannot be read or that the scanner did not let through.
 */
export async function readKeptSheets(
  actor: Actor,
  { projectId, fileId }: { projectId: string; fileId: string },
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
