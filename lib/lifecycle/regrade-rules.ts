import { type Day, isAfter, isBefore } from "@/lib/day";
import { asks, needsPerson } from "./machine";
import type { FindingFacts } from "./nonconformity-rules";
import { findSixMonthLimit, isLeadOf, isNonconformity, isOnAnyTeam } from "./reading";
import type { FindingRecord, Grade } from "./record";
import { powersOf } from "./who";

export interface RegradeInput {
  grade: Grade;
  reason: string;
}

export interface ExtendDeadlineInput {
  deadline: "plan" | "closure";
  to: Day;
  reason: string;
}

const grading: Grade[] = ["minor", "major"];

/** The lead who graded, or a decider who was on no audit (6.4, DEC-1). */
export const leadsOrDecides = needsPerson(
  "not-lead-or-decider",
  ({ moment, record, audit }: FindingFacts) => {
    if (isLeadOf(audit, moment.personId)) return true;
    const powers = powersOf(moment.who);
    const decides = moment.recorded || powers.includes("body:decider") || powers.includes("body:quality");
    return decides && !isOnAnyTeam(record, moment.personId);
  },
);

/** NC-5: a nonconformity is never booked as an opportunity, and an opportunity asks for nothing. */
export const staysNonconformity = asks(
  "regrade-leaves-nonconformity",
  ({ finding }: FindingFacts, { grade }: RegradeInput) => isNonconformity(finding) && grading.includes(grade),
);

export const gradeChanges = asks(
  "grade-unchanged",
  ({ finding }: FindingFacts, { grade }: RegradeInput) => finding.grade !== grade,
  (_, { grade }) => ({ grade }),
);

export const deadlineMovesOut = asks(
  "deadline-not-later",
  ({ finding }: FindingFacts, input: ExtendDeadlineInput) => {
    const current = currentDeadline(finding, input);
    return current === null || isBefore(current, input.to);
  },
  ({ finding }, input) => ({ on: currentDeadline(finding, input) ?? "" }),
);

export const deadlineExists = asks(
  "deadline-not-set",
  ({ finding }: FindingFacts, input: ExtendDeadlineInput) => currentDeadline(finding, input) !== null,
);

function currentDeadline(finding: FindingRecord, { deadline }: ExtendDeadlineInput): Day | null {
  return deadline === "plan" ? finding.planDueOn : finding.closureDueOn;
}

/** DEC-6: no deadline of a major goes beyond six months after the last day of Stage 2. */
export const withinSixMonths = asks(
  "deadline-past-six-months",
  ({ record, finding }: FindingFacts, { to }: ExtendDeadlineInput) => {
    const limit = findSixMonthLimit(record, finding);
    return finding.grade !== "major" || limit === null || !isAfter(to, limit);
  },
  ({ record, finding }) => ({ limit: findSixMonthLimit(record, finding) ?? "" }),
);

/** The plan is due no later than the closing of the finding. */
export const planBeforeClosure = asks(
  "plan-after-closure",
  ({ finding }: FindingFacts, { deadline, to }: ExtendDeadlineInput) =>
    deadline === "closure" || finding.closureDueOn === null || !isAfter(to, finding.closureDueOn),
  ({ finding }) => ({ limit: finding.closureDueOn ?? "" }),
);
