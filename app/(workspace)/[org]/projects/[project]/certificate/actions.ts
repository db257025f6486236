"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { MAX_LINE, optionalDayField, optionalTextField } from "@/lib/form-fields";
import * as store from "@/lib/store/certificates";

const Issue = z.object({
  project: z.string(),
  number: optionalTextField(MAX_LINE),
  effectiveFrom: optionalDayField("Enter the first valid day of the certificate"),
  expiresOn: optionalDayField("Enter the last valid day of the certificate"),
});

export const issueCertificate = action("certificate.issue", Issue, async ({ actor, input, submission }) => {
  const { project, ...certificate } = input;
  const number = await store.issueCertificate(actor, { projectId: project, ...certificate }, submission);
  return { message: `Certificate ${number} is on the record. Anybody can check it at its public link.` };
});
