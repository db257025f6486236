import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import type { EventDataOf } from "../lifecycle/event";
import { Changed, NotThere, Rejected } from "../outcome";
import {
  type Control,
  compareRefs,
  type Implementation,
  listControls,
  MAX_OWN_CONTROLS,
  nothingStated,
  OWN_GROUP,
  type SoaField,
  type SoaLine,
  textOf,
  valueFrom,
} from "../soa/statement";
import { type Act, actOnProject, type Submission } from "./act";
import { db, type Tx } from "./db";
import { tell } from "./move";
import { permit } from "./permit";
import { reachProject } from "./reach";
import type { LoadedProject } from "./record";
import { readProofs } from "./soa-proofs";

/** So many references are named in a sentence; more are counted. */
const NAMED = 5;

/**
 * The draft of the Statement of Applicability: every reference control, then the own ones. The client's alone. Throws
 * NotThere for a body, for a role that reads no project, and for a standard without Annex A.
 */
export async function readSoa(
  actor: Actor,
  projectId: string,
): Promise<LoadedProject & { lines: SoaLine[] }> {
  if (actor.side !== "client" || !may(actor, "soa.read")) throw new NotThere();
  const project = await reachProject(actor, projectId);
  if (!project.record.needsSoa) throw new NotThere();
  return { ...project, lines: await readLines(db(actor), project) };
}

/** The lines of a project whose reach was checked, with what shows each of them. */
export async function readLines(from: Tx, project: LoadedProject): Promise<SoaLine[]> {
  const proofs = await readProofs(from, project);
  return (await readStated(from, project)).map((line) => {
    const own = proofs.get(line.ref);
    return own ? { ...line, proofs: own } : line;
  });
}

/** What the lines state, without their evidence. */
export async function readStated(from: Tx, { record }: LoadedProject): Promise<SoaLine[]> {
  const kept = await from.soaLine.findMany({ where: { projectId: record.id, clientId: record.clientId } });
  const controls: Control[] = listControls(record.standardId);
  const refs = new Set(controls.map(({ ref }) => ref));
  const own = kept
    .flatMap(({ ref, title }) =>
      title === null || refs.has(ref) ? [] : [{ ref, title, group: OWN_GROUP, theme: null }],
    )
    .sort((one, other) => compareRefs(one.ref, other.ref));
  const rows = new Map(kept.map((row) => [row.ref, row]));
  return [...controls, ...own].map((control) => {
    const row = rows.get(control.ref);
    if (!row) return { ...control, ...nothingStated };
    const { applicable, justification, exclusion, owner, notes } = row;
    const implementation = row.implementation as Implementation | null;
    return { ...control, applicable, justification, exclusion, implementation, owner, notes };
  });
}

export interface SaveSoa {
  projectId: string;
  field: SoaField;
  /** As a form sends it; "" takes the value away. */
  text: string;
  /** The lines that get it, each with what the page showed there. */
  lines: readonly { ref: string; seen: string }[];
}

/**
 * Writes one value into one line or into several, all or none. Throws Changed when somebody wrote another value into one of
 * them since the page showed it: nobody overwrites what they have not seen.
 */
export async function saveSoa(
  actor: Actor,
  { projectId, field, text, lines }: SaveSoa,
  submission: Submission,
): Promise<null> {
  permit(actor, "soa.edit");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const now = new Map((await linesOf(act)).map((line) => [line.ref, line]));
    const value = valueFrom(field, text);
    if (value === undefined) throw new Rejected({ text: "Choose one of the values." });
    const found = lines.map(({ ref, seen }) => ({ line: now.get(ref), seen }));
    const overtaken: string[] = [];
    const changed: string[] = [];
    for (const { line, seen } of found) {
      if (!line) throw new NotThere();
      const current = textOf(line, field);
      if (current === text) continue;
      if (current === seen) changed.push(line.ref);
      else overtaken.push(line.ref);
    }
    if (overtaken.length > 0) {
      throw new Changed(`Somebody else changed ${nameRefs(overtaken)} meanwhile. Nothing was overwritten.`);
    }
    if (changed.length === 0) return null;
    await writeLines(act, changed, { [field]: value });
    await tellLines(act, "soa.edit", { field: FIELD_NAMES[field], controls: nameRefs(changed) });
    return null;
  });
}

const FIELD_NAMES: Record<SoaField, string> = {
  applicable: "applicability",
  justification: "justification",
  exclusion: "justification",
  implementation: "state of implementation",
  owner: "owner",
  notes: "notes",
};

export interface OwnControl {
  projectId: string;
  ref: string;
  title: string;
}

/** Adds a control that does not stand in Annex A (IS-7). Throws Rejected for a reference that is taken. */
export async function addOwnControl(
  actor: Actor,
  { projectId, ref, title }: OwnControl,
  submission: Submission,
): Promise<null> {
  permit(actor, "soa.edit");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const lines = await linesOf(act);
    const isTaken = lines.some((line) => line.ref.toLowerCase() === ref.toLowerCase());
    if (isTaken) throw new Rejected({ controlRef: `${ref} is in the statement already. Use another one.` });
    if (lines.filter(({ theme }) => theme === null).length >= MAX_OWN_CONTROLS) {
      throw new Rejected({ controlRef: `A statement can have ${MAX_OWN_CONTROLS} own controls.` });
    }
    await writeLines(act, [ref], { title });
    await tellLines(act, "soa.addControl", { controls: ref });
    return null;
  });
}

/** Takes an own control away with what was stated of it; approved versions keep it. Throws Rejected for any other. */
export async function removeOwnControl(
  actor: Actor,
  { projectId, ref }: Omit<OwnControl, "title">,
  submission: Submission,
): Promise<null> {
  permit(actor, "soa.edit");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const line = (await linesOf(act)).find((one) => one.ref === ref && one.theme === null);
    if (!line) throw new Rejected({ controlRef: "Choose one of the own controls." });
    await act.tx.soaLine.deleteMany({ where: { projectId: act.project.record.id, ref } });
    await tellLines(act, "soa.removeControl", { controls: ref });
    return null;
  });
}

/** The lines as the act finds them. Throws NotThere for a standard without Annex A. */
export async function linesOf({ tx, project }: Act): Promise<SoaLine[]> {
  if (!project.record.needsSoa) throw new NotThere();
  return await readLines(tx, project);
}

type Change = Partial<Record<SoaField | "title", string | boolean | null>>;

/** Writes the same values into the lines; a line that has no row yet gets one. */
async function writeLines({ tx, actor, project, submission }: Act, refs: readonly string[], change: Change) {
  const { id: projectId, clientId } = project.record;
  const by = { changedById: actor.personId, changedAt: submission.now };
  const data = { ...change, ...by } as typeof by;
  const made = await tx.soaLine.createMany({
    data: refs.map((ref) => ({ projectId, clientId, ref, ...data })),
    skipDuplicates: true,
  });
  if (made.count === refs.length) return;
  // Rows that were just made take the same values once more; a second statement to tell them apart would cost as much.
  await tx.soaLine.updateMany({
    where: { projectId, ref: { in: [...refs] } },
    data: { ...data, version: { increment: 1 } },
  });
}

type LineEvent = "soa.edit" | "soa.addControl" | "soa.removeControl" | "soa.import";

/** Tells the client's own side what happened to lines of the draft. */
export async function tellLines<K extends LineEvent>(act: Act, kind: K, data: EventDataOf<K>) {
  await tell(act, kind, { type: "project", id: act.project.record.id }, data, { audience: "own" });
}

/** "A.5.1, A.5.2 and 12 more" */
export function nameRefs(refs: readonly string[]): string {
  const named = refs.slice(0, NAMED).join(", ");
  return refs.length > NAMED ? `${named} and ${refs.length - NAMED} more` : named;
}
