import type { Day } from "@/lib/day";
import { isSoaApproved } from "./decision-rules";
import { owedInAudit } from "./owed-audit";
import { owedOnFinding } from "./owed-finding";
import { type OwedItem, owe, type Subject } from "./owed-item";
import { owedInSourcing } from "./owed-sourcing";
import type { Policy } from "./policy";
import {
  findAudit,
  hasOpenAudit,
  isReported,
  listMajorsPastLimit,
  listNonconformities,
  listUnplannedMinors,
  listUnverifiedMajors,
} from "./reading";
import type { AuditKind, CaseRecord, ProjectRecord } from "./record";

/**
 * Everything somebody owes on this project, in the order of the journey. What stands in the way comes with
 * `blocks`; an item without a due day has none by rule.
 */
export function listOwed(record: ProjectRecord, today: Day, policy: Policy): OwedItem[] {
  const { certificationCase } = record;
  if (record.sourcing.state === "closed") return [];
  if (certificationCase === null) return owedInSourcing(record, today);
  if (certificationCase.state === "closed") return [];
  const audits = record.audits.flatMap((audit) => owedInAudit(audit, today, policy));
  const findings = listNonconformities(record).flatMap((finding) => owedOnFinding(finding, today));
  return [
    ...owedInCase(record, certificationCase, today),
    ...audits,
    ...findings,
    ...owedForDecision(record, certificationCase, today),
  ];
}

/** The one thing to do next: what blocks, the earliest step of the journey first. Null when nobody owes anything. */
export function findNextStep(record: ProjectRecord, today: Day, policy: Policy): OwedItem | null {
  const owed = listOwed(record, today, policy);
  return owed.find(({ blocks }) => blocks) ?? owed[0] ?? null;
}

/** Overdue first, then by due day, then in the order of the journey: how lists show what is owed. */
export function sortOwed(items: readonly OwedItem[]): OwedItem[] {
  const rank = ({ dueOn }: OwedItem) => dueOn ?? "9999-12-31";
  return items.toSorted((a, b) => Number(rank(a) > rank(b)) - Number(rank(a) < rank(b)));
}

function owedInCase(record: ProjectRecord, { state, id }: CaseRecord, today: Day): OwedItem[] {
  const subject: Subject = { kind: "case", id };
  const reported = (kind: AuditKind) => isReported(findAudit(record, kind));
  switch (state) {
    case "engaged":
    case "preparing":
      return owedBeforeStage1(record, today, subject);
    case "pre_audit":
      return [owe("certification.finishPreAudit", today, { subject, what: "Finish the pre-audit" })];
    case "stage1_planned":
      if (findAudit(record, "stage1") === null)
        return [owe("certification.createAudit", today, { subject, what: "Create Stage 1" })];
      return reported("stage1")
        ? [owe("certification.completeStage1", today, { subject, what: "Complete Stage 1" })]
        : [];
    case "stage1_review":
      return [
        owe("certification.readyForStage2", today, {
          subject,
          what: "Confirm readiness for Stage 2, or send back",
        }),
      ];
    case "stage2_planned":
      return findAudit(record, "stage2") === null || reported("stage2")
        ? [owe("certification.createAudit", today, { subject, what: "Create Stage 2" })]
        : [];
    case "stage2_running":
      return reported("stage2")
        ? [owe("certification.closeStage2", today, { subject, what: "Close Stage 2" })]
        : [];
    case "findings_open":
      return owedOnFindings(record, today, subject);
    case "stage2_required_again":
      return [owe("certification.scheduleStage2Again", today, { subject, what: "Schedule another Stage 2" })];
    case "review_pending":
      return [owe("certification.grant", today, { subject, what: "Decide on the certification" })];
    case "certified":
      return record.certificates.length === 0
        ? [owe("certificate.issue", today, { subject, what: "Issue the certificate" })]
        : [];
    default:
      return [];
  }
}

function owedBeforeStage1(record: ProjectRecord, today: Day, subject: Subject): OwedItem[] {
  const items: OwedItem[] = [];
  const state = findAudit(record, "stage1")?.state ?? null;
  if (!hasOpenAudit(record, "stage1"))
    items.push(owe("certification.createAudit", today, { subject, what: "Create Stage 1" }));
  else if (state === "team_confirmed" || state === "planned")
    items.push(owe("certification.scheduleStage1", today, { subject, what: "Schedule Stage 1" }));
  if (record.certificationCase?.state === "engaged")
    items.push(
      owe("certification.startPreAudit", today, {
        subject,
        what: "Start or skip the pre-audit",
        blocks: false,
      }),
    );
  return items;
}

function owedOnFindings(record: ProjectRecord, today: Day, subject: Subject): OwedItem[] {
  if (listMajorsPastLimit(record, today).length > 0)
    return [owe("certification.requireStage2Again", today, { subject, what: "Require another Stage 2" })];
  const ready = listUnverifiedMajors(record).length === 0 && listUnplannedMinors(record).length === 0;
  return ready
    ? [owe("certification.completeFindings", today, { subject, what: "Hand the case over to the decision" })]
    : [];
}

/** IS-2 and IS-5: what the client must have before the decision, whenever it is done. */
function owedForDecision(record: ProjectRecord, certificationCase: CaseRecord, today: Day): OwedItem[] {
  if (["certified", "refused", "closed"].includes(certificationCase.state)) return [];
  const subject: Subject = { kind: "case", id: certificationCase.id };
  const blocks = certificationCase.state === "review_pending";
  const items: OwedItem[] = [];
  if (!certificationCase.internalAudits.some(({ coversScope }) => coversScope))
    items.push(
      owe("certification.recordInternalAudit", today, { subject, what: "Record the internal audit", blocks }),
    );
  if (!certificationCase.managementReviews.some(({ coversScope }) => coversScope))
    items.push(
      owe("certification.recordManagementReview", today, {
        subject,
        what: "Record the management review",
        blocks,
      }),
    );
  if (!isSoaApproved(record, today))
    items.push(
      owe("certification.recordSoa", today, {
        subject,
        what: "Record the Statement of Applicability",
        blocks,
      }),
    );
  return items;
}
