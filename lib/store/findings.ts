import "server-only";
import type { Actor } from "../actor";
import { auditNames } from "../lifecycle/naming";
import type { FindingRecord, Grade, ProjectRecord } from "../lifecycle/record";
import { Changed, NotThere, Rejected } from "../outcome";
import { findRequirement } from "../standards/requirements";
import { type Act, actOnProject, factsOf, type Submission } from "./act";
import { auditOf, type FindingAct, findingFacts, findingSubject, ownDraft } from "./finding-act";
import { allow, move, tell } from "./move";
import { newId } from "./new-id";
import { knownId } from "./reach";

/** What an auditor writes down. Everything may still be missing in a draft. */
export interface FindingDraft {
  grade: Grade | null;
  requirementRef: string | null;
  subRef: string | null;
  statement: string | null;
  evidence: string | null;
  siteId: string | null;
  process: string | null;
}

/** Which draft a device sends: its own id of it, and the version it started from; none where it made the draft. */
export interface DeviceDraft {
  projectId: string;
  auditId: string;
  findingId: string;
  baseVersion: number | null;
  draft: FindingDraft;
}

/**
 * Keeps a draft under the id that the device gave it: makes it, or rewrites it where nobody else has since. The same draft
 * sent again is answered as the first time, also by another request. Throws Changed where somebody rewrote, issued or
 * deleted it meanwhile, and NotThere for an id that is no draft of this audit.
 */
export async function keepDraft(
  actor: Actor,
  { findingId, baseVersion, ...input }: DeviceDraft,
  submission: Submission,
): Promise<{ version: number }> {
  return await actOnProject(actor, input, submission, async (act) => {
    const id = knownId(findingId);
    const known = act.project.record.findings.find((one) => one.id === id);
    if (!known) {
      if (baseVersion !== null) throw new Changed("Somebody deleted this draft meanwhile.");
      // An id that a finding out of reach has is none that a device made.
      const { count } = await makeDraft(act, input, id);
      if (count !== 1) throw new NotThere();
      return { version: 0 };
    }
    const finding = await ownDraft(act, id);
    if (finding.auditId !== knownId(input.auditId)) throw new NotThere();
    // Who may write no draft here is told that, not what became of this one.
    allow("nonconformity", "editDraft", "draft", findingFacts(act, finding), {});
    if (finding.number !== null) throw new Changed(`This draft was issued as ${finding.number} meanwhile.`);
    if (await isKept(act, id, input.draft)) return { version: finding.version };
    if (finding.version !== baseVersion) throw new Changed("Somebody changed this draft meanwhile.");
    await rewriteDraft(act, finding, input.draft, finding.version);
    return { version: finding.version + 1 };
  });
}

/** Whether the draft says this already: an answer may have been lost on its way. */
async function isKept({ tx }: Act, id: string, draft: FindingDraft): Promise<boolean> {
  return (await tx.finding.count({ where: { id, ...draft } })) === 1;
}

/** Logs a draft finding in a running audit (NC-3). Only the drafting organisation sees it until it is issued. */
export async function draftFinding(
  actor: Actor,
  input: { projectId: string; auditId: string; draft: FindingDraft },
  submission: Submission,
): Promise<{ findingId: string }> {
  const findingId = newId();
  return await actOnProject(actor, input, submission, async (act) => {
    await makeDraft(act, input, findingId);
    return { findingId };
  });
}

async function makeDraft(
  act: Act,
  input: { auditId: string; draft: FindingDraft },
  findingId: string,
): Promise<{ count: number }> {
  const { record } = act.project;
  const audit = auditOf(record, input.auditId);
  const allowed = allow("audit", "draftFinding", audit.state, { ...factsOf(act), audit }, {});
  checkDraft(record, input.draft);
  const { certificationCase, bodyId } = record;
  if (!certificationCase || !bodyId) throw new NotThere();
  // A draft overwrites nothing, so no version of the page stands against it: two auditors may log at once.
  const subject = { type: "audit", id: audit.id, version: audit.version } as const;
  await move(act, subject, allowed, {}, { audit: auditNames[audit.kind] }, { audience: "own" });
  return await act.tx.finding.createMany({
    skipDuplicates: true,
    data: {
      ...input.draft,
      id: findingId,
      auditId: audit.id,
      caseId: certificationCase.id,
      projectId: record.id,
      clientId: record.clientId,
      bodyId,
      draftedById: act.moment.personId,
      draftedByOrganisationId: act.actor.organisationId,
      createdAt: act.submission.now,
    },
  });
}

/** Rewrites a draft finding; an issued one never changes (invariant 21). */
export async function editDraft(
  actor: Actor,
  input: FindingAct & { draft: FindingDraft },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const finding = await ownDraft(act, input.findingId);
    await rewriteDraft(act, finding, input.draft, input.version);
    return null;
  });
}

async function rewriteDraft(
  act: Act,
  finding: FindingRecord,
  draft: FindingDraft,
  seen: number | undefined,
): Promise<void> {
  const allowed = allow("nonconformity", "editDraft", finding.state, findingFacts(act, finding), {});
  checkDraft(act.project.record, draft);
  await move(act, findingSubject(finding, seen), allowed, { ...draft }, {}, { audience: "own" });
}

/** Deletes a draft finding: it was never issued, so nothing of it stays but the entry in the own trail. */
export async function discardDraft(actor: Actor, input: FindingAct, submission: Submission): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const finding = await ownDraft(act, input.findingId);
    const { kind, machine, from, to } = allow(
      "nonconformity",
      "discardDraft",
      finding.state,
      findingFacts(act, finding),
      {},
    );
    const { id, version } = findingSubject(finding, input.version);
    const { count } = await act.tx.finding.deleteMany({ where: { id, version, number: null } });
    if (count !== 1) throw new Changed();
    await tell(act, kind, { type: "finding", id }, {}, { audience: "own", move: { machine, from, to } });
    return null;
  });
}

/** A draft names a requirement of the project's standard and a site of the project, or none yet. */
function checkDraft(record: ProjectRecord, { requirementRef, siteId }: FindingDraft): void {
  if (requirementRef && !findRequirement(record.standardId, requirementRef)) {
    throw new Rejected({ requirementRef: "Choose a clause or control of the standard from the list" });
  }
  if (siteId && !record.siteIds.includes(knownId(siteId))) {
    throw new Rejected({ siteId: "Choose a site of this project" });
  }
}
