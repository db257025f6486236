import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Actor } from "../actor";
import { formatDay, today } from "../day";
import { archiveName } from "../documents/archive-name";
import { canonicalJson, type JsonValue } from "../documents/canonical-json";
import { recordPage } from "../documents/record-page";
import { openFile } from "../files/folder";
import { keepName } from "../files/name";
import { isOpen, listProjectFiles, type ProjectFile } from "../store/project-files";
import { recordExport } from "../store/reads";
import { exportTrail } from "../store/trail-bundle";
import { writeFindingsSheet } from "./findings-sheet";
import { type Announced, countedEntry, type ManifestLine, writeManifest } from "./manifest";
import { READ_ME, TRAIL_READ_ME } from "./read-me";
import { composeRecord, type ExportedRecord } from "./record";
import { writeZip, type ZipEntry } from "./zip";

const VERIFIER = "scripts/verify-bundle.mjs";

export interface ProjectArchive {
  name: string;
  bytes: Readable;
}

interface Contents {
  actor: Actor;
  projectId: string;
  now: Date;
  record: ExportedRecord;
  files: ProjectFile[];
  verifier: string;
}

/**
 * Everything the actor's side may see of a project, as one archive that is written while it is read. The entry in the
 * trail comes first, and all but the files' bytes and the trail is read before the first byte leaves. Throws NotThere for somebody else's
 * project and Refused for a role that may not. `onFailure` hears of what breaks the archive off later.
 */
export async function openProjectArchive(
  actor: Actor,
  projectId: string,
  now: Date,
  onFailure: (error: unknown) => void,
): Promise<ProjectArchive> {
  await recordExport(actor, projectId, now);
  const record = await composeRecord(actor, projectId, now);
  const files = await listProjectFiles(actor, projectId);
  const verifier = await readFile(join(process.cwd(), VERIFIER), "utf8");
  const { name, timeZone } = record.project;
  return {
    name: keepName(`${name} ${today(timeZone, now)}.zip`),
    bytes: writeZip(listEntries({ actor, projectId, now, record, files, verifier }), onFailure),
  };
}

async function* listEntries(contents: Contents): AsyncGenerator<ZipEntry> {
  const { actor, projectId, now, record, files, verifier } = contents;
  const lines: ManifestLine[] = [];
  const made = (path: string, mediaType: string, texts: Iterable<string> | AsyncIterable<string>) =>
    countedEntry(madeHere(contents, path, mediaType), encode(texts), lines);
  const { lines: trail } = await exportTrail(actor, projectId, now);
  yield made("READ-ME.txt", "text/plain", [READ_ME]);
  yield made("index.html", "text/html", [writePage(record)]);
  yield made("record.json", "application/json", [canonicalJson(record)]);
  yield made("findings.csv", "text/csv", [writeFindingsSheet(record.findings)]);
  yield made("trail/READ-ME.txt", "text/plain", [TRAIL_READ_ME]);
  yield made("trail/verify-bundle.mjs", "text/javascript", [verifier]);
  yield made("trail/trail.jsonl", "application/jsonl", trail);
  for (const [index, file] of files.entries()) {
    const entry = await openEntry(file, index + 1, lines);
    if (entry) yield entry;
  }
  yield {
    ...{ path: "manifest.csv", isPacked: false, changedAt: now },
    bytes: encode([writeManifest(lines)]),
  };
}

function madeHere({ actor, now }: Contents, path: string, mediaType: string): Announced {
  return {
    ...{ id: null, path, mediaType, name: path.slice(path.lastIndexOf("/") + 1), isPacked: false },
    ...{ belongsTo: "The project", addedBy: actor.personName, addedAt: now },
  };
}

function writePage(record: ExportedRecord): string {
  const { name, standard, timeZone } = record.project;
  const on = formatDay(today(timeZone, record.madeAt));
  const lead = `${standard}. Made for ${record.madeFor} by ${record.madeBy} on ${on}.`;
  const trail = record.trail.map(({ no, at, who, organisation, sentence, reason }) => ({
    ...{ no, at, by: `${who}, ${organisation}`, did: sentence, reason },
  }));
  const shown: unknown = JSON.parse(JSON.stringify({ ...record, trail }));
  return recordPage(name, lead, shown as { [key: string]: JsonValue });
}

/** A kept file as an entry; null where it has to stay away, which the manifest then says. */
async function openEntry(file: ProjectFile, number: number, lines: ManifestLine[]): Promise<ZipEntry | null> {
  const { id, name, mediaType, size, sha256, addedBy, addedAt } = file;
  const of = { id, name, mediaType, addedBy, addedAt, belongsTo: file.belongsTo.join("; ") };
  const bytes = isOpen(file) ? await openFile(file.keeper, sha256) : null;
  if (!bytes) {
    lines.push({ ...of, path: null, size, sha256, state: whyAway(file) });
    return null;
  }
  const path = `files/${archiveName(number, name)}`;
  const isPacked = !mediaType.startsWith("text/");
  return countedEntry({ ...of, path, isPacked, expected: { size, sha256 } }, bytes, lines);
}

function whyAway({ scan }: ProjectFile): string {
  if (scan === "infected") return "Not in the archive: the virus scanner found something in it";
  if (scan === "quarantined") return "Not in the archive: it waits for the virus scanner";
  return "Not in the archive: its bytes are missing in this installation";
}

async function* encode(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}
