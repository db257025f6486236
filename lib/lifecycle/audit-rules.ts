import { type Day, isAfter, isBefore, isOnOrBefore } from "@/lib/day";
import { planSendBy } from "./deadlines";
import { asks, type Facts, isStated, type Justifiable, needs } from "./machine";
import { findAudit } from "./reading";
import type { AuditRecord } from "./record";

/** The facts of an audit's commands. */
export interface AuditFacts extends Facts {
  audit: AuditRecord;
}

export interface SetDatesInput extends Justifiable {
  startsOn: Day;
  endsOn: Day;
  /** Hundredths of an auditor day; null = not calculated. */
  requiredCentidays: number | null;
  plannedCentidays: number;
}

export interface EditSessionInput {
  on: Day;
  /** Minutes since midnight in the project's time zone. */
  fromMinute: number;
  toMinute: number;
  topic: string;
  auditorIds: readonly string[];
}

export const endsAfterStart = asks("end-before-start", (_: AuditFacts, { startsOn, endsOn }: SetDatesInput) =>
  isOnOrBefore(startsOn, endsOn),
);

/** The planner plans ahead; a recorded act may tell of dates that have passed. */
export const startsAhead = asks(
  "day-in-past",
  ({ moment }: AuditFacts, { startsOn }: SetDatesInput) =>
    moment.recorded || isOnOrBefore(moment.today, startsOn),
  (_, { startsOn }) => ({ on: startsOn }),
);

export const timeCalculated = asks(
  "required-days-missing",
  (_: AuditFacts, { requiredCentidays }: SetDatesInput) => requiredCentidays !== null,
);

export const timeEnough = asks(
  "planned-days-too-low",
  (_: AuditFacts, { requiredCentidays, plannedCentidays }: SetDatesInput) =>
    requiredCentidays === null || plannedCentidays >= requiredCentidays,
  (_, { requiredCentidays, plannedCentidays }) => ({
    required: (requiredCentidays ?? 0) / 100,
    planned: plannedCentidays / 100,
  }),
);

export const stage2AfterStage1 = asks(
  "stage2-before-stage1",
  ({ audit, record }: AuditFacts, { startsOn }: SetDatesInput) => {
    const stage1EndsOn = findAudit(record, "stage1")?.endsOn ?? null;
    return audit.kind !== "stage2" || stage1EndsOn === null || isAfter(startsOn, stage1EndsOn);
  },
  ({ record }) => ({ on: findAudit(record, "stage1")?.endsOn ?? "" }),
);

export const sessionInAudit = asks(
  "session-outside-audit",
  ({ audit }: AuditFacts, { on }: EditSessionInput) =>
    audit.startsOn === null || audit.endsOn === null || (on >= audit.startsOn && on <= audit.endsOn),
  ({ audit }) => ({ from: audit.startsOn ?? "", to: audit.endsOn ?? "" }),
);

export const sessionHasLength = asks(
  "session-without-length",
  (_: AuditFacts, input: EditSessionInput) => input.fromMinute < input.toMinute,
);

export const sessionHasTopic = asks("session-topic-missing", (_: AuditFacts, { topic }: EditSessionInput) =>
  isStated(topic),
);

export const sessionByTeam = asks(
  "session-auditor-unknown",
  ({ audit }: AuditFacts, { auditorIds }: EditSessionInput) =>
    auditorIds.every((id) => audit.team.some(({ personId }) => personId === id)),
);

export const datesSet = needs(
  "dates-missing",
  ({ audit }: AuditFacts) => audit.startsOn !== null && audit.endsOn !== null,
);

/** PLAN-1; Stage 1 needs no formal plan. */
export const planHasSession = needs(
  "session-missing",
  ({ audit }: AuditFacts) => audit.kind === "stage1" || audit.sessions > 0,
);

/** PLAN-2: how long before the audit the plan is sent is the body's policy. */
export const planSentAhead = needs(
  "plan-sent-late",
  ({ audit, moment }: AuditFacts) =>
    audit.startsOn === null || isOnOrBefore(moment.on, planSendBy(audit.startsOn, moment.policy).on),
  ({ moment }) => ({ days: moment.policy.planLeadDays }),
);

export const planSent = needs("plan-not-sent", ({ audit }: AuditFacts) => audit.planSentOn !== null);

export const planSentUnlessStage1 = needs(
  "plan-not-sent",
  ({ audit }: AuditFacts) => audit.kind === "stage1" || audit.planSentOn !== null,
);

export const planUnconfirmed = needs(
  "plan-already-confirmed",
  ({ audit }: AuditFacts) => audit.planConfirmedOn === null,
);

export const startDayReached = needs(
  "audit-not-yet",
  ({ audit, moment }: AuditFacts) => audit.startsOn === null || !isBefore(moment.on, audit.startsOn),
  ({ audit }) => ({ on: audit.startsOn ?? "" }),
);

const runningCaseStates = {
  stage1: "stage1_planned",
  stage2: "stage2_running",
  follow_up: "findings_open",
} as const;

/** The case lets this kind of audit run: Stage 2 only after the gates of startStage2 (invariant 8). */
export const caseLetsRun = needs(
  "case-not-there",
  ({ audit, record }: AuditFacts) => record.certificationCase?.state === runningCaseStates[audit.kind],
  ({ audit }) => ({ kind: audit.kind }),
);
