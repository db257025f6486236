"use server";

import { z } from "zod";
import { optionalTextField, textField } from "@/lib/form-fields";
import { linkAction } from "@/lib/link-action";
import * as store from "@/lib/store/proposals";
import * as questions from "@/lib/store/request-questions";
import { ProposalForm } from "../../../(workspace)/[org]/requests/proposal-form";

export const answerByLink = linkAction(
  "answered",
  z.object({ fileId: z.uuid().optional() }).and(ProposalForm),
  async ({ actor, projectId, input: { fileId, ...offer }, submission, version }) => {
    const target = { projectId, bodyId: actor.organisationId, version, fileId: fileId ?? null };
    await store.receiveProposal(actor, { ...target, offer }, submission);
    return { message: "Proposal sent. You can change it here until the client has chosen." };
  },
);

export const declineByLink = linkAction(
  "declined",
  z.object({ reason: optionalTextField() }),
  async ({ actor, projectId, input: { reason }, submission, version }) => {
    await store.declineToPropose(actor, { projectId, reason: reason ?? "", version }, submission);
    return { message: "Request declined." };
  },
);

export const askByLink = linkAction(
  "asked",
  z.object({ question: textField("Write your question") }),
  async ({ actor, projectId, input: { question }, submission }) => {
    await questions.askQuestion(actor, { projectId, question }, submission);
    return { message: "Question sent. The answer appears on this page, for every body that was asked." };
  },
);
