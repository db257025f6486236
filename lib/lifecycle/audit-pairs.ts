import { reasonsAgainst } from "./ask";
import type { AuditFacts } from "./audit-rules";
import type { CaseState } from "./certification-states";
import type { Facts } from "./machine";
import type { Refusal } from "./refusal";

/**
 * Acts that move an audit and its case together. Each command is asked of its own machine; these functions say in
 * which order, so that a page lists the same reasons that the store refuses with.
 */

/** Stage 1 puts the case on its way when its plan is agreed, unless it replaces a Stage 1 that already had. */
export function alsoSchedulesStage1({ audit, record }: AuditFacts): boolean {
  return audit.kind === "stage1" && record.certificationCase?.state !== "stage1_planned";
}

/** Stage 1 and Stage 2 take the case back to preparation when they are terminated; a follow-up does not (CON-2). */
export function alsoTerminatesStage({ audit }: AuditFacts): boolean {
  return audit.kind !== "follow_up";
}

/** What the audit's table is asked once the case has taken its step of the same act. */
export function withCaseIn<F extends Facts>(state: CaseState, facts: F): F {
  const { certificationCase } = facts.record;
  if (certificationCase === null) return facts;
  return { ...facts, record: { ...facts.record, certificationCase: { ...certificationCase, state } } };
}

export function reasonsToPlan(facts: AuditFacts): Refusal[] {
  return distinct([
    ...reasonsAgainst("audit", "planAudit", facts.audit.state, facts),
    ...(alsoSchedulesStage1(facts) ? caseReasons("scheduleStage1", facts) : []),
  ]);
}

export function reasonsToStart(facts: AuditFacts): Refusal[] {
  if (facts.audit.kind !== "stage2") return reasonsAgainst("audit", "startAudit", facts.audit.state, facts);
  return distinct([
    ...caseReasons("startStage2", facts),
    ...reasonsAgainst("audit", "startAudit", facts.audit.state, withCaseIn("stage2_running", facts)),
  ]);
}

export function reasonsToTerminate(facts: AuditFacts): Refusal[] {
  return distinct([
    ...reasonsAgainst("audit", "terminateAudit", facts.audit.state, facts),
    ...(alsoTerminatesStage(facts) ? caseReasons("terminateAudit", facts) : []),
  ]);
}

function caseReasons(
  command: "scheduleStage1" | "startStage2" | "terminateAudit",
  facts: AuditFacts,
): Refusal[] {
  const { certificationCase } = facts.record;
  return certificationCase === null
    ? []
    : reasonsAgainst("certification", command, certificationCase.state, facts);
}

/** Both machines may give the same reason; a person reads it once. */
function distinct(refusals: readonly Refusal[]): Refusal[] {
  return refusals.filter(
    (refusal, index) =>
      refusals.findIndex(({ code, rule }) => code === refusal.code && rule === refusal.rule) === index,
  );
}
