"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { formatDay } from "@/lib/day";
import { linkTo } from "@/lib/env";
import { asList } from "@/lib/form-data";
import { dayField, MAX_LINE, optionalDayField, optionalTextField, textField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import { parseRate } from "@/lib/selection/conversion";
import * as links from "@/lib/store/answer-links";
import * as exchange from "@/lib/store/exchange-rates";
import * as others from "@/lib/store/other-bodies";
import * as proposals from "@/lib/store/proposals";
import * as questions from "@/lib/store/request-questions";
import * as requests from "@/lib/store/requests";
import * as selection from "@/lib/store/selection";
import { ProposalForm } from "../../../requests/proposal-form";

const Project = z.object({ project: z.string() });

const Request = Project.extend({
  bodyIds: z.preprocess(asList, z.array(z.uuid())),
  answerDueOn: dayField("Enter the last day for answers"),
  note: optionalTextField(),
});

export const issueRfp = action(
  "sourcing.issueRfp",
  Request,
  async ({ actor, input: { project, ...input }, submission, version }) => {
    await requests.issueRfp(actor, { ...input, projectId: project, version }, submission);
    return { message: "Request issued." };
  },
);

export const inviteBody = action(
  "proposal.invite",
  Project.extend({ bodyId: textField("Choose the body to invite") }),
  async ({ actor, input: { project, bodyId }, submission, version }) => {
    await requests.inviteBody(actor, { projectId: project, bodyId, version }, submission);
    return { message: "Body invited." };
  },
);

const Rates = Project.extend({
  into: textField("Choose the currency to compare in"),
  on: dayField("Enter the day of the rates"),
  rates: z.record(z.string(), z.string().trim().max(MAX_LINE)),
}).transform(({ rates: typed, into, ...input }, context) => {
  const rates = Object.entries(typed).flatMap(([from, text]) => {
    // An offer without a rate stays in its own currency.
    if (from === into || text === "") return [];
    const millionths = parseRate(text);
    if (millionths !== null) return [{ from, millionths }];
    const message = "Enter the rate as a number above 0 with up to six decimals, such as 1.17";
    context.addIssue({ code: "custom", path: ["rates", from], message });
    return [];
  });
  return { ...input, to: into, rates };
});

export const convertOffers = action(
  "proposal.convert",
  Rates,
  async ({ actor, input: { project, ...input }, submission }) => {
    await exchange.saveRates(actor, { projectId: project, ...input }, submission);
    return { message: `The offers are compared in ${input.to}.` };
  },
);

const Link = Project.extend({ body: z.string() });

export const makeAnswerLink = action(
  "proposal.link",
  Link.extend({
    recipient: textField("Enter who gets the link", MAX_LINE),
    lastDay: dayField("Enter the last day of the link"),
  }),
  async ({ actor, input: { project, body, ...input }, submission }) => {
    const target = { projectId: project, bodyId: body, ...input };
    const token = await links.makeAnswerLink(actor, target, submission);
    const label = `Send this link to ${input.recipient} alone. It opens until ${formatDay(input.lastDay)} and is shown only now.`;
    return { message: "Answer link made.", shownOnce: { label, text: linkTo(paths.answer(token)) } };
  },
);

export const revokeAnswerLink = action(
  "proposal.link",
  Link,
  async ({ actor, input: { project, body }, submission }) => {
    await links.revokeAnswerLink(actor, { projectId: project, bodyId: body }, submission);
    return { message: "The link opens no longer." };
  },
);

export const answerQuestion = action(
  "proposal.answer",
  Project.extend({ questionId: z.string(), answer: textField("Write the answer") }),
  async ({ actor, input: { project, ...input }, submission }) => {
    await questions.answerQuestion(actor, { projectId: project, ...input }, submission);
    return { message: "Answered for all invited bodies." };
  },
);

const Envelope = Project.extend({
  body: z.string(),
  fileId: z.uuid().optional(),
});

export const enterProposal = action(
  "sourcing.receiveProposal",
  Envelope.and(ProposalForm),
  async ({ actor, input: { project, body, fileId, ...offer }, submission, version }) => {
    const target = { projectId: project, bodyId: body, version, fileId: fileId ?? null };
    await proposals.receiveProposal(actor, { ...target, offer }, submission);
    return {
      message: "Proposal saved.",
      redirectTo: paths.project(actor.organisationSlug, project).selection,
    };
  },
);

export const evaluate = action(
  "sourcing.evaluate",
  Project,
  async ({ actor, input: { project }, submission, version }) => {
    await selection.evaluate(actor, { projectId: project, version }, submission);
    return {
      message: "Comparison started.",
      redirectTo: paths.project(actor.organisationSlug, project).compare,
    };
  },
);

const said = z
  .enum(["true", "false"])
  .optional()
  .transform((word) => (word === undefined ? null : word === "true"));
const MAX_ROWS = 20;
const rows = <T extends z.ZodType>(row: T) =>
  z
    .array(row)
    .max(MAX_ROWS, { error: `Enter ${MAX_ROWS} or fewer.` })
    .optional();

const Recommendation = Project.extend({
  proposalId: z.string({ error: "Choose the body you recommend" }),
  reason: optionalTextField(),
  involvedIds: z.preprocess(asList, z.array(z.uuid()).max(MAX_ROWS)),
  others: optionalTextField(MAX_LINE),
  hasConflicts: said,
  conflicts: rows(
    z.object({
      who: textField("Enter who has the conflict", MAX_LINE),
      what: textField("Enter what ties the person", MAX_LINE),
    }),
  ),
  hasWork: said,
  work: rows(
    z.object({
      kind: z.enum(["internal_audit", "consultancy"], { error: "Choose what was done" }),
      by: z.enum(["body", "related", "person"], { error: "Choose who did it" }),
      who: textField("Enter the name of the firm or person", MAX_LINE),
      endedOn: optionalDayField("Enter the last day of the work as a date"),
    }),
  ),
});

export const recommendCb = action(
  "sourcing.recommendCb",
  Recommendation,
  async ({ actor, input: { project, reason, conflicts = [], work = [], ...input }, submission, version }) => {
    const stated = { ...input, reason: reason ?? "", conflicts, work };
    await selection.recommendCb(actor, { ...stated, projectId: project, version }, submission);
    return {
      message: "Recommendation sent to the executive.",
      redirectTo: paths.project(actor.organisationSlug, project).selection,
    };
  },
);

export const selectCb = action(
  "sourcing.selectCb",
  Project,
  async ({ actor, input: { project }, submission, version }) => {
    await selection.selectCb(actor, { projectId: project, version }, submission);
    return {
      message: "Certification body confirmed. The application comes next.",
      redirectTo: paths.project(actor.organisationSlug, project).engagement,
    };
  },
);

export const returnRecommendation = action(
  "sourcing.returnRecommendation",
  Project.extend({ reason: optionalTextField() }),
  async ({ actor, input: { project, reason }, submission, version }) => {
    await selection.returnRecommendation(
      actor,
      { projectId: project, reason: reason ?? "", version },
      submission,
    );
    return { message: "Recommendation returned." };
  },
);

export const tellOtherBodies = action(
  "proposal.tell",
  Project.extend({ tellText: textField("Write what the other bodies are told") }),
  async ({ actor, input: { project, tellText }, submission }) => {
    const { off } = await others.tellOtherBodies(actor, { projectId: project, text: tellText }, submission);
    if (off.length === 0) return { message: "The other bodies are told." };
    const label = `The others are told. Send this yourself to ${off.join(", ")}: not on CertTrail.`;
    return { message: "The other bodies are told.", shownOnce: { label, text: tellText } };
  },
);
