import "server-only";
import type { Actor } from "../actor";
import { auditNames } from "../lifecycle/naming";
import type { Grade, ProjectRecord } from "../lifecycle/record";
import { Changed, NotThere, Rejected } from "../outcome";
import { findRequirement } from "../standards/requirements";
import { actOnProject, factsOf, type Submission } from "./act";
import { auditOf, type FindingAct, findingFacts, findingSubject, ownDraft } from "./finding-act";
import { allow, move, tell } from "./move";
import { newId } from "./new-id";
import { knownId } from "./reach";

/** What an auditor writes down. Everything but the grade may still be missing in a draft. */
export interface FindingDraft {
  grade: Grade;
  requirementRef: string | null;
  subRef: string | null;
  statement: string | null;
  evidence: string | null;
  siteId: string | null;
  process: string | null;
}

/** Logs a draft finding in a running audit (NC-3). Only the drafting organisation sees it until it is issued. */
export async function draftFinding(
  actor: Actor,
  input: { projectId: string; auditId: string; draft: FindingDraft },
  submission: Submission,
): Promise<{ findingId: string }> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { record } = act.project;
    const audit = auditOf(record, input.auditId);
    const allowed = allow("audit", "draftFinding", audit.state, { ...factsOf(act), audit }, {});
    checkDraft(record, input.draft);
    const { certificationCase, bodyId } = record;
    if (!certificationCase || !bodyId) throw new NotThere();
    // A draft overwrites nothing, so no version of the page stands against it: two auditors may log at once.
    const subject = { type: "audit", id: audit.id, version: audit.version } as const;
    await move(act, subject, allowed, {}, { audit: auditNames[audit.kind] }, { audience: "own" });
    const findingId = newId();
    await act.tx.finding.create({
      data: {
        ...input.draft,
        id: findingId,
        auditId: audit.id,
        caseId: certificationCase.id,
        projectId: record.id,
        clientId: record.clientId,
        bodyId,
        draftedById: act.moment.personId,
        draftedByOrganisationId: actor.organisationId,
        createdAt: submission.now,
      },
    });
    return { findingId };
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
    const allowed = allow("nonconformity", "editDraft", finding.state, findingFacts(act, finding), {});
    checkDraft(act.project.record, input.draft);
    const subject = findingSubject(finding, input.version);
    await move(act, subject, allowed, { ...input.draft }, {}, { audience: "own" });
    return null;
  });
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
