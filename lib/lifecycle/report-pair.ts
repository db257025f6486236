import { reasonsAgainst } from "./ask";
import type { AuditFacts } from "./audit-rules";
import type { Readiness, Recommendation } from "./record";
import type { Refusal } from "./refusal";

/** The step the case takes when the report of this kind of audit is issued; a follow-up moves no case. */
export function caseStepOfReport({ audit }: AuditFacts): "completeStage1" | "closeStage2" | null {
  if (audit.kind === "follow_up") return null;
  return audit.kind === "stage1" ? "completeStage1" : "closeStage2";
}

/** What the case's table is asked once the audit's report is issued in the same act (ST1-2, REP-1). */
export function withReportIssued(
  facts: AuditFacts,
  report: { conclusion: Readiness | null; recommendation: Recommendation | null },
): AuditFacts {
  const audit = { ...facts.audit, ...report, state: "reported", reportIssuedOn: facts.moment.on } as const;
  const audits = facts.record.audits.map((one) => (one.id === audit.id ? audit : one));
  return { ...facts, audit, record: { ...facts.record, audits } };
}

/** Every reason against issuing the report, of the audit and of its case, before the draft is looked at. */
export function reasonsToReport(facts: AuditFacts): Refusal[] {
  const own = reasonsAgainst("audit", "reportAudit", facts.audit.state, facts);
  const step = caseStepOfReport(facts);
  const state = facts.record.certificationCase?.state;
  if (step === null || state === undefined) return own;
  // A conclusion is asked of the draft; here it stands in, so that only the case's own reasons remain.
  const after = withReportIssued(facts, { conclusion: "ready", recommendation: "certify" });
  const ofCase = reasonsAgainst("certification", step, state, after);
  return [...own, ...ofCase.filter(({ code }) => !own.some((one) => one.code === code))];
}
