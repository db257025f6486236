import type { Day } from "@/lib/day";
import { recertificationTargetStart, surveillance1DueBy, surveillance2DueBy } from "./deadlines";
import { isOverdue } from "./owed-item";
import type { Policy } from "./policy";
import {
  findAudit,
  isReported,
  listNonconformities,
  listUnplannedMinors,
  listUnverifiedMajors,
} from "./reading";
import type { AuditKind, CaseRecord, ProjectRecord } from "./record";
import { findCertificate, forecastCertificate } from "./standing";

export type StepId =
  | "prepare"
  | "choose_body"
  | "pre_audit"
  | "stage1"
  | "stage2"
  | "corrective_action"
  | "decision"
  | "certificate"
  | "surveillance1"
  | "surveillance2"
  | "recertification";

export type StepStatus =
  | "done"
  | "in_progress"
  | "scheduled"
  | "overdue"
  | "skipped"
  | "not_started"
  | "not_needed";

/** One step of the strip: its state in words and its one day (done on, planned for, or due by). */
export interface JourneyStep {
  id: StepId;
  label: string;
  status: StepStatus;
  word: string;
  on: Day | null;
}

const words: Record<StepStatus, string> = {
  done: "Completed",
  in_progress: "In progress",
  scheduled: "Scheduled",
  overdue: "Overdue",
  skipped: "Skipped",
  not_started: "Not started",
  not_needed: "Not needed",
};

function step(
  id: StepId,
  label: string,
  status: StepStatus,
  on: Day | null = null,
  word = words[status],
): JourneyStep {
  return { id, label, status, word, on };
}

/** The eleven steps of the cycle, in order, for the strip. */
export function listJourney(record: ProjectRecord, today: Day, policy: Policy): JourneyStep[] {
  return [
    prepareStep(record),
    chooseStep(record, today),
    preAuditStep(record),
    auditStep(record, "stage1", today),
    auditStep(record, "stage2", today),
    correctiveStep(record, today),
    decisionStep(record),
    certificateStep(record, today, policy),
    ...cycleSteps(record, today),
  ];
}

function prepareStep({ certificationCase }: ProjectRecord): JourneyStep {
  const ready =
    certificationCase?.internalAudits.some(({ coversScope }) => coversScope) &&
    certificationCase.managementReviews.some(({ coversScope }) => coversScope);
  return step("prepare", "Prepare", ready ? "done" : "in_progress");
}

function chooseStep({ sourcing, certificationCase }: ProjectRecord, today: Day): JourneyStep {
  const label = "Choose body";
  if (certificationCase !== null)
    return step("choose_body", label, "done", sourcing.letter?.clientSignedOn ?? null);
  if (sourcing.state === "planning") return step("choose_body", label, "not_started");
  const dueOn = sourcing.state === "rfp_open" ? sourcing.answerDueOn : null;
  return step("choose_body", label, isOverdue(dueOn, today) ? "overdue" : "in_progress", dueOn);
}

function preAuditStep({ certificationCase }: ProjectRecord): JourneyStep {
  const label = "Pre-audit (optional)";
  if (certificationCase === null || certificationCase.state === "engaged")
    return step("pre_audit", label, "not_started");
  if (certificationCase.state === "pre_audit")
    return step("pre_audit", label, "in_progress", certificationCase.preAudit?.startsOn ?? null);
  const endsOn = certificationCase.preAudit?.endsOn ?? null;
  return endsOn === null ? step("pre_audit", label, "skipped") : step("pre_audit", label, "done", endsOn);
}

function auditStep(
  record: ProjectRecord,
  id: Extract<AuditKind, "stage1" | "stage2">,
  today: Day,
): JourneyStep {
  const label = id === "stage1" ? "Stage 1" : "Stage 2";
  const audit = findAudit(record, id);
  if (audit === null) return step(id, label, "not_started");
  if (isReported(audit)) return step(id, label, "done", audit.endsOn);
  if (audit.state === "running") return step(id, label, "in_progress", audit.endsOn);
  if (audit.startsOn === null) return step(id, label, "in_progress", null, "Being planned");
  return step(id, label, isOverdue(audit.startsOn, today) ? "overdue" : "scheduled", audit.startsOn);
}

function correctiveStep(record: ProjectRecord, today: Day): JourneyStep {
  const label = "Corrective action";
  if (!isReported(findAudit(record, "stage2"))) return step("corrective_action", label, "not_started");
  if (listNonconformities(record).length === 0) return step("corrective_action", label, "not_needed");
  const open = [
    ...listUnverifiedMajors(record).map(({ closureDueOn }) => closureDueOn),
    ...listUnplannedMinors(record).map(({ planDueOn }) => planDueOn),
  ];
  if (open.length === 0) return step("corrective_action", label, "done");
  const [dueOn = null] = open.filter((day) => day !== null).toSorted();
  return step("corrective_action", label, isOverdue(dueOn, today) ? "overdue" : "in_progress", dueOn);
}

function decisionStep({ certificationCase, decisions }: ProjectRecord): JourneyStep {
  const label = "Decision";
  const decidedOn =
    decisions.findLast(({ kind }) => kind === "grant" || kind === "refuse")?.decidedOn ?? null;
  const outcomes: Partial<Record<CaseRecord["state"], JourneyStep>> = {
    certified: step("decision", label, "done", decidedOn, "Granted"),
    refused: step("decision", label, "done", decidedOn, "Refused"),
    review_pending: step("decision", label, "in_progress", null, "Waiting for the decider"),
  };
  return outcomes[certificationCase?.state ?? "engaged"] ?? step("decision", label, "not_started");
}

const certificateWords: Record<string, string> = {
  active: "Valid",
  suspended: "Suspended",
  expired: "Expired",
  lapsed: "Lapsed",
  withdrawn: "Withdrawn",
  transferred_out: "Transferred",
  superseded: "Replaced",
};

function certificateStep(record: ProjectRecord, today: Day, policy: Policy): JourneyStep {
  const certificate = findCertificate(record);
  if (certificate === null)
    return step(
      "certificate",
      "Certificate",
      "not_started",
      forecastCertificate(record, today, policy),
      "Expected",
    );
  const word = certificateWords[certificate.state] ?? "Valid";
  return step("certificate", "Certificate", "done", certificate.effectiveFrom, word);
}

function cycleSteps(record: ProjectRecord, today: Day): JourneyStep[] {
  const certificate = findCertificate(record);
  const runs = certificate !== null && ["active", "suspended"].includes(certificate.state);
  const due = (id: StepId, label: string, on: Day | null) => {
    if (!runs || on === null) return step(id, label, "not_started");
    return step(
      id,
      label,
      isOverdue(on, today) ? "overdue" : "scheduled",
      on,
      isOverdue(on, today) ? "Overdue" : "Due",
    );
  };
  return [
    due("surveillance1", "Surveillance 1", certificate && surveillance1DueBy(certificate.decidedOn).on),
    due("surveillance2", "Surveillance 2", certificate && surveillance2DueBy(certificate.decidedOn).on),
    due(
      "recertification",
      "Recertification",
      certificate && recertificationTargetStart(certificate.expiresOn).on,
    ),
  ];
}
