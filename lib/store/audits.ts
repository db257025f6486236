import "server-only";
import type { Actor } from "../actor";
import { alsoTerminatesStage, withCaseIn } from "../lifecycle/audit-pairs";
import { auditNames } from "../lifecycle/naming";
import type { AuditKind } from "../lifecycle/record";
import { NotThere } from "../outcome";
import { type Act, actOnProject, factsOf, type Submission } from "./act";
import { type AuditAct, actOnAudit } from "./audit-acts";
import { type CaseAct, caseOf, caseSubject } from "./cases";
import { allow, allowAll, move } from "./move";
import { newId } from "./new-id";

export interface CreateAudit extends CaseAct {
  kind: AuditKind;
}

/** Creates an audit of the programme (PRG-1), with the auditor days of the chosen proposal. Returns its id. */
export async function createAudit(actor: Actor, input: CreateAudit, submission: Submission): Promise<string> {
  return await actOnProject(actor, input, submission, async (act) => {
    const { kind } = input;
    const allowed = allow("certification", "createAudit", caseOf(act).state, factsOf(act), { kind });
    await move(act, caseSubject(act, input.version), allowed, {}, { audit: auditNames[kind] });
    return await insertAudit(act, kind);
  });
}

/** Adds the row of an audit that the case's table has allowed. */
export async function insertAudit(act: Act, kind: AuditKind): Promise<string> {
  const { id: projectId, clientId, bodyId, audits, sourcing } = act.project.record;
  if (!bodyId) throw new NotThere();
  const id = newId();
  await act.tx.audit.create({
    data: {
      id,
      caseId: caseOf(act).id,
      projectId,
      clientId,
      bodyId,
      kind,
      no: audits.filter((audit) => audit.kind === kind).length + 1,
      requiredCentidays: await offeredCentidays(act, kind, sourcing.chosenProposalId),
      createdAt: act.submission.now,
    },
  });
  return id;
}

/** What the chosen proposal offers for this audit; null where it says nothing (TIM-1). */
async function offeredCentidays(
  { tx }: Act,
  kind: AuditKind,
  proposalId: string | null,
): Promise<number | null> {
  if (proposalId === null || kind === "follow_up") return null;
  const offer = await tx.proposal.findUnique({
    where: { id: proposalId },
    select: { stage1Centidays: true, stage2Centidays: true },
  });
  return (kind === "stage1" ? offer?.stage1Centidays : offer?.stage2Centidays) ?? null;
}

/** Starts an audit. Stage 2 starts in the case in the same act, where Stage 1 and its concerns are checked (INV-8, ST2-1). */
export async function startAudit(actor: Actor, input: AuditAct, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    if (audit.kind !== "stage2") {
      await move(act, subject, allow("audit", "startAudit", audit.state, facts, {}), {}, { audit: name });
      return null;
    }
    const { justification } = act.submission;
    const startStage2 = () =>
      allow("certification", "startStage2", caseOf(act).state, facts, { justification });
    const start = () => allow("audit", "startAudit", audit.state, withCaseIn("stage2_running", facts), {});
    allowAll(startStage2, start);
    const allowed = startStage2();
    const stage2Reason = allowed.justified.length > 0 ? justification : undefined;
    await move(act, caseSubject(act), allowed, { stage2Reason }, {});
    await move(act, subject, start(), {}, { audit: name });
    return null;
  });
}

export interface EndAudit extends AuditAct {
  reason: string;
}

/** Cancels an audit that has not started. */
export async function cancelAudit(actor: Actor, input: EndAudit, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    const { reason } = input;
    const allowed = allow("audit", "cancelAudit", audit.state, facts, { reason });
    await move(act, subject, allowed, { endedReason: reason }, { audit: name, reason });
    return null;
  });
}

/** Terminates a running audit; Stage 1 and Stage 2 take the case back to preparation (CON-2). */
export async function terminateAudit(actor: Actor, input: EndAudit, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    const { reason } = input;
    const terminate = () => allow("audit", "terminateAudit", audit.state, facts, { reason });
    const stage = () => allow("certification", "terminateAudit", caseOf(act).state, facts, { reason });
    const takesCaseBack = alsoTerminatesStage(facts);
    allowAll(terminate, ...(takesCaseBack ? [stage] : []));
    await move(act, subject, terminate(), { endedReason: reason }, { audit: name, reason });
    if (takesCaseBack) await move(act, caseSubject(act), stage(), {}, { reason });
    return null;
  });
}

/** Concludes a reported audit once its nonconformities are closed or carried (6.3). */
export async function concludeAudit(actor: Actor, input: AuditAct, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    await move(act, subject, allow("audit", "concludeAudit", audit.state, facts, {}), {}, { audit: name });
    return null;
  });
}
