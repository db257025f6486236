import { block, dayText, isms, iso, justify } from "./refusal-text";
import { letterRefusals } from "./refusals-letter";

const MANAGER = "The client's manager.";
const NEW_OFFER = "Another certification body, or the end of the two years.";

/** Work that bars a body or a person: by whom, until when, and from when it does no longer. */
type Work = { who: string; endedOn: string; from: string };
const until = ({ endedOn }: Work) => (endedOn === "" ? "is still going on" : `ended on ${dayText(endedOn)}`);
const again = ({ from }: Work) => (from === "" ? "two years after its end" : `from ${dayText(from)}`);

/** Refusals on the way to a signed engagement letter (domain.md 6.1). */
export const sourcingRefusals = {
  "scope-missing": block("APP-1", iso("9.1.1"), MANAGER, "Write the scope of the certification first."),
  "site-missing": block(
    "APP-1",
    iso("9.1.1"),
    MANAGER,
    "Add at least one site to the organisation's profile.",
  ),
  "persons-missing": block(
    "IT-1",
    isms("C"),
    MANAGER,
    "Enter how many persons work under the organisation's control. Contractors count too.",
  ),
  "edition-not-usable": block(
    "INV-22",
    "",
    "Choosing the edition that is in force.",
    ({ lastOn }: { lastOn: string }) =>
      `No new certificate of this edition can be decided after ${dayText(lastOn)}. Choose the newer edition.`,
  ),
  "answer-due-passed": block(
    "SRC-1",
    "",
    MANAGER,
    ({ on }: { on: string }) => `Choose a last day for answers on or after ${dayText(on)}.`,
  ),
  "no-body-invited": block("SRC-1", "", MANAGER, "Invite at least one certification body."),
  "body-not-invited": block(
    "SRC-1",
    "",
    "An invitation by the client's manager.",
    "This body was not invited to this request. Invite it first; each body answers for itself.",
  ),
  "proposal-late": justify(
    "SRC-1",
    "",
    ({ dueOn }: { dueOn: string }) =>
      `Answers were due by ${dayText(dueOn)}. Give the reason for taking a late proposal.`,
  ),
  "proposal-of-body": block(
    "SRC-1",
    "",
    "A planner of the body.",
    "The body answered this request itself. Only the body can change its proposal; ask it to.",
  ),
  "no-proposal": block(
    "SRC-1",
    "",
    "A proposal that still stands.",
    "There is no proposal that is still valid. Wait for one or ask a body to renew its own.",
  ),
  "few-proposals": justify(
    "SRC-2",
    "",
    ({ count, least }: { count: number; least: number }) =>
      `You have ${count} valid ${count === 1 ? "proposal" : "proposals"}; ${least} give a fair comparison. Give a reason to go on.`,
  ),
  "proposal-unknown": block("SRC-1", "", MANAGER, "Choose one of the proposals of this project."),
  "proposal-expired": block(
    "SRC-1",
    "",
    "A renewed proposal.",
    "This proposal is declined or no longer valid. Ask the body to renew it, or choose another.",
  ),
  "recommendation-reason-short": block(
    "SRC-1",
    "",
    MANAGER,
    ({ least }: { least: number }) =>
      `Write why you recommend this body, in at least ${least} characters. The executive reads it.`,
  ),
  "choosers-missing": block(
    "SRC-1",
    "",
    MANAGER,
    "Name at least one person of your organisation who took part in the choice.",
  ),
  "conflicts-not-declared": block(
    "IMP-7",
    iso("5.2.13"),
    "The people who choose.",
    "Say whether anybody who took part has a conflict of interest: none, or who and what.",
  ),
  "outside-work-not-stated": block(
    "APP-1",
    iso("9.1.1"),
    MANAGER,
    "Say whether this body, a firm related to it or one of its people worked on your system: no, or who and until when.",
  ),
  "profile-names-body": block(
    "IMP-3",
    iso("5.2.7"),
    MANAGER,
    "Your scope profile names this body among those who advised you or audit internally. State what it did and when that ended.",
  ),
  "internal-audit-too-recent": block<Work>(
    "IMP-2",
    iso("5.2.6"),
    NEW_OFFER,
    (work) =>
      `The internal audits by ${work.who} count as the body's own, and that work ${until(work)}. The body can certify this system ${again(work)}.`,
  ),
  "consultancy-too-recent": block<Work>(
    "IMP-3",
    iso("5.2.7"),
    NEW_OFFER,
    (work) =>
      `The consultancy by ${work.who} is tied to this body, and that work ${until(work)}. The body can certify this system ${again(work)}.`,
  ),
  "person-of-body-worked": justify<Work>(
    "IMP-4",
    iso("5.2.10"),
    (work) =>
      `${work.who} of this body worked on your system, and that work ${until(work)}. This person can take part ${again(work)}, not before. Say how the body keeps the person out.`,
  ),
  "body-not-accredited": justify(
    "SRC-1",
    "ISO/IEC 17011",
    "This body is not accredited for the standard. Its certificate may not be recognised. Say why you still choose it.",
  ),
  "days-not-stated": justify(
    "SRC-3",
    isms("9.1.4"),
    "The proposal does not state the auditor days. Ask the body, or say why you go on.",
  ),
  "days-too-low": justify(
    "SRC-3",
    isms("9.1.4"),
    ({ percent }: { percent: number }) =>
      `The proposal has less than ${percent} % of the expected auditor days. Ask why, or give a reason to go on.`,
  ),
  "accreditation-ends-early": justify(
    "SRC-1",
    "ISO/IEC 17011",
    "The body's accreditation ends before the planned decision. Ask about its renewal and give a reason to go on.",
  ),
  "body-did-internal-audit": block(
    "IMP-2",
    iso("5.2.6"),
    NEW_OFFER,
    "This body did internal audits for the client within the last two years. It cannot certify the system yet.",
  ),
  "body-gave-consultancy": block(
    "IMP-3",
    iso("5.2.7"),
    NEW_OFFER,
    "A firm related to this body advised the client within the last two years. It cannot certify the system yet.",
  ),
  "no-recommendation": block(
    "SRC-1",
    "",
    MANAGER,
    "No body is recommended yet. The client's manager recommends one with a reason.",
  ),
  "application-already-sent": block(
    "APP-1",
    iso("9.1.1"),
    "The body's answer.",
    "The application is sent. Wait for the answer.",
  ),
  "application-not-sent": block(
    "APP-1",
    iso("9.1.1"),
    "The client.",
    "The client has not sent its application yet.",
  ),
  "application-unsigned": block(
    "APP-2",
    iso("9.1.1"),
    MANAGER,
    "Name the authorised person who signs the application.",
  ),
  "consultancy-not-stated": block(
    "APP-1",
    iso("9.1.1"),
    MANAGER,
    'State who advised the organisation on its system. Write "None" if nobody did.',
  ),
  "competence-missing": block(
    "APP-5",
    iso("9.1.2.3"),
    "A planner of the body.",
    "Note the competence that the audit team and the decision need.",
  ),
  ...letterRefusals,
};
