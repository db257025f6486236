import { block, dayText, isms, iso, justify } from "./refusal-text";

const LEAD = "The lead auditor.";
const MANAGER = "The client's manager.";

/** Refusals of the certification case up to the decision (domain.md 6.2). */
export const caseRefusals = {
  "provider-missing": block("PRE-2", "", MANAGER, "Name who does the pre-audit."),
  "advice-by-body": block(
    "PRE-1",
    isms("5.2"),
    "Leaving the recommendations out.",
    "A certification body judges readiness and gives no advice. Leave the recommendations empty.",
  ),
  "soa-version-missing": block(
    "IS-5",
    isms("8.2.2"),
    MANAGER,
    "Enter the version of the Statement of Applicability.",
  ),
  "audit-kind-not-now": block(
    "PRG-1",
    iso("9.1.3.2"),
    "The steps that come before it.",
    ({ kind }: { kind: string }) => `${kindName(kind)} cannot be created at this point of the case.`,
  ),
  "audit-already-open": block(
    "PRG-1",
    iso("9.1.3.2"),
    "Reporting or cancelling that audit.",
    ({ kind }: { kind: string }) => `${kindName(kind)} is already under way. Report it or cancel it first.`,
  ),
  "stage1-team-not-confirmed": block(
    "TEAM-5",
    iso("9.2.3.5"),
    "A planner of the body.",
    "The Stage 1 team is not confirmed yet. Propose it, wait for the client's answer and confirm it.",
  ),
  "stage1-not-reported": block(
    "ST1-2",
    iso("9.3.1.2.3"),
    LEAD,
    "The Stage 1 report with its conclusion is not issued yet.",
  ),
  "stage1-not-ready": block(
    "ST1-3",
    iso("9.3.1.2.4"),
    "Another Stage 1.",
    "Stage 1 concluded that the client is not ready. Send the case back to preparation.",
  ),
  "internal-audit-not-yet": justify(
    "IS-2",
    isms("9.1.3"),
    "No internal audit is recorded yet. One must be done before the decision. Give a reason to go on now.",
  ),
  "management-review-not-yet": justify(
    "IS-2",
    isms("9.1.3"),
    "No management review is recorded yet. One must be done before the decision. Give a reason to go on now.",
  ),
  "stage2-not-planned": block(
    "PLAN-1",
    iso("9.2.3.1"),
    "A planner of the body.",
    "Stage 2 is not planned yet. Confirm its team, set its dates and agree the plan.",
  ),
  "stage1-not-concluded": block(
    "INV-8",
    iso("9.3.1.2"),
    LEAD,
    "Stage 1 is not concluded. Conclude it first.",
  ),
  "stage2-before-stage1": block(
    "INV-8",
    iso("9.3.1.2"),
    "Later dates for Stage 2.",
    ({ on }: { on: string }) =>
      `Stage 2 must start after the last day of Stage 1, ${dayText(on)}. Choose later dates.`,
  ),
  "concern-blocks": block(
    "ST1-2",
    iso("9.3.1.2.3"),
    "The client's answer and its acceptance by the audit team.",
    ({ count }: { count: number }) =>
      `${count === 1 ? "1 blocking area of concern is" : `${count} blocking areas of concern are`} not accepted yet. The client answers, the audit team accepts.`,
  ),
  "plan-not-sent": block(
    "PLAN-2",
    iso("9.2.3.4"),
    "The lead auditor or a planner.",
    "The audit plan is not sent yet. Send it to the client.",
  ),
  "plan-not-confirmed": block(
    "PLAN-2",
    iso("9.2.3.4"),
    MANAGER,
    "The client has not confirmed the audit plan yet.",
  ),
  "stages-too-close": justify(
    "ST1-6",
    iso("9.3.1.2.4"),
    ({ days }: { days: number }) =>
      `Stage 2 starts less than ${days} days after Stage 1. Say why the client has time to settle what was found.`,
  ),
  "stages-far-apart": justify(
    "ST1-5",
    iso("9.3.1.2.4"),
    ({ months }: { months: number }) =>
      `Stage 2 starts more than ${months} months after Stage 1. Give a reason to go on.`,
  ),
  "stage1-stale": justify(
    "ST1-4",
    iso("9.3.1.2.4"),
    ({ months }: { months: number }) =>
      `Stage 2 starts more than ${months} months after Stage 1. Justify that Stage 1 still stands, or review it again.`,
  ),
  "stage2-not-reported": block("REP-1", iso("9.4.8.1"), LEAD, "The Stage 2 report is not issued yet."),
  "six-months-not-passed": block(
    "DEC-6",
    iso("9.5.3.2"),
    "",
    "No major has passed the six months after Stage 2. Another Stage 2 is not needed.",
  ),
  "decider-audited": block(
    "DEC-1",
    iso("9.5.1.1"),
    "A decider who was on none of the audit teams.",
    "Who is on an audit team of this case cannot decide it. Somebody who did not audit must decide.",
  ),
  "person-tied": block(
    "IMP-4",
    iso("5.2.10"),
    "Somebody without such work, or the end of the two years.",
    "This person worked for the client within the last two years and can take no part. Choose somebody else.",
  ),
  "person-conflict": block(
    "IMP-7",
    iso("5.2.13"),
    "The quality function of the body, or somebody else.",
    "This person has declared a conflict with this client that nobody has cleared. Choose somebody else, or have it decided.",
  ),
  "decider-handled-appeal": block(
    "APL-1",
    iso("9.7"),
    "A decider who did not handle the appeal.",
    "Who handled the appeal of this case cannot decide it. Somebody else must decide.",
  ),
  "appeal-handler-involved": block(
    "APL-1",
    iso("9.7"),
    "Somebody who neither audited nor decided.",
    "Who audited or decided in this case cannot handle the appeal. Somebody else must.",
  ),
  "major-not-verified": block(
    "DEC-4",
    iso("9.5.2"),
    "The audit team verifies each major.",
    ({ findings }: { findings: string }) =>
      `Not verified yet: ${findings}. Each major must be verified first.`,
  ),
  "minor-not-planned": block(
    "DEC-4",
    iso("9.5.2"),
    "The audit team accepts each plan.",
    ({ findings }: { findings: string }) =>
      `No accepted plan yet: ${findings}. The plan of each minor must be accepted first.`,
  ),
  "six-months-passed": block(
    "DEC-6",
    iso("9.5.3.2"),
    "Another Stage 2.",
    ({ findings }: { findings: string }) =>
      `Not verified within six months after Stage 2: ${findings}. Another Stage 2 is needed.`,
  ),
  "report-missing": block(
    "DEC-5",
    iso("9.5.3.1"),
    LEAD,
    "There is no Stage 2 report. The decision needs it.",
  ),
  "recommendation-missing": block(
    "DEC-5",
    iso("9.5.3.1"),
    LEAD,
    "The audit team's recommendation is missing.",
  ),
  "against-recommendation": justify(
    "DEC-5",
    iso("9.5.3.1"),
    "The audit team does not recommend certification. Say why you decide otherwise.",
  ),
  "internal-audit-missing": block(
    "INV-17",
    isms("9.1.3"),
    MANAGER,
    "No internal audit that covers the scope took place before this day. Record it first.",
  ),
  "management-review-missing": block(
    "INV-17",
    isms("9.1.3"),
    MANAGER,
    "No management review that covers the scope took place before this day. Record it first.",
  ),
  "soa-not-approved": block(
    "INV-17",
    isms("8.2.2"),
    MANAGER,
    "No Statement of Applicability was approved by the day of the decision. Record its version.",
  ),
  "forward-unanswered": justify(
    "FWD-1",
    iso("9.5.1"),
    "The accreditation body has not answered yet. Say why you decide without its answer.",
  ),
  "forwarding-off": block(
    "FWD-1",
    iso("9.5.1"),
    "The body's policy.",
    "This body decides alone and forwards no files. Its policy can switch forwarding on.",
  ),
  "already-forwarded": block("FWD-1", iso("9.5.1"), "", "The file was forwarded already."),
  "not-forwarded": block(
    "FWD-1",
    iso("9.5.1"),
    "Forwarding the file.",
    "No answer is awaited: the file was not forwarded, or the answer is there.",
  ),
  "answer-missing": block(
    "FWD-1",
    iso("9.5.1"),
    "Complete the form.",
    "Write what the accreditation body answered.",
  ),
  "grounds-missing": block(
    "DEC-3",
    iso("9.5.1.5"),
    "Complete the form.",
    ({ least }: { least: number }) => `Write what the decision rests on, in at least ${least} characters.`,
  ),
  "already-decided": block(
    "FND-1",
    iso("9.5.1"),
    "A withdrawal of the finding, with a reason.",
    "The case is decided. Grades do not change any more.",
  ),
};

function kindName(kind: string): string {
  return { stage1: "Stage 1", stage2: "Stage 2", follow_up: "A follow-up audit" }[kind] ?? "This audit";
}
