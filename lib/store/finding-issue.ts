import "server-only";
import type { Actor } from "../actor";
import { dayToDate } from "../day";
import { closureDueOn, planDueOn } from "../lifecycle/deadlines";
import { gradeOf } from "../lifecycle/finding-words";
import type { FindingRecord, Grade } from "../lifecycle/record";
import { Changed, Refused } from "../outcome";
import { type Act, actOnProject, type Submission } from "./act";
import { auditOf, type FindingAct, findingFacts, findingSubject, ownDraft } from "./finding-act";
import { allow, move } from "./move";
import { type NumberKind, takeNumber } from "./numbers";

const numberKinds: Record<Grade, NumberKind> = {
  major: "NC",
  minor: "NC",
  opportunity: "OFI",
  conformity: "C",
};

/** Issues one draft: it gets its number and, as a nonconformity, its deadlines; from now on it is unchangeable (NC-3). */
export async function issueFinding(
  actor: Actor,
  input: FindingAct,
  submission: Submission,
): Promise<{ number: string }> {
  return await actOnProject(actor, input, submission, async (act) => {
    const finding = await ownDraft(act, input.findingId);
    return { number: await raise(act, finding, input.version) };
  });
}

/**
 * Issues every complete draft of one audit, oldest first; incomplete ones stay drafts. Refused with the reasons of all
 * when none can be issued, and as changed meanwhile when there is no draft any more.
 */
export async function issueFindings(
  actor: Actor,
  input: { projectId: string; auditId: string },
  submission: Submission,
): Promise<{ numbers: string[]; left: number }> {
  return await actOnProject(actor, input, submission, async (act) => {
    const drafts = await listOwnDrafts(act, auditOf(act.project.record, input.auditId).id);
    if (drafts.length === 0) throw new Changed("No draft is left here: somebody issued or deleted them.");
    const numbers: string[] = [];
    const refused: Refused[] = [];
    for (const draft of drafts) {
      try {
        numbers.push(await raise(act, draft));
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        refused.push(error);
      }
    }
    if (numbers.length === 0 && refused.length > 0) {
      const reasons = refused.flatMap(({ refusals }) => refusals);
      throw new Refused(reasons.filter(({ code }, i) => reasons.findIndex((one) => one.code === code) === i));
    }
    return { numbers, left: refused.length };
  });
}

async function raise(act: Act, finding: FindingRecord, seen?: number): Promise<string> {
  const facts = findingFacts(act, finding);
  const allowed = allow("nonconformity", "raise", finding.state, facts, {});
  const grade = gradeOf(finding);
  const { policy, on, personId } = act.moment;
  // A running audit has its days (the database keeps this); they count from the last one (domain 5.4).
  const lastDay = facts.audit.endsOn ?? on;
  const plan = planDueOn(grade, lastDay, policy, on).on;
  const closure = closureDueOn(grade, lastDay, policy, on).on;
  const number = await takeNumber(act.tx, act.project.record.id, numberKinds[grade]);
  await move(
    act,
    findingSubject(finding, seen),
    allowed,
    {
      number,
      issuedOn: dayToDate(on),
      issuedById: personId,
      planDueOn: plan && dayToDate(plan),
      closureDueOn: closure && dayToDate(closure),
    },
    { number, grade, requirement: await requirementOf(act, finding.id) },
  );
  return number;
}

async function listOwnDrafts(act: Act, auditId: string): Promise<FindingRecord[]> {
  const own = await act.tx.finding.findMany({
    where: { auditId, state: "draft", draftedByOrganisationId: act.actor.organisationId },
    select: { id: true },
  });
  const ids = new Set(own.map(({ id }) => id));
  return act.project.record.findings.filter(({ id }) => ids.has(id));
}

/** "A.8.9" or "9.2.2 c)" as the trail says it. */
async function requirementOf(act: Act, findingId: string): Promise<string> {
  const { requirementRef, subRef } = await act.tx.finding.findUniqueOrThrow({
    where: { id: findingId },
    select: { requirementRef: true, subRef: true },
  });
  return [requirementRef, subRef].filter(Boolean).join(" ");
}
