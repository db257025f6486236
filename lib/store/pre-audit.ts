import "server-only";
import type { Actor } from "../actor";
import { type Day, dateToDay, dayToDate } from "../day";
import { NotThere } from "../outcome";
import { actOnProject, factsOf, type Submission } from "./act";
import { type CaseAct, caseOf, caseSubject } from "./cases";
import { db } from "./db";
import { allow, move } from "./move";
import { reachProject } from "./reach";

/** Skips the optional pre-audit (PRE-1: it counts for nothing later). */
export async function skipPreAudit(actor: Actor, input: CaseAct, submission: Submission): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const allowed = allow("certification", "skipPreAudit", caseOf(act).state, factsOf(act), {});
    await move(act, caseSubject(act, input.version), allowed, {}, {});
    return null;
  });
}

export interface StartPreAudit extends CaseAct {
  provider: string;
  byBody: boolean;
  startsOn: Day;
}

/** Starts the optional pre-audit by the body or by somebody independent (PRE-1, PRE-2). */
export async function startPreAudit(
  actor: Actor,
  input: StartPreAudit,
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { provider, byBody, startsOn } = input;
    const allowed = allow("certification", "startPreAudit", caseOf(act).state, factsOf(act), input);
    await move(act, caseSubject(act, input.version), allowed, {}, { provider });
    const { id: caseId } = caseOf(act);
    const { clientId, bodyId } = act.project.record;
    if (!bodyId) throw new NotThere();
    await act.tx.preAudit.create({
      data: { caseId, clientId, bodyId, byBody, provider, startsOn: dayToDate(startsOn) },
    });
    return null;
  });
}

export interface FinishPreAudit extends CaseAct {
  endsOn: Day;
  gaps: string | null;
  recommendations: string | null;
}

/** Finishes the pre-audit with its gaps and, if not by the body, its recommendations (PRE-1). */
export async function finishPreAudit(
  actor: Actor,
  input: FinishPreAudit,
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { endsOn, gaps, recommendations } = input;
    const allowed = allow("certification", "finishPreAudit", caseOf(act).state, factsOf(act), {
      endsOn,
      gaps: gaps ?? "",
      recommendations: recommendations ?? "",
    });
    await move(act, caseSubject(act, input.version), allowed, {}, {});
    await act.tx.preAudit.update({
      where: { caseId: caseOf(act).id },
      data: { endsOn: dayToDate(endsOn), gaps, recommendations },
    });
    return null;
  });
}

/**
 * The pre-audit of a project as its page shows it, with the record for the reasons of its buttons. What somebody independent
 * found is the client's own: it is no input to what the body judges or decides (PRE-1).
 */
export async function readPreAudit(actor: Actor, projectId: string) {
  const project = await reachProject(actor, projectId);
  const { certificationCase } = project.record;
  if (!certificationCase) return { ...project, certificationCase: null, preAudit: null };
  const kept = await db(actor).preAudit.findUnique({ where: { caseId: certificationCase.id } });
  const isOfClientAlone = kept !== null && actor.side === "body" && !kept.byBody;
  const preAudit = kept && {
    isOfClientAlone,
    byBody: kept.byBody,
    provider: kept.provider,
    gaps: isOfClientAlone ? null : kept.gaps,
    recommendations: isOfClientAlone ? null : kept.recommendations,
    startsOn: dateToDay(kept.startsOn),
    endsOn: kept.endsOn && dateToDay(kept.endsOn),
  };
  return { ...project, certificationCase, preAudit };
}
