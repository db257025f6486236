"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { optionalTextField, textField } from "@/lib/form-fields";
import * as store from "@/lib/store/proposals";
import * as questions from "@/lib/store/request-questions";
import { ProposalForm } from "./proposal-form";

const Request = z.object({ project: z.string() });

export const sendProposal = action(
  "sourcing.receiveProposal",
  Request.extend({ fileId: z.uuid().optional() }).and(ProposalForm),
  async ({ actor, input: { project, fileId, ...offer }, submission, version }) => {
    const target = { projectId: project, bodyId: actor.organisationId, version, fileId: fileId ?? null };
    await store.receiveProposal(actor, { ...target, offer }, submission);
    return { message: "Proposal sent. You can change it until the client has chosen." };
  },
);

export const declineToPropose = action(
  "sourcing.declineToPropose",
  Request.extend({ reason: optionalTextField() }),
  async ({ actor, input: { project, reason }, submission, version }) => {
    await store.declineToPropose(actor, { projectId: project, reason: reason ?? "", version }, submission);
    return { message: "Request declined." };
  },
);

export const askQuestion = action(
  "proposal.ask",
  Request.extend({ question: textField("Write your question") }),
  async ({ actor, input: { project, question }, submission }) => {
    await questions.askQuestion(actor, { projectId: project, question }, submission);
    return { message: "Question sent. The answer appears here, for every body that was asked." };
  },
);
