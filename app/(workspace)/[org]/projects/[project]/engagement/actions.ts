"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import type { Actor } from "@/lib/actor";
import { asList } from "@/lib/form-data";
import { MAX_LINE, optionalDayField, optionalTextField, textField } from "@/lib/form-fields";
import { dutyKeys } from "@/lib/lifecycle/duties";
import type { Submission } from "@/lib/store/act";
import * as amendments from "@/lib/store/amendments";
import * as applications from "@/lib/store/applications";
import * as letters from "@/lib/store/letters";

const Project = z.object({ project: z.string() });

const Application = Project.extend({
  signatory: optionalTextField(MAX_LINE),
  consultancy: optionalTextField(),
  consultancyBodyRelated: z.stringbool({ error: "Choose whether the body is related to who advised you" }),
  consultancyEndedOn: optionalDayField("Enter the last day of the consultancy as a date"),
  notes: optionalTextField(),
});

export const sendApplication = action(
  "sourcing.sendApplication",
  Application,
  async ({ actor, input: { project, signatory, consultancy, ...rest }, submission, version }) => {
    const statement = { ...rest, signatory: signatory ?? "", consultancy: consultancy ?? "" };
    await applications.sendApplication(actor, { ...statement, projectId: project, version }, submission);
    return { message: "Application sent." };
  },
);

export const acceptApplication = action(
  "sourcing.acceptApplication",
  Project.extend({ competence: optionalTextField() }),
  async ({ actor, input: { project, competence }, submission, version }) => {
    const input = { projectId: project, competence: competence ?? "", version };
    await applications.acceptApplication(actor, input, submission);
    return { message: "Application accepted. The engagement letter comes next." };
  },
);

export const declineApplication = action(
  "sourcing.declineApplication",
  Project.extend({ reason: optionalTextField() }),
  async ({ actor, input: { project, reason }, submission, version }) => {
    const input = { projectId: project, reason: reason ?? "", version };
    await applications.declineApplication(actor, input, submission);
    return { message: "Application declined." };
  },
);

const Letter = Project.extend({
  form: z.enum(["written", "file"], { error: "Choose how the letter is written" }),
  fileId: z
    .uuid()
    .nullish()
    .transform((id) => id ?? null),
  scope: textField("Write the scope"),
  siteIds: z.preprocess(asList, z.array(z.uuid())),
  duties: z.preprocess(asList, z.array(z.enum(dutyKeys))),
  standardText: optionalTextField(),
  daysText: textField("Write the auditor days"),
  datesText: optionalTextField(),
  feesText: textField("Write the fees"),
  confidentiality: optionalTextField(),
  terms: optionalTextField(),
});

export const draftLetter = action(
  "sourcing.draftLetter",
  Letter,
  async ({ actor, input: { project, ...letter }, submission, version }) => {
    await letters.draftLetter(actor, { projectId: project, version, letter }, submission);
    return { message: "Letter saved. Both sides can sign it now." };
  },
);

export const amendLetter = action(
  "sourcing.amendLetter",
  Letter.extend({ reason: optionalTextField() }),
  async ({ actor, input: { project, reason, ...letter }, submission, version }) => {
    const amendment = { projectId: project, version, letter, reason: reason ?? "" };
    await amendments.amendLetter(actor, amendment, submission);
    return { message: "Amendment saved. Both sides can sign it now." };
  },
);

export const withdrawAmendment = action(
  "sourcing.withdrawAmendment",
  Project.extend({ reason: optionalTextField() }),
  async ({ actor, input: { project, reason }, submission, version }) => {
    const input = { projectId: project, reason: reason ?? "", version };
    await amendments.withdrawAmendment(actor, input, submission);
    return { message: "Amendment withdrawn." };
  },
);

const Signature = Project.extend({ position: optionalTextField(MAX_LINE) });

/** Name and function as they stand under the letter; without a function the rule speaks. */
function signatoryOf(actor: Actor, submission: Submission, position: string | null): string {
  return position === null ? "" : `${submission.recorded?.by ?? actor.personName}, ${position}`;
}

export const signForClient = action(
  "sourcing.signForClient",
  Signature,
  async ({ actor, input: { project, position }, submission, version }) => {
    const signatory = signatoryOf(actor, submission, position);
    await letters.signForClient(actor, { projectId: project, signatory, version }, submission);
    return { message: "Signed for the client." };
  },
);

export const signForBody = action(
  "sourcing.signForBody",
  Signature,
  async ({ actor, input: { project, position }, submission, version }) => {
    const signatory = signatoryOf(actor, submission, position);
    await letters.signForBody(actor, { projectId: project, signatory, version }, submission);
    return { message: "Signed for the certification body." };
  },
);

export const signAmendmentForClient = action(
  "sourcing.signAmendmentForClient",
  Signature,
  async ({ actor, input: { project, position }, submission, version }) => {
    const signatory = signatoryOf(actor, submission, position);
    await amendments.signAmendmentForClient(actor, { projectId: project, signatory, version }, submission);
    return { message: "Amendment signed for the client." };
  },
);

export const signAmendmentForBody = action(
  "sourcing.signAmendmentForBody",
  Signature,
  async ({ actor, input: { project, position }, submission, version }) => {
    const signatory = signatoryOf(actor, submission, position);
    await amendments.signAmendmentForBody(actor, { projectId: project, signatory, version }, submission);
    return { message: "Amendment signed for the certification body." };
  },
);

export const terminateEngagement = action(
  "sourcing.terminateEngagement",
  Project.extend({ reason: optionalTextField() }),
  async ({ actor, input: { project, reason }, submission, version }) => {
    const input = { projectId: project, reason: reason ?? "", version };
    await letters.terminateEngagement(actor, input, submission);
    return { message: "Engagement ended." };
  },
);
