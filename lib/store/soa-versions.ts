import "server-only";
import { createHash } from "node:crypto";
import { may } from "../access";
import type { Actor } from "../actor";
import { type Day, dateToDay, dayToDate, formatDay, isBefore } from "../day";
import { canonicalJson } from "../documents/canonical-json";
import { openCaseStates } from "../lifecycle/certification-states";
import { Changed, NotThere, Rejected } from "../outcome";
import { type ApprovedContent, approvedLines } from "../soa/approved";
import { gapsOf, type SoaLine } from "../soa/statement";
import { type Act, actOnProject, type Submission } from "./act";
import { db, type Prisma, type Tx } from "./db";
import { tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { recordSoaVersion } from "./preparation";
import { reachProject } from "./reach";
import { linesOf, nameRefs } from "./soa";

export interface ApproveSoa {
  projectId: string;
  label: string;
  approvedOn: Day;
  /** The mark of the draft as the page showed it (`markOf`). */
  version: number | undefined;
}

/** Versions of one statement; they are named and compared one by one. */
const MAX_VERSIONS = 500;
const MARK_DIGITS = 12;

/** Tells one state of the draft from another: a page approves what it showed, and nothing that came after. */
export function markOf(lines: readonly SoaLine[]): number {
  return Number.parseInt(hashOf(lines).slice(0, MARK_DIGITS), 16);
}

const hashOf = (content: unknown) => createHash("sha256").update(canonicalJson(content)).digest("hex");

/**
 * Approves the draft as a version whose content never changes, and records it for the certification case where one is open
 * (IS-5). Throws Rejected while a line has gaps (6.1.3 d), and Changed when the draft is not the one that was seen.
 */
export async function approveSoa(
  actor: Actor,
  { projectId, label, approvedOn, version }: ApproveSoa,
  submission: Submission,
): Promise<{ no: number }> {
  permit(actor, "soa.approve");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const lines = await linesOf(act);
    if (version !== undefined && version !== markOf(lines)) {
      throw new Changed(
        "Somebody changed the statement since you opened this page. Read it again, then approve it.",
      );
    }
    const open = lines.filter((line) => gapsOf(line).length > 0).map(({ ref }) => ref);
    if (open.length > 0) throw new Rejected({ soaVersion: `Complete ${nameRefs(open)} first.` });
    const no = await nextNumber(act, label, approvedOn);
    await keepVersion(act, { no, label, approvedOn, approvedBy: actor.personName }, lines);
    const said = { version: label, approvedOn };
    await tell(act, "soa.approve", { type: "project", id: act.project.record.id }, said);
    const { certificationCase } = act.project.record;
    if (certificationCase && openCaseStates.some((state) => state === certificationCase.state)) {
      await recordSoaVersion(act, { soaVersion: label, approvedOn });
    }
    return { no };
  });
}

async function nextNumber({ tx, project, moment }: Act, label: string, approvedOn: Day): Promise<number> {
  const earlier = await listVersions(tx, project.record.id);
  if (earlier.some((one) => one.label.toLowerCase() === label.toLowerCase())) {
    throw new Rejected({ soaVersion: `There is a version ${label} already. Use another name.` });
  }
  if (approvedOn > moment.today) throw new Rejected({ approvedOn: "Enter today, or a day before it." });
  const [last] = earlier;
  if (last && isBefore(approvedOn, last.approvedOn)) {
    throw new Rejected({
      approvedOn: `Enter ${formatDay(last.approvedOn)} or a later day: version ${last.label} was approved then.`,
    });
  }
  return (last?.no ?? 0) + 1;
}

async function keepVersion(
  { tx, actor, project, submission }: Act,
  head: Pick<ApprovedContent, "no" | "label" | "approvedOn" | "approvedBy">,
  lines: readonly SoaLine[],
): Promise<void> {
  const { id: projectId, clientId, standardId } = project.record;
  const content: ApprovedContent = { ...head, standardId, lines: approvedLines(lines) };
  await tx.soaVersion.create({
    data: {
      ...{ id: newId(), projectId, clientId, no: head.no, label: head.label },
      ...{ approvedOn: dayToDate(head.approvedOn), approvedById: actor.personId, approvedAt: submission.now },
      content: content as unknown as Prisma.InputJsonObject,
      sha256: hashOf(content),
    },
  });
}

/** An approved version as lists show it. */
export interface SoaVersionHead {
  no: number;
  label: string;
  approvedOn: Day;
}

/** The newest first. */
async function listVersions(from: Tx, projectId: string): Promise<SoaVersionHead[]> {
  const kept = await from.soaVersion.findMany({
    where: { projectId },
    select: { no: true, label: true, approvedOn: true },
    orderBy: { no: "desc" },
    take: MAX_VERSIONS,
  });
  return kept.map((one) => ({ ...one, approvedOn: dateToDay(one.approvedOn) }));
}

/** A version as it was approved; `isIntact` says whether its content still has the hash it was kept with. */
export interface SoaVersionView extends ApprovedContent {
  sha256: string;
  isIntact: boolean;
}

/** The approved versions, and the contents of those asked for by number: the client's, and the engaged body's to read. */
export async function readSoaVersions(actor: Actor, projectId: string, nos: readonly number[] = []) {
  if (!may(actor, "soa.read")) throw new NotThere();
  const project = await reachProject(actor, projectId);
  if (!project.record.needsSoa) throw new NotThere();
  const versions = await listVersions(db(actor), project.record.id);
  const kept = await db(actor).soaVersion.findMany({
    where: { projectId: project.record.id, no: { in: [...nos] } },
    select: { content: true, sha256: true },
    orderBy: { no: "desc" },
  });
  const contents = kept.map(({ content, sha256 }): SoaVersionView => {
    const approved = content as unknown as ApprovedContent;
    return { ...approved, sha256, isIntact: hashOf(approved) === sha256 };
  });
  return { ...project, versions, contents };
}
