import "server-only";
import type { Actor } from "../actor";
import { type Day, dayToDate } from "../day";
import { closureDueOn } from "../lifecycle/deadlines";
import { gradeOf } from "../lifecycle/finding-words";
import type { Grade } from "../lifecycle/record";
import { actOnProject, type Submission } from "./act";
import { type FindingAct, findingFacts, findingSubject, numberOf, ownDraft } from "./finding-act";
import { handOverWhenReady } from "./handover";
import { allow, move } from "./move";
import { newId } from "./new-id";

export interface Regrade extends FindingAct {
  grade: Grade;
  reason: string | null;
}

/**
 * Changes the grade of an issued nonconformity between minor and major (NC-1, NC-5). The old grade stays in the
 * history with the reason (invariant 18); the closing day is counted anew for the new grade.
 */
export async function regradeFinding(actor: Actor, input: Regrade, submission: Submission): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const finding = await ownDraft(act, input.findingId);
    const facts = findingFacts(act, finding);
    const { grade } = input;
    const reason = input.reason ?? "";
    const allowed = allow("nonconformity", "regrade", finding.state, facts, { grade, reason });
    const { clientId, bodyId, id: projectId } = act.project.record;
    // The history first: the database lets a grade change only when its reason is there.
    await act.tx.gradeChange.create({
      data: {
        id: newId(),
        findingId: finding.id,
        projectId,
        clientId,
        bodyId: bodyId ?? "",
        fromGrade: gradeOf(finding),
        toGrade: grade,
        reason: reason.trim(),
        changedById: act.moment.personId,
        changedAt: submission.now,
      },
    });
    const closure = closureDueOn(
      grade,
      facts.audit.endsOn ?? act.moment.on,
      act.moment.policy,
      finding.issuedOn,
    ).on;
    await move(
      act,
      findingSubject(finding, input.version),
      allowed,
      {
        grade,
        closureDueOn: closure && dayToDate(closure),
        // Only a minor is carried to the next audit (DEC-4).
        ...(grade === "major" ? { carriedTo: null } : {}),
      },
      { number: numberOf(finding), from: gradeOf(finding), to: grade, reason: reason.trim() },
      { reason },
    );
    await handOverWhenReady(act);
    return null;
  });
}

/** Takes an issued finding off the record with a reason (NC-6); its number and its words stay readable. */
export async function withdrawFinding(
  actor: Actor,
  input: FindingAct & { reason: string | null },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const finding = await ownDraft(act, input.findingId);
    const reason = input.reason ?? "";
    const allowed = allow("nonconformity", "withdrawFinding", finding.state, findingFacts(act, finding), {
      reason,
    });
    await move(
      act,
      findingSubject(finding, input.version),
      allowed,
      { endedReason: reason.trim() },
      { number: numberOf(finding), reason: reason.trim() },
      { reason },
    );
    await handOverWhenReady(act);
    return null;
  });
}

export interface ExtendDeadline extends FindingAct {
  deadline: "plan" | "closure";
  to: Day;
  reason: string | null;
}

/** Moves a deadline of a nonconformity to a later day, never past the six months of a major (DEC-6). */
export async function extendDeadline(
  actor: Actor,
  input: ExtendDeadline,
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const finding = await ownDraft(act, input.findingId);
    const { deadline, to } = input;
    const reason = input.reason ?? "";
    const allowed = allow("nonconformity", "extendDeadline", finding.state, findingFacts(act, finding), {
      deadline,
      to,
      reason,
    });
    const on = dayToDate(to);
    await move(
      act,
      findingSubject(finding, input.version),
      allowed,
      deadline === "plan" ? { planDueOn: on } : { closureDueOn: on },
      { number: numberOf(finding), to, reason: reason.trim() },
      { reason },
    );
    return null;
  });
}
