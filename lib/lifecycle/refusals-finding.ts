import { block, dayText, iso, justify } from "./refusal-text";

const LEAD = "The lead auditor.";
const MANAGER = "The client's manager.";
const NC_3 = ["NC-3", iso("9.4.5.3")] as const;
const CAP_1 = ["CAP-1", iso("9.4.9")] as const;
const CAP_4 = ["CAP-4", iso("9.4.9")] as const;

/** Refusals of a finding and its corrective action (domain.md 6.4). */
export const findingRefusals = {
  "audit-not-running": block(...NC_3, "", "Findings are issued while the audit runs."),
  "requirement-missing": block(...NC_3, LEAD, "Name the requirement: a clause or a control."),
  "grade-missing": block("NC-1", iso("3.12"), LEAD, "Choose the grade of the finding."),
  "finding-statement-missing": block(...NC_3, LEAD, "Write the statement of the finding."),
  "finding-evidence-missing": block(
    ...NC_3,
    LEAD,
    "Describe the objective evidence: what was seen, where and when.",
  ),
  "not-own-draft": block(
    ...NC_3,
    "The author or the lead auditor.",
    "Only the author or the lead auditor can delete this draft.",
  ),
  "correction-missing": block(...CAP_4, MANAGER, "Write the correction: what fixes this instance."),
  "extent-missing": block(
    "CAP-6",
    iso("9.4.9"),
    MANAGER,
    "Write how far the problem reaches: where else it was looked for.",
  ),
  "cause-missing": block(...CAP_1, MANAGER, "Write the root cause."),
  "action-missing": block(...CAP_4, MANAGER, "Add at least one corrective action that removes the cause."),
  "action-incomplete": block(...CAP_1, MANAGER, "Give each corrective action an owner and a due day."),
  "action-past-limit": block(
    ...CAP_1,
    "An extended deadline by the audit team.",
    ({ limit }: { limit: string }) =>
      `Every action must be due on or before ${dayText(limit)}, the day by which this must be closed.`,
  ),
  "plan-late": justify(
    ...CAP_1,
    ({ dueOn }: { dueOn: string }) =>
      `The plan was due on ${dayText(dueOn)}. Write why it is late and submit it.`,
  ),
  "action-unknown": block(...CAP_1, "", "This action is not part of the plan."),
  "not-own-action": block(
    ...CAP_1,
    MANAGER,
    "You can act on your own actions only. The client's manager acts on all.",
  ),
  "evidence-missing": block("CAP-2", iso("9.4.10"), MANAGER, "Add at least one file of evidence."),
  "action-not-done": block(
    "CAP-2",
    iso("9.4.10"),
    "The owner of the action.",
    "An action of the plan is not done yet. Mark each one as done first.",
  ),
  "evidence-late": justify(
    ...CAP_1,
    ({ dueOn }: { dueOn: string }) =>
      `This had to be closed by ${dayText(dueOn)}. Write why the evidence is late and submit it.`,
  ),
  "effectiveness-missing": block(
    "CAP-2",
    iso("9.4.10"),
    "The audit team.",
    ({ least }: { least: number }) =>
      `Write what shows that the action works, in at least ${least} characters.`,
  ),
  "only-minor": block(
    "DEC-4",
    iso("9.5.2"),
    "Verification.",
    "Only a minor can be carried to the next audit. A major must be verified.",
  ),
  "next-audit-unknown": block("FND-1", "", "", "Choose an audit of this project that comes after this one."),
  "policy-keeps-minor": block(
    "NC-8",
    "",
    "The body's policy.",
    "By this body's policy a minor does not become a major.",
  ),
  "no-later-audit": block(
    "NC-8",
    "",
    "A later audit.",
    "A minor proves ineffective at a later audit. None of yours is running.",
  ),
  "not-lead-or-decider": block(
    "FND-1",
    iso("9.4.5.3"),
    "The lead auditor of the audit, or a decider who was on no audit.",
    "Only the lead auditor of this audit, or somebody of the body who did not audit, can do this.",
  ),
  "regrade-leaves-nonconformity": block(
    "NC-5",
    iso("9.4.5.2"),
    "Withdrawing the finding and issuing another.",
    "The grade can change between minor and major only. Withdraw the finding if it is none.",
  ),
  "grade-unchanged": block(
    "NC-1",
    iso("3.12"),
    "",
    ({ grade }: { grade: string }) => `The grade is ${grade} already. Choose the other one.`,
  ),
  "deadline-not-later": block(
    "CAP-1",
    iso("9.4.9"),
    "",
    ({ on }: { on: string }) => `The deadline is ${dayText(on)}. Choose a later day.`,
  ),
  "deadline-not-set": block("CAP-1", iso("9.4.9"), "", "This finding has no such deadline."),
  "deadline-past-six-months": block(
    "DEC-6",
    iso("9.5.3.2"),
    "Another Stage 2.",
    ({ limit }: { limit: string }) =>
      `A major must be verified by ${dayText(limit)}, six months after Stage 2. Choose a day up to then.`,
  ),
  "plan-after-closure": block(
    ...CAP_1,
    "A later day for closing.",
    ({ limit }: { limit: string }) =>
      `The plan cannot be due after ${dayText(limit)}, the day by which the finding must be closed.`,
  ),
};
