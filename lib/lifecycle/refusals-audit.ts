import { block, dayText, isms, iso, justify } from "./refusal-text";

const PLANNER = "A planner of the body.";
const LEAD = "The lead auditor.";
const TYPE_IT = "Complete the form.";

/** Refusals of an audit (domain.md 6.3). */
export const auditRefusals = {
  "not-lead": block(
    "TEAM-1",
    iso("9.2.2.1"),
    "The lead auditor of this audit.",
    "Only the lead auditor of this audit can do this.",
  ),
  "not-on-team": block(
    "TEAM-2",
    iso("9.2.2.1.3"),
    "An auditor of the team.",
    "Only an auditor on the team can do this. Experts, observers and trainees do not audit.",
  ),
  "team-one-lead": block(
    "TEAM-1",
    iso("9.2.2.1"),
    PLANNER,
    "A team has exactly one lead auditor. Choose one.",
  ),
  "team-member-twice": block(
    "TEAM-1",
    iso("9.2.2.1"),
    PLANNER,
    "One person is in the team twice. Take one entry out.",
  ),
  "team-member-of-client": block(
    "IMP-4",
    iso("5.2.10"),
    PLANNER,
    "A person of the client cannot be on the audit team. Choose somebody else.",
  ),
  "team-member-tied": block(
    "IMP-4",
    iso("5.2.10"),
    "Somebody without such work, or the end of the two years.",
    "A member worked for the client within the last two years. Choose somebody else.",
  ),
  "team-member-decided": block(
    "DEC-1",
    iso("9.5.1.1"),
    PLANNER,
    "A member has decided in this case and cannot audit in it. Choose somebody else.",
  ),
  "team-competence-missing": block(
    "TEAM-2",
    iso("9.2.2.1.3"),
    PLANNER,
    "Note how the team covers the competence that the audit needs.",
  ),
  "team-competence-gap": block<{ gaps: string }>(
    "TEAM-2",
    iso("9.2.2.1.3"),
    "Somebody on the team with the competence on record.",
    ({ gaps }) => `Nobody on the team has this on record for the days of the audit: ${gaps}.`,
  ),
  "team-member-conflict": block(
    "IMP-7",
    iso("5.2.13"),
    "The quality function of the body, or somebody else on the team.",
    "A member has declared a conflict with this client that nobody has cleared. Choose somebody else, or have it decided.",
  ),
  "ground-missing": block(
    "TEAM-6",
    iso("9.2.3.5"),
    TYPE_IT,
    ({ least }: { least: number }) => `Write the ground of the objection in at least ${least} characters.`,
  ),
  "objection-unknown": block(
    "TEAM-5",
    iso("9.2.3.5"),
    "",
    "This objection does not exist or is answered already.",
  ),
  "objection-open": block(
    "TEAM-5",
    iso("9.2.3.5"),
    PLANNER,
    "An objection to the team is not answered yet. Answer it first.",
  ),
  "objection-window-open": block(
    "TEAM-5",
    iso("9.2.3.5"),
    "The client's acceptance of the team, or the end of the days.",
    ({ until }: { until: string }) =>
      `The client may object to the team until ${dayText(until)}. Wait, or ask the client to accept the team.`,
  ),
  "required-days-missing": justify(
    "TIM-1",
    iso("9.1.4.1"),
    "The required auditor days are not calculated. Calculate them, or justify the planned days.",
  ),
  "planned-days-too-low": justify(
    "TIM-1",
    iso("9.1.4.1"),
    ({ required, planned }: { required: number; planned: number }) =>
      `${planned} auditor days are planned and ${required} are required. Plan more, or justify it.`,
  ),
  "session-outside-audit": block(
    "PLAN-1",
    iso("9.2.3.1"),
    TYPE_IT,
    ({ from, to }: { from: string; to: string }) =>
      `The session must lie between ${dayText(from)} and ${dayText(to)}.`,
  ),
  "session-without-length": block("PLAN-1", iso("9.2.3.1"), TYPE_IT, "The session must end after it starts."),
  "session-topic-missing": block("PLAN-1", iso("9.2.3.1"), TYPE_IT, "Write what the session is about."),
  "session-auditor-unknown": block(
    "PLAN-1",
    iso("9.2.3.1"),
    TYPE_IT,
    "Choose people of the audit team for the session.",
  ),
  "dates-missing": block("PLAN-2", iso("9.2.3.4"), PLANNER, "The dates of the audit are not set yet."),
  "session-missing": block(
    "PLAN-1",
    iso("9.2.3.1"),
    "The lead auditor or a planner.",
    "The plan has no session yet. Add at least one.",
  ),
  "plan-sent-late": justify(
    "PLAN-2",
    iso("9.2.3.4"),
    ({ days }: { days: number }) =>
      `The plan should be sent at least ${days} days before the audit. Give a reason to send it now.`,
  ),
  "plan-already-confirmed": block("PLAN-2", iso("9.2.3.4"), "", "The plan is confirmed already."),
  "audit-not-yet": block(
    "PLAN-2",
    iso("9.2.3.4"),
    "Waiting for the day, or other dates.",
    ({ on }: { on: string }) => `The audit starts on ${dayText(on)}. It cannot start earlier.`,
  ),
  "case-not-there": block(
    "INV-8",
    iso("9.3.1"),
    "The steps that come before it.",
    ({ kind }: { kind: string }) =>
      kind === "stage2"
        ? "Stage 2 is not started in the case. Start it there, where Stage 1 and its concerns are checked."
        : "The certification case is not at the point where this audit can start.",
  ),
  "attendance-missing": block(
    "CON-3",
    iso("9.4.7"),
    TYPE_IT,
    "Enter at least one person who was at the meeting.",
  ),
  "meeting-already-held": block("CON-1", iso("9.4.2"), "", "This meeting is recorded already."),
  "opening-missing": block("CON-1", iso("9.4.2"), LEAD, "The opening meeting is not recorded yet."),
  "closing-missing": block("CON-3", iso("9.4.7"), LEAD, "The closing meeting is not recorded yet."),
  "only-stage1": block("ST1-2", iso("9.3.1.2.3"), "", "This belongs to Stage 1 only."),
  "no-finding-in-stage1": block(
    "INV-18",
    iso("9.3.1.2.3"),
    "An area of concern instead.",
    "Stage 1 has no findings. Write an area of concern instead.",
  ),
  "interview-incomplete": block(
    "ST1-1",
    iso("9.3.1.2.2"),
    TYPE_IT,
    "Enter who was interviewed and about what.",
  ),
  "concern-text-missing": block(
    "ST1-2",
    iso("9.3.1.2.3"),
    TYPE_IT,
    ({ least }: { least: number }) => `Describe the area of concern in at least ${least} characters.`,
  ),
  "concern-not-there": block(
    "ST1-2",
    iso("9.3.1.2.3"),
    "",
    ({ state }: { state: string }) => `This area of concern must be ${state} for this step.`,
  ),
  "report-before-last-day": block(
    "REP-1",
    iso("9.4.8.1"),
    "Waiting for the last day.",
    ({ on }: { on: string }) => `The audit ends on ${dayText(on)}. Issue the report then or later.`,
  ),
  "draft-findings-left": block(
    "REP-2",
    iso("9.4.8.2"),
    LEAD,
    ({ count }: { count: number }) =>
      `${count} draft ${count === 1 ? "finding is" : "findings are"} left. Issue or delete each one first.`,
  ),
  "draft-concerns-left": block(
    "ST1-2",
    iso("9.3.1.2.3"),
    LEAD,
    "Draft areas of concern are left. Issue or delete each one first.",
  ),
  "readiness-incomplete": block(
    "IS-3",
    isms("9.3"),
    "The audit team.",
    ({ looked, listed }: { looked: number; listed: number }) =>
      `${looked} of ${listed} documents are looked at. Look at each one before the report.`,
  ),
  "conclusion-missing": block("ST1-3", iso("9.3.1.2.4"), LEAD, "Choose the conclusion of Stage 1."),
  "conclusion-ignores-concern": block(
    "ST1-3",
    iso("9.3.1.2.4"),
    LEAD,
    'A blocking area of concern is not accepted. Conclude "ready after corrections" or "not ready".',
  ),
  "statement-missing": block(
    "REP-3",
    iso("9.4.8.3"),
    LEAD,
    ({ least }: { least: number }) =>
      `Write the team's statement on conformity and effectiveness, in at least ${least} characters.`,
  ),
  "scope-conclusion-missing": block(
    "REP-3",
    iso("9.4.8.3"),
    LEAD,
    "Say whether the scope of certification is appropriate.",
  ),
  "objectives-unconfirmed": block(
    "REP-3",
    iso("9.4.8.3"),
    LEAD,
    "Say whether the objectives of the audit were met.",
  ),
  "findings-unsettled": block(
    "AUD-1",
    iso("9.4.10"),
    "Closing each one, or carrying minors to the next audit.",
    ({ findings }: { findings: string }) => `Not closed or carried to the next audit: ${findings}.`,
  ),
};
