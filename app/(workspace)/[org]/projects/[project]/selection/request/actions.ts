"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { MAX_LINE, optionalTextField } from "@/lib/form-fields";
import * as reminders from "@/lib/store/reminders";
import * as attachments from "@/lib/store/request-attachments";
import * as scopes from "@/lib/store/scope-versions";

const Project = z.object({ project: z.string() });

export const attachToRequest = action(
  "proposal.attach",
  Project.extend({
    fileId: z.uuid({ error: "Add the document" }),
    attachmentNote: optionalTextField(MAX_LINE),
  }),
  async ({ actor, input: { project, fileId, attachmentNote }, submission }) => {
    await attachments.attachToRequest(
      actor,
      { projectId: project, fileId, note: attachmentNote },
      submission,
    );
    return { message: "Document added to the request." };
  },
);

export const detachFromRequest = action(
  "proposal.attach",
  Project.extend({ fileId: z.string() }),
  async ({ actor, input: { project, fileId }, submission }) => {
    await attachments.detachFromRequest(actor, { projectId: project, fileId }, submission);
    return { message: "Document taken from the request." };
  },
);

const Reminder = Project.extend({
  body: z.string(),
  withLink: z.literal("yes").optional(),
  mailTo: z
    .union([
      z.literal(""),
      z.email({ error: "Enter an e-mail address, such as name@example.com" }).max(MAX_LINE),
    ])
    .optional(),
}).superRefine(({ withLink, mailTo }, context) => {
  if (mailTo && !withLink)
    context.addIssue({ code: "custom", path: ["withLink"], message: "Tick the new link: the mail holds it" });
});

export const remindBody = action(
  "proposal.remind",
  Reminder,
  async ({ actor, input: { project, body: bodyId, withLink, mailTo }, submission }) => {
    const target = { projectId: project, bodyId, withLink: withLink === "yes", address: mailTo || null };
    const { way, body, text } = await reminders.remindBody(actor, target, submission);
    if (way === "message") return { message: `${body} is reminded on CertTrail.` };
    if (way === "mail" || text === null) return { message: `Reminder with a new link sent to ${mailTo}.` };
    const label =
      "Send this yourself. The reminder is noted; the words, and a link in them, are shown only now.";
    return { message: `Reminder to ${body} noted.`, shownOnce: { label, text } };
  },
);

export const sendScopeChanges = action(
  "scope.send",
  Project.extend({ no: z.coerce.number().int().min(1) }),
  async ({ actor, input: { project, no }, submission }) => {
    const { off } = await scopes.sendScopeChanges(actor, { projectId: project, no }, submission);
    const told = `The bodies are told version ${no}.`;
    if (off.length === 0) return { message: told };
    return { message: `${told} Tell ${off.join(", ")} yourself: not on CertTrail. Their links show it.` };
  },
);
