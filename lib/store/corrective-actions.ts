import "server-only";
import { cache } from "react";
import { may } from "../access";
import type { Actor } from "../actor";
import type { Day } from "../day";
import type { ScanView } from "../files/scan-state";
import type { CauseMethod } from "../five-whys";
import type { EventKind } from "../lifecycle/event";
import type { EventData } from "../lifecycle/event-text";
import type { VerificationMethod } from "../lifecycle/nonconformity-rules";
import { isNonconformity } from "../lifecycle/reading";
import { NotThere } from "../outcome";
import { correctiveQuery } from "./corrective-sql";
import { db } from "./db";
import { type IssuedFinding, issuedFinding } from "./nonconformities";
import type { SubmittedPlan } from "./plans";
import { readProjectHead } from "./project-head";
import { knownId, reachProject } from "./reach";
import type { LoadedProject } from "./record";

export interface PlanWords {
  correction: string | null;
  extent: string | null;
  cause: string | null;
  causeMethod: CauseMethod;
  effectivenessCheck: string | null;
}

/** A corrective action as pages show it. */
export interface ShownAction {
  id: string;
  no: number;
  what: string;
  ownerId: string | null;
  owner: string | null;
  dueOn: Day | null;
  proof: string | null;
  doneOn: Day | null;
  doneNote: string | null;
  doneBy: string | null;
}

/** A file of evidence as pages list it. */
export interface ShownEvidence {
  fileId: string;
  /** The action it proves; null = the finding as a whole. */
  actionId: string | null;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  note: string | null;
  /** What day it is of, where that was said. */
  datedOn: Day | null;
  by: string;
  /** ISO instant. */
  at: string;
  scan: ScanView;
}

/** One act between client and body about the plan, newest first in a list. */
export interface Round {
  no: number;
  kind: EventKind;
  at: string;
  by: string;
  organisation: string;
  side: string;
  data: EventData;
  reason: string | null;
  recorded: {
    on: Day;
    by: string;
    fileId: string;
    standing: "recorded" | "confirmed" | "corrected";
    scan: ScanView;
  } | null;
}

export interface Submitted {
  no: number;
  content: SubmittedPlan;
  by: string;
  at: string;
}

interface Row {
  id: string;
  issuedBy: string | null;
  requirementRef: string | null;
  subRef: string | null;
  statement: string | null;
  objectiveEvidence: string | null;
  process: string | null;
  site: string | null;
  returnComment: string | null;
  verificationMethod: VerificationMethod | null;
  effectiveness: string | null;
  verifiedOn: Day | null;
  verifiedBy: string | null;
  closedOn: Day | null;
  carriedTo: string | null;
  endedReason: string | null;
  clientName: string;
  bodyName: string;
  plan: PlanWords | null;
  actions: ShownAction[];
  submissions: Submitted[];
  evidence: ShownEvidence[];
  rounds: Round[];
}

/**
 * One nonconformity with its plan, evidence and what went to and fro, as both sides may see it: the body never reads
 * a plan or a file that is still in preparation. The project was looked up through the actor. Throws NotThere for a draft.
 */
export async function readCorrections(actor: Actor, { record }: LoadedProject, findingId: string) {
  const issued = issuedFinding(record, knownId(findingId));
  const [row] = await db(actor).$queryRaw<Row[]>(correctiveQuery(record.id, [issued.finding.id]));
  if (!row) throw new NotThere();
  return correctionsOf(actor, issued, row);
}

function correctionsOf(actor: Actor, issued: IssuedFinding, row: Row) {
  const shown = actor.side === "client" ? row : withoutPreparation(row, issued.finding.state);
  return { ...issued, ...shown };
}

/**
 * The nonconformities of a project, or the one asked for, with their answers as both sides may see them. Throws NotThere as
 * readCorrectiveAction does.
 */
export async function listCorrections(actor: Actor, projectId: string, findingId: string | null) {
  if (!may(actor, "project.read")) throw new NotThere();
  const project = await reachProject(actor, projectId);
  const { record } = project;
  const asked = findingId === null ? null : knownId(findingId);
  const wanted = record.findings.filter(
    (finding) => finding.number !== null && isNonconformity(finding) && [null, finding.id].includes(asked),
  );
  const ids = wanted.map(({ id }) => id);
  const rows = ids.length > 0 ? await db(actor).$queryRaw<Row[]>(correctiveQuery(record.id, ids)) : [];
  if (asked !== null && rows.length === 0) throw new NotThere();
  const { clientName, bodyName } = await readProjectHead(actor, record.id);
  const corrections = rows.map((row) => correctionsOf(actor, issuedFinding(record, row.id), row));
  return { ...project, clientName, bodyName, corrections };
}

/**
 * The same with its project, for a page. Throws NotThere for a stranger too, and for an action owner, who reads own actions only.
 * Read once a request, for the page and its title.
 */
export const readCorrectiveAction = cache(async (actor: Actor, projectId: string, findingId: string) => {
  if (!may(actor, "project.read")) throw new NotThere();
  const project = await reachProject(actor, projectId);
  return { ...project, ...(await readCorrections(actor, project, findingId)) };
});

export type CorrectiveView = Awaited<ReturnType<typeof readCorrectiveAction>>;
export type ListedCorrections = Awaited<ReturnType<typeof listCorrections>>;

/** What the body may see: the plan that lies with it or that it accepted, and files up to the last submission. */
function withoutPreparation(row: Row, state: string): Row {
  const evidence = row.evidence.filter(wasHandedOver(row, state));
  return state === "open" ? { ...row, plan: null, actions: [], evidence } : { ...row, evidence };
}

/** Tells of each file of evidence of a finding whether the client has submitted it (CAP-2). */
export function wasHandedOver({ rounds }: Pick<Row, "rounds">, state: string) {
  const lastSubmitted = rounds.find(({ kind }) => kind === "nonconformity.submitEvidence")?.at ?? "";
  const isWithBody = ["evidence_submitted", "verified", "closed", "superseded"].includes(state);
  return ({ at }: Pick<ShownEvidence, "at">) => isWithBody || at <= lastSubmitted;
}
