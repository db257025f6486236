"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { asList } from "@/lib/form-data";
import { dayField, MAX_LINE, optionalDayField, optionalTextField, textField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import { pictureKinds, pictureNames } from "@/lib/preparation/register-picture";
import * as store from "@/lib/store/document-acts";
import { freezeRegister as freeze } from "@/lib/store/register-pictures";

const Project = z.object({ project: z.string() });
const Document = Project.extend({ document: z.string() });

const entry = {
  title: textField("Enter the title of the document", MAX_LINE),
  clause: optionalTextField(MAX_LINE),
  covers: z.preprocess(asList, z.array(z.string().max(MAX_LINE))),
  ownerId: optionalTextField(MAX_LINE),
  reviewDueOn: optionalDayField("Enter a real day, such as 27 Mar 2027"),
};

const versionOf = {
  versionLabel: textField("Enter the version, such as 1.2 or 2027-02", MAX_LINE),
  authorId: textField("Choose who wrote it", MAX_LINE),
  fileId: optionalTextField(MAX_LINE),
  link: optionalTextField(MAX_LINE).refine((link) => link === null || /^https?:\/\/\S+$/.test(link), {
    error: "Enter a link that starts with https://",
  }),
};

export const addDocument = action(
  "document.edit",
  Project.extend({ ...entry, ...versionOf }),
  async ({ actor, input: { project, covers, ...document }, submission }) => {
    await store.addDocument(actor, { projectId: project, answers: covers, ...document }, submission);
    return { message: `${document.title} added as a draft.` };
  },
);

export const editDocument = action(
  "document.edit",
  Document.extend(entry),
  async ({ actor, input: { project, document, covers, ...changed }, submission, version }) => {
    const act = { projectId: project, documentId: document, version };
    await store.editDocument(actor, { ...act, answers: covers, ...changed }, submission);
    return { message: "Entry saved." };
  },
);

export const renewDocument = action(
  "document.edit",
  Document.extend(versionOf),
  async ({ actor, input: { project, document, ...renewed }, submission, version }) => {
    const act = { projectId: project, documentId: document, version };
    await store.renewDocument(actor, { ...act, ...renewed }, submission);
    return { message: `Version ${renewed.versionLabel} entered. It is a draft until somebody approves it.` };
  },
);

export const approveDocument = action(
  "document.approve",
  Document.extend({ approvedOn: dayField("Enter the day on which you approved it") }),
  async ({ actor, input: { project, document, approvedOn }, submission, version }) => {
    const act = { projectId: project, documentId: document, version };
    await store.approveDocument(actor, { ...act, approvedOn }, submission);
    return { message: "Approved." };
  },
);

export const removeDocument = action(
  "document.edit",
  Document,
  async ({ actor, input: { project, document }, submission, version }) => {
    await store.removeDocument(actor, { projectId: project, documentId: document, version }, submission);
    return {
      message: "Document removed from the register.",
      redirectTo: paths.project(actor.organisationSlug, project).documents,
    };
  },
);

export const freezeRegister = action(
  "document.freeze",
  Project.extend({ kind: z.enum(pictureKinds, { error: "Choose for which audit" }) }),
  async ({ actor, input: { project, kind }, submission }) => {
    await freeze(actor, { projectId: project, kind }, submission);
    return { message: `Register frozen for ${pictureNames[kind]}.` };
  },
);
