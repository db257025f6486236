"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { MAX_LINE, optionalTextField } from "@/lib/form-fields";
import * as attachments from "@/lib/store/request-attachments";

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
