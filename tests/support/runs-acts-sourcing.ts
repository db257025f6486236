import type { Day } from "@/lib/day";
import {
  amendLetter,
  signAmendmentForBody,
  signAmendmentForClient,
  withdrawAmendment,
} from "@/lib/store/amendments";
import { acceptApplication, declineApplication, sendApplication } from "@/lib/store/applications";
import {
  draftLetter,
  type LetterInput,
  signForBody,
  signForClient,
  terminateEngagement,
} from "@/lib/store/letters";
import { declineToPropose, receiveProposal } from "@/lib/store/proposals";
import { issueRfp } from "@/lib/store/requests";
import { evaluate, recommendCb, returnRecommendation, selectCb } from "@/lib/store/selection";
import type { Attempt, World } from "./model";
import { offeredCentidays } from "./model-case";
import type { ActCommand, Call, ProductAct, Stop } from "./runs-act";
import { offer } from "./sourcing-story";

type SourcingCommand = Extract<ActCommand, `sourcing.${string}`>;

export const text = ({ input }: Pick<Call, "input">, key: string) => String(input[key] ?? "");
export const list = ({ input }: Pick<Call, "input">, key: string) => (input[key] ?? []) as string[];

/** Application and letter are there for the chosen body alone. */
function chosenOnly({ record }: World, { who }: Attempt): Stop | null {
  const isOpen = record.bodyId !== null && (who.side === "client" || who.organisationId === record.bodyId);
  return isOpen ? null : "not-there";
}

const days = {
  stage1: offeredCentidays.stage1,
  stage2: offeredCentidays.stage2,
  ...{ surveillance1: 350, surveillance2: 350, recertification: 700 },
};

function letterIn({ row, world, ...call }: Pick<Call, "row" | "world" | "input">): LetterInput {
  return {
    ...{ scope: world.record.scope, siteIds: list(call, "siteIds").map(row), duties: list(call, "duties") },
    ...{ form: "written", fileId: null, standardText: "ISO/IEC 27001:2022", daysText: "10" },
    ...{ datesText: "Spring", feesText: "As offered", confidentiality: "Agreed", terms: null },
  };
}

export const sourcingRunActs: Record<SourcingCommand, ProductAct> = {
  "sourcing.issueRfp": {
    // The bodies are looked up in the client's register, which is there for the client alone.
    early: (_, { who, input }) =>
      who.side === "client" || list({ input }, "bodyIds").length === 0 ? null : "not-there",
    call: ({ actor, submission, projectId, row, ...call }) => {
      const bodyIds = list(call, "bodyIds").map(row);
      const asked = { projectId, note: null, answerDueOn: call.input.answerDueOn as Day, bodyIds };
      return issueRfp(actor, asked, submission);
    },
  },
  "sourcing.receiveProposal": {
    call: ({ actor, submission, projectId, row, ...call }) => {
      const sent = { projectId, bodyId: row(text(call, "bodyId")), fileId: null };
      return receiveProposal(actor, { ...sent, offer: offer({ days, validUntil: null }) }, submission);
    },
  },
  "sourcing.declineToPropose": {
    // Nobody is asked for which body: it is the own one.
    parts: (_, attempt) => {
      const input = { ...attempt.input, bodyId: attempt.who.organisationId };
      return [{ attempt: { ...attempt, input } }];
    },
    call: ({ actor, submission, projectId, ...call }) =>
      declineToPropose(actor, { projectId, reason: text(call, "reason") }, submission),
  },
  "sourcing.evaluate": {
    call: ({ actor, submission, projectId }) => evaluate(actor, { projectId }, submission),
  },
  "sourcing.recommendCb": {
    call: ({ actor, submission, projectId, row, ...call }) => {
      const proposalId = row(text(call, "proposalId"));
      const involvedIds = list(call, "involvedIds").map(row);
      const others = { others: null, conflicts: [], work: [] };
      const said = { hasConflicts: call.input.hasConflicts === false ? false : null, hasWork: false };
      const choice = { projectId, proposalId, reason: text(call, "reason"), involvedIds, ...others, ...said };
      return recommendCb(actor, choice, submission);
    },
  },
  "sourcing.selectCb": {
    call: ({ actor, submission, projectId }) => selectCb(actor, { projectId }, submission),
  },
  "sourcing.returnRecommendation": {
    call: ({ actor, submission, projectId, ...call }) =>
      returnRecommendation(actor, { projectId, reason: text(call, "reason") }, submission),
  },
  "sourcing.sendApplication": {
    call: ({ actor, submission, projectId, ...call }) => {
      const statement = { signatory: text(call, "signatory"), consultancy: text(call, "consultancy") };
      const related = {
        consultancyBodyRelated: call.input.consultancyBodyRelated === true,
        consultancyEndedOn: null,
      };
      return sendApplication(actor, { projectId, ...statement, ...related, notes: null }, submission);
    },
  },
  "sourcing.acceptApplication": {
    early: chosenOnly,
    call: ({ actor, submission, projectId, ...call }) =>
      acceptApplication(actor, { projectId, competence: text(call, "competence") }, submission),
  },
  "sourcing.declineApplication": {
    early: chosenOnly,
    call: ({ actor, submission, projectId, ...call }) =>
      declineApplication(actor, { projectId, reason: text(call, "reason") }, submission),
  },
  "sourcing.draftLetter": {
    early: chosenOnly,
    call: ({ actor, submission, projectId, ...call }) =>
      draftLetter(actor, { projectId, letter: letterIn(call) }, submission),
  },
  "sourcing.amendLetter": {
    early: chosenOnly,
    call: ({ actor, submission, projectId, ...call }) => {
      const amendment = { projectId, letter: letterIn(call), reason: text(call, "reason") };
      return amendLetter(actor, amendment, submission);
    },
  },
  "sourcing.signAmendmentForClient": {
    early: chosenOnly,
    call: ({ actor, submission, projectId, ...call }) =>
      signAmendmentForClient(actor, { projectId, signatory: text(call, "signatory") }, submission),
  },
  "sourcing.signAmendmentForBody": {
    early: chosenOnly,
    call: ({ actor, submission, projectId, ...call }) =>
      signAmendmentForBody(actor, { projectId, signatory: text(call, "signatory") }, submission),
  },
  "sourcing.withdrawAmendment": {
    early: chosenOnly,
    call: ({ actor, submission, projectId, ...call }) =>
      withdrawAmendment(actor, { projectId, reason: text(call, "reason") }, submission),
  },
  "sourcing.signForClient": {
    early: chosenOnly,
    call: ({ actor, submission, projectId, ...call }) =>
      signForClient(actor, { projectId, signatory: text(call, "signatory") }, submission),
  },
  "sourcing.signForBody": {
    early: chosenOnly,
    call: ({ actor, submission, projectId, ...call }) =>
      signForBody(actor, { projectId, signatory: text(call, "signatory") }, submission),
  },
  "sourcing.terminateEngagement": {
    early: chosenOnly,
    call: ({ actor, submission, projectId, ...call }) =>
      terminateEngagement(actor, { projectId, reason: text(call, "reason") }, submission),
  },
};
