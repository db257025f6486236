"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { dayField, MAX_LINE, optionalTextField, textField } from "@/lib/form-fields";
import * as store from "@/lib/store/preparation";

const Case = z.object({ project: z.string() });

const Held = Case.extend({
  heldOn: dayField("Enter the day on which it was held"),
  coversScope: z.literal("yes").optional(),
  who: textField("Enter who carried it out", MAX_LINE),
  note: optionalTextField(),
  fileId: optionalTextField(MAX_LINE),
});

function toHeld(input: z.output<typeof Held>, version: number | undefined) {
  const { project, heldOn, coversScope, who, note, fileId } = input;
  return { projectId: project, version, on: heldOn, coversScope: coversScope === "yes", who, note, fileId };
}

export const recordInternalAudit = action(
  "certification.recordInternalAudit",
  Held,
  async ({ actor, input, submission, version }) => {
    await store.recordInternalAudit(actor, toHeld(input, version), submission);
    return { message: "Internal audit recorded." };
  },
);

export const recordManagementReview = action(
  "certification.recordManagementReview",
  Held,
  async ({ actor, input, submission, version }) => {
    await store.recordManagementReview(actor, toHeld(input, version), submission);
    return { message: "Management review recorded." };
  },
);

export const recordSoa = action(
  "certification.recordSoa",
  Case.extend({
    soaVersion: optionalTextField(MAX_LINE),
    approvedOn: dayField("Enter the day on which this version was approved"),
  }),
  async ({ actor, input, submission, version }) => {
    const { project, soaVersion, approvedOn } = input;
    const soa = { projectId: project, version, soaVersion: soaVersion ?? "", approvedOn };
    await store.recordSoa(actor, soa, submission);
    return { message: "Statement of Applicability recorded." };
  },
);
