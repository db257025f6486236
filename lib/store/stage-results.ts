import "server-only";
import type { Actor } from "../actor";
import { withCaseIn } from "../lifecycle/audit-pairs";
import { auditNames } from "../lifecycle/naming";
import { NotThere } from "../outcome";
import { actOnProject, factsOf, type Submission } from "./act";
import { type AuditAct, type AuditActing, actOnAudit } from "./audit-acts";
import { insertAudit } from "./audits";
import { type CaseAct, caseOf, caseSubject } from "./cases";
import { allow, allowAll, move } from "./move";

/** Confirms that Stage 2 can be planned, and concludes Stage 1 with it (ST1-3, IS-2). */
export async function confirmReadiness(actor: Actor, input: AuditAct, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, facts } = acting;
    const { justification } = act.submission;
    const confirm = () =>
      allow("certification", "readyForStage2", caseOf(act).state, facts, { justification });
    allowAll(confirm, ...concludingStage1(acting));
    await move(act, caseSubject(act), confirm(), {}, {});
    await concludeStage1(acting);
    return null;
  });
}

export interface WithReasonOnAudit extends AuditAct {
  reason: string;
}

/** Sends the case back to preparation, and concludes this Stage 1: another one follows (ST1-3). */
export async function sendBack(
  actor: Actor,
  input: WithReasonOnAudit,
  submission: Submission,
): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, facts } = acting;
    const { reason } = input;
    const refuse = () => allow("certification", "notReady", caseOf(act).state, facts, { reason });
    allowAll(refuse, ...concludingStage1(acting));
    await move(act, caseSubject(act), refuse(), {}, { reason });
    await concludeStage1(acting);
    return null;
  });
}

/** A Stage 1 that is reviewed again is concluded already; then only the case moves. */
function concludingStage1({ audit, facts }: AuditActing) {
  if (audit.kind !== "stage1") throw new NotThere();
  if (audit.state === "concluded") return [];
  return [() => allow("audit", "concludeAudit", audit.state, facts, {})];
}

async function concludeStage1(acting: AuditActing): Promise<void> {
  const { act, subject, name } = acting;
  for (const conclude of concludingStage1(acting)) await move(act, subject, conclude(), {}, { audit: name });
}

export interface ReviewAgain extends CaseAct {
  reason: string;
}

/** Takes Stage 1 up for review again, because something significant changed or too much time passed (ST1-4). */
export async function reviewStage1Again(
  actor: Actor,
  input: ReviewAgain,
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { reason } = input;
    const allowed = allow("certification", "reviewStage1Again", caseOf(act).state, factsOf(act), { reason });
    await move(act, caseSubject(act, input.version), allowed, {}, { reason });
    return null;
  });
}

/** Hands the case over to the decision: each major is verified and each minor's plan accepted (DEC-4). */
export async function completeFindings(actor: Actor, input: CaseAct, submission: Submission): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const allowed = allow("certification", "completeFindings", caseOf(act).state, factsOf(act), {});
    await move(act, caseSubject(act, input.version), allowed, {}, {});
    return null;
  });
}

/** Requires another Stage 2, because six months have passed with an unverified major (DEC-6). */
export async function requireStage2Again(
  actor: Actor,
  input: CaseAct,
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const allowed = allow("certification", "requireStage2Again", caseOf(act).state, factsOf(act), {});
    await move(act, caseSubject(act, input.version), allowed, {}, {});
    return null;
  });
}

/** Schedules another Stage 2 and creates its audit; the first one is kept (DEC-6). Returns the new audit's id. */
export async function scheduleStage2Again(
  actor: Actor,
  input: CaseAct,
  submission: Submission,
): Promise<string> {
  return await actOnProject(actor, input, submission, async (act) => {
    const kind = "stage2";
    const facts = factsOf(act);
    const schedule = () => allow("certification", "scheduleStage2Again", caseOf(act).state, facts, {});
    const create = () =>
      allow("certification", "createAudit", "stage2_planned", withCaseIn("stage2_planned", facts), { kind });
    allowAll(schedule, create);
    const subject = caseSubject(act, input.version);
    await move(act, subject, schedule(), {}, {});
    await move(act, { ...subject, version: subject.version + 1 }, create(), {}, { audit: auditNames[kind] });
    return await insertAudit(act, kind);
  });
}
