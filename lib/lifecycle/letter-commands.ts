import * as rules from "./letter-rules";
import type { Command, Facts } from "./machine";
import { reasonGiven, type WithReason } from "./requirements";
import type { SourcingState } from "./sourcing-states";

const to = <I>(command: Command<SourcingState, Facts, I>) => command;
const AGREEMENT = { rule: "APP-6", clause: "ISO/IEC 17021-1 5.1.2" };

/** The engagement letter: draft, both signatures, and amendments, each a version that both sides sign again (APP-6). */
export const letterCommands = {
  draftLetter: to<rules.DraftLetterInput>({
    label: "Draft engagement letter",
    ...AGREEMENT,
    from: ["contracted_pending"],
    to: ["stay"],
    by: ["body:planner", "client:manager"],
    requires: [rules.letterUnsigned, rules.letterCoversSites, rules.letterNamesDuties],
  }),
  signForClient: to<rules.SignLetterInput>({
    label: "Sign engagement letter for the client",
    ...AGREEMENT,
    from: ["contracted_pending"],
    to: ["stay", "engaged"],
    choose: ({ record }) => (record.sourcing.letter?.bodySignedOn ? "engaged" : "stay"),
    by: ["client:executive"],
    requires: [
      rules.letterDrafted,
      rules.letterStillCoversSites,
      rules.clientNotSigned,
      rules.signatoryNamed,
    ],
  }),
  signForBody: to<rules.SignLetterInput>({
    label: "Sign engagement letter for the body",
    ...AGREEMENT,
    from: ["contracted_pending"],
    to: ["stay", "engaged"],
    choose: ({ record }) => (record.sourcing.letter?.clientSignedOn ? "engaged" : "stay"),
    by: ["body:planner", "body:admin"],
    requires: [rules.letterDrafted, rules.letterStillCoversSites, rules.bodyNotSigned, rules.signatoryNamed],
  }),
  amendLetter: to<rules.AmendLetterInput>({
    label: "Draft amendment",
    ...AGREEMENT,
    from: ["engaged"],
    to: ["stay"],
    by: ["body:planner", "client:manager"],
    requires: [rules.amendmentUnsigned, rules.letterCoversSites, rules.letterNamesDuties, reasonGiven],
  }),
  signAmendmentForClient: to<rules.SignLetterInput>({
    label: "Sign amendment for the client",
    ...AGREEMENT,
    from: ["engaged"],
    to: ["stay"],
    by: ["client:executive"],
    requires: [
      rules.amendmentDrafted,
      rules.amendmentStillCoversSites,
      rules.clientNotSignedAmendment,
      rules.signatoryNamed,
    ],
  }),
  signAmendmentForBody: to<rules.SignLetterInput>({
    label: "Sign amendment for the body",
    ...AGREEMENT,
    from: ["engaged"],
    to: ["stay"],
    by: ["body:planner", "body:admin"],
    requires: [
      rules.amendmentDrafted,
      rules.amendmentStillCoversSites,
      rules.bodyNotSignedAmendment,
      rules.signatoryNamed,
    ],
  }),
  withdrawAmendment: to<WithReason>({
    label: "Withdraw amendment",
    ...AGREEMENT,
    from: ["engaged"],
    to: ["stay"],
    by: ["body:planner", "client:manager"],
    requires: [rules.amendmentDrafted, reasonGiven],
  }),
};
