"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { dayField, MAX_LINE, MAX_TEXT, optionalTextField, textField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import { listControls, MAX_OWN_CONTROLS, soaFields } from "@/lib/soa/statement";
import * as store from "@/lib/store/soa";
import * as evidence from "@/lib/store/soa-evidence";
import { approveSoa as approveVersion } from "@/lib/store/soa-versions";

const Project = z.object({ project: z.string() });
const MAX_LINES = listControls("iso-27001-2022").length + MAX_OWN_CONTROLS;

/** A text of the statement. A form on its way writes line ends anew; they are compared as they were typed. */
const statedText = z
  .string({ error: "Enter a text" })
  .max(MAX_TEXT, { error: `Use ${MAX_TEXT} characters or fewer.` })
  .transform((text) => text.replace(/\r\n?/g, "\n").trim());

export const saveSoa = action(
  "soa.edit",
  Project.extend({
    field: z.enum(soaFields),
    text: statedText,
    lines: z
      .array(z.object({ ref: z.string().max(MAX_LINE), seen: statedText }), { error: "Choose a control" })
      .max(MAX_LINES),
  }),
  async ({ actor, input, submission }) => {
    const { project: projectId, ...change } = input;
    await store.saveSoa(actor, { projectId, ...change }, submission);
    // The grid shows what it sent; a page drawn anew for each cell would take the place of what is typed next.
    return { keepsPage: true };
  },
);

/** A reference may not pass for one of the standard, whose edition decides what its numbers mean. */
const ownRef = textField("Enter a reference, such as OC-1", 20).refine((ref) => !/^(A\.)?\d/i.test(ref), {
  error: "Begin with a word of your own, such as OC-1: numbers are those of the standard.",
});

export const addOwnControl = action(
  "soa.edit",
  Project.extend({
    controlRef: ownRef,
    controlTitle: textField("Enter what the control is called", MAX_LINE),
  }),
  async ({ actor, input, submission }) => {
    const { project: projectId, controlRef: ref, controlTitle: title } = input;
    await store.addOwnControl(actor, { projectId, ref, title }, submission);
    return { message: `${ref} added. It stands at the end of the statement.` };
  },
);

export const removeOwnControl = action(
  "soa.edit",
  Project.extend({ controlRef: textField("Choose the control", MAX_LINE) }),
  async ({ actor, input, submission }) => {
    await store.removeOwnControl(actor, { projectId: input.project, ref: input.controlRef }, submission);
    return { message: `${input.controlRef} removed.` };
  },
);

export const approveSoa = action(
  "soa.approve",
  Project.extend({
    soaVersion: textField("Enter what this version is called, such as 1.2", MAX_LINE),
    approvedOn: dayField("Enter the day on which this version was approved"),
  }),
  async ({ actor, input, submission, version }) => {
    const { project: projectId, soaVersion: label, approvedOn } = input;
    await approveVersion(actor, { projectId, label, approvedOn, version }, submission);
    return {
      message: `Version ${label} approved.`,
      redirectTo: paths.project(actor.organisationSlug, projectId).soaVersions,
    };
  },
);

export const addEvidence = action(
  "soa.edit",
  Project.extend({
    control: textField("Choose the control", MAX_LINE),
    documentId: optionalTextField(MAX_LINE),
    fileId: optionalTextField(MAX_LINE),
    link: optionalTextField(MAX_TEXT).refine((link) => link === null || /^https:\/\/\S+$/.test(link), {
      error: "Enter a link that starts with https://",
    }),
    words: optionalTextField(MAX_LINE),
  }),
  async ({ actor, input: { project: projectId, control: ref, ...shown }, submission }) => {
    await evidence.addEvidence(actor, { projectId, ref, ...shown }, submission);
    return { message: `Evidence of ${ref} added.` };
  },
);

export const removeEvidence = action(
  "soa.edit",
  Project.extend({ evidenceId: textField("Choose the evidence", MAX_LINE) }),
  async ({ actor, input: { project: projectId, evidenceId }, submission }) => {
    await evidence.removeEvidence(actor, { projectId, evidenceId }, submission);
    return { message: "Evidence removed." };
  },
);
