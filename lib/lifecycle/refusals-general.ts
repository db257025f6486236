import { block, dayText, iso } from "./refusal-text";

const TYPE_IT = "Complete the form.";

/** Who may act, in which state, and what every form asks for. */
export const generalRefusals = {
  "not-yours": block(
    "",
    "",
    "The person who holds this role.",
    ({ who }: { who: string }) => `Only ${who} can do this. Ask that person.`,
  ),
  "account-elsewhere": block(
    "",
    "",
    "Signing in with your password or a passkey.",
    "You act for another organisation too. Sign in with your password or a passkey, then change how your account is opened.",
  ),
  "not-recorded": block(
    "",
    "",
    "Recording the act with day, person and document.",
    "The certification body does this. Record its act: the day, the person who acted and the document.",
  ),
  "body-connected": block(
    "ACT-1",
    "",
    "The certification body.",
    "The certification body works on CertTrail and does this itself. Ask it to act.",
  ),
  "recorded-person-of-client": block(
    "IMP-4",
    iso("5.2"),
    "Naming the person of the certification body who acted.",
    "Name the person of the certification body who acted. Nobody of the client can act for the body.",
  ),
  "recorded-person-missing": block(
    "ACT-1",
    "",
    "Naming the person.",
    "Name the person of the certification body who acted.",
  ),
  "act-in-future": block(
    "ACT-1",
    "",
    "Waiting for the day.",
    ({ on }: { on: string }) => `${dayText(on)} is still to come. Enter the day on which it was done.`,
  ),
  "own-document": block(
    "",
    "",
    "Somebody else of your organisation.",
    "You wrote this version. Somebody else approves it.",
  ),
  "wrong-state": block(
    "",
    "",
    "The steps that come before it.",
    ({ label, state, from }: { label: string; state: string; from: string }) =>
      `"${label}" is not possible now. The state is ${words(state)}; it must be ${words(from)}.`,
  ),
  "database-guard": block(
    "ACT-2",
    "",
    "What the guard asks for.",
    ({ guard }: { guard: string }) => `The record keeps this rule: ${guard}. Nothing was saved.`,
  ),
  "reason-missing": block(
    "",
    "",
    TYPE_IT,
    ({ least }: { least: number }) =>
      `Write the reason in at least ${least} characters. The other side reads it.`,
  ),
  "day-in-future": block(
    "",
    "",
    TYPE_IT,
    ({ on }: { on: string }) => `${dayText(on)} is still to come. Enter a day up to today.`,
  ),
  "day-in-past": block(
    "PLAN-2",
    iso("9.2.3.4"),
    TYPE_IT,
    ({ on }: { on: string }) => `${dayText(on)} has passed. Choose today or a later day.`,
  ),
  "end-before-start": block("", "", TYPE_IT, "The last day lies before the first day. Change one of them."),
  "conflict-own": block(
    "IMP-7",
    iso("5.2.13"),
    "Another quality manager of the body.",
    "Nobody decides on the own conflict. Somebody else must decide.",
  ),
  "conflict-is-work": block(
    "IMP-4",
    iso("5.2.10"),
    "The end of the two years.",
    "Work for the client bars this person for two years after its end. It cannot be cleared.",
  ),
  "policy-out-of-bounds": block(
    "POL-1",
    "",
    TYPE_IT,
    ({ name, least, most }: { name: string; least: number; most: number }) =>
      `${name}: enter a whole number from ${least} to ${most}.`,
  ),
  "policy-plan-after-closure": block(
    "POL-1",
    "",
    TYPE_IT,
    "A plan cannot be due later than the closing of a major. Lower the days for the plan.",
  ),
  "policy-warning-after-limit": block(
    "ST1-5",
    iso("9.3.1.2.4"),
    TYPE_IT,
    "The warning about the time between the stages must come before the limit. Lower its months.",
  ),
  "policy-reminder-out-of-bounds": block(
    "POL-1",
    "",
    TYPE_IT,
    "Reminders are sent at more than 0 % and less than 100 % of the time. Change the percentages.",
  ),
};

function words(state: string): string {
  return state.replaceAll("_", " ");
}
