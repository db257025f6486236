import { type Day, isBefore, minDay } from "@/lib/day";
import { granted, showsScopeAndSites, showsSoa } from "./certificate-rules";
import * as stages from "./certification-rules";
import * as decision from "./decision-rules";
import { type Facts, needs, type Requirement } from "./machine";
import type { Policy } from "./policy";
import { findAudit, hasOutcome, isReported, listUnplannedMinors, listUnverifiedMajors } from "./reading";
import type { ProjectRecord } from "./record";
import { type Refusal, type RefusalCode, refusalTexts, refuse, sentenceOf } from "./refusal";
import {
  bodyDidNoInternalAudit,
  bodyGaveNoConsultancy,
  editionUsable,
  letterSigned,
  majorsVerified,
  minorsPlanned,
  noMajorPastLimit,
} from "./requirements";
import type { Power } from "./who";

/** A point of the journey that opens only when its conditions are met. */
export type Gate = "stage1" | "stage2" | "decision" | "certificate";

/** One condition of a gate; `why` says what is missing, and is null when it is met. */
export interface Condition {
  code: RefusalCode;
  label: string;
  met: boolean;
  why: string | null;
  owedBy: Power;
  dueOn: Day | null;
  rule: string;
  clause: string;
}

type RecordGuard = Requirement<Facts & { certificate: null }, unknown>;
type Line = [requirement: RecordGuard, label: string, owedBy: Power];

/** As guards these two wait until there is something to judge; in a checklist "nothing yet" is not met. */
const foundReady = needs("stage1-not-ready", ({ record }: Facts) =>
  ["ready", "ready_after_corrections"].includes(findAudit(record, "stage1")?.conclusion ?? ""),
);
const datedInOrder = needs(
  "stage2-before-stage1",
  ({ record }: Facts) => {
    const [ends, starts] = stages.stageDays(record);
    return ends !== null && starts !== null && isBefore(ends, starts);
  },
  ({ record }) => ({ on: stages.stageDays(record)[0] ?? "" }),
);

/** The guards of each gate that do not depend on the person who asks, in the words of a checklist. */
const gates: Record<Gate, Line[]> = {
  stage1: [
    [letterSigned, "Engagement letter signed by both sides", "client:executive"],
    [stages.stage1TeamConfirmed, "Stage 1 team confirmed", "body:planner"],
  ],
  stage2: [
    [letterSigned, "Engagement letter signed by both sides", "client:executive"],
    [stages.stage1Reported, "Stage 1 report issued", "body:auditor"],
    [stages.stage1Concluded, "Stage 1 concluded", "body:auditor"],
    [foundReady, "Stage 1 found the client ready", "client:manager"],
    [stages.blockingConcernsAccepted, "Blocking areas of concern answered and accepted", "client:manager"],
    [stages.stage2PlanSent, "Stage 2 plan sent", "body:auditor"],
    [stages.stage2PlanConfirmed, "Stage 2 plan confirmed", "client:manager"],
    [stages.stage2Agreed, "Stage 2 team, dates and plan agreed", "body:planner"],
    [datedInOrder, "Stage 2 starts after Stage 1", "body:planner"],
  ],
  decision: [
    [letterSigned, "Engagement letter signed by both sides", "client:executive"],
    [bodyDidNoInternalAudit, "Body did no internal audit for the client", "body:planner"],
    [bodyGaveNoConsultancy, "No consultancy by a firm related to the body", "body:planner"],
    [decision.reportIssued, "Stage 2 report issued", "body:auditor"],
    [decision.teamRecommended, "Recommendation of the audit team", "body:auditor"],
    [majorsVerified, "Each major verified", "body:auditor"],
    [minorsPlanned, "Plan of each minor accepted", "body:auditor"],
    [noMajorPastLimit, "No major past six months after Stage 2", "body:auditor"],
    [decision.internalAuditDone, "Internal audit covers the scope", "client:manager"],
    [decision.managementReviewDone, "Management review covers the scope", "client:manager"],
    [decision.soaApproved, "Statement of Applicability approved", "client:manager"],
    [editionUsable, "Edition of the standard in force", "client:manager"],
  ],
  certificate: [
    [granted, "Certification granted", "body:decider"],
    [showsScopeAndSites, "Scope and sites stated", "client:manager"],
    [showsSoa, "Statement of Applicability approved", "client:manager"],
  ],
};

/** The next gate of the case: what the client and the body work towards now. */
export function findNextGate(record: ProjectRecord): Gate {
  if (hasOutcome(record)) return "certificate";
  const stage1 = findAudit(record, "stage1");
  if (isReported(findAudit(record, "stage2"))) return "decision";
  if (isReported(stage1) && stage1?.conclusion !== "not_ready") return "stage2";
  return stage1?.state === "running" ? "stage2" : "stage1";
}

/** The conditions of a gate, met or not: "x of y met" and the list behind it come from here. */
export function listConditions(
  record: ProjectRecord,
  today: Day,
  policy: Policy,
  gate: Gate = findNextGate(record),
): Condition[] {
  const facts = factsOn(record, today, policy);
  const passed = isPassed(record, gate);
  return gates[gate].map(([requirement, label, owedBy]) => {
    const refusal = passed ? null : refusalOf(requirement, facts);
    const { rule, clause } = refusal ?? refusalTexts[requirement.code];
    const why = refusal === null ? null : sentenceOf(refusal);
    const dueOn = refusal === null ? null : findDueOn(record, requirement.code);
    return { code: requirement.code, label, met: refusal === null, why, owedBy, dueOn, rule, clause };
  });
}

/** Whether the audit behind a gate has begun: what was met then stays met. */
function isPassed(record: ProjectRecord, gate: Gate): boolean {
  const next = findNextGate(record);
  if (gate === "stage1") return next !== "stage1";
  return gate === "stage2" && (next === "decision" || next === "certificate");
}

function refusalOf(requirement: RecordGuard, facts: Facts & { certificate: null }): Refusal | null {
  return requirement.holds(facts, undefined)
    ? null
    : refuse(requirement.code, requirement.data(facts, undefined));
}

/** The day by which an unmet condition is due: the earliest deadline of the findings behind it. */
function findDueOn(record: ProjectRecord, code: RefusalCode): Day | null {
  if (code === "major-not-verified")
    return earliest(listUnverifiedMajors(record).map(({ closureDueOn }) => closureDueOn));
  if (code === "minor-not-planned")
    return earliest(listUnplannedMinors(record).map(({ planDueOn }) => planDueOn));
  return null;
}

function earliest(days: readonly (Day | null)[]): Day | null {
  const [first, ...others] = days.filter((day) => day !== null);
  return first === undefined ? null : minDay(first, ...others);
}

/** Facts of a day on which nobody in particular asks: for guards that do not depend on the person. */
export function factsOn(record: ProjectRecord, on: Day, policy: Policy): Facts & { certificate: null } {
  const who = { personId: "", organisationId: "", side: "body", roles: [] } as const;
  return {
    record,
    certificate: null,
    bodyConnected: record.bodyConnected,
    moment: { who, personId: "", on, today: on, recorded: false, system: false, policy },
  };
}
