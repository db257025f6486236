"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { linkTo } from "@/lib/env";
import { MAX_LINE, optionalDayField, optionalTextField, textField, wordsField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import { recognitions } from "@/lib/selection/accreditation-gate";
import * as accreditations from "@/lib/store/accreditations";
import * as bodies from "@/lib/store/bodies";
import * as connect from "@/lib/store/connect";
import { INVITATION_DAYS } from "@/lib/store/people";

const MAX_LANGUAGES = 12;

const Body = z.object({
  name: textField("Enter the name of the body", MAX_LINE),
  legalName: optionalTextField(MAX_LINE),
  country: optionalTextField(MAX_LINE),
  languages: wordsField(MAX_LANGUAGES),
});

export const addBody = action("register.edit", Body, async ({ actor, input, submission }) => {
  const entry = { ...input, legalName: input.legalName ?? input.name };
  const { id } = await bodies.addBody(actor, entry, submission);
  return {
    message: `${input.name} added. Enter its accreditation next.`,
    redirectTo: paths.body(actor.organisationSlug, id),
  };
});

export const editBody = action(
  "register.edit",
  Body.extend({ body: z.string() }),
  async ({ actor, input: { body, ...input }, submission, version }) => {
    const entry = { ...input, legalName: input.legalName ?? input.name };
    await bodies.editBody(actor, { ...entry, bodyId: body, version }, submission);
    return { message: "Entry saved." };
  },
);

const Accreditation = z.object({
  body: z.string(),
  accreditation: z.string().optional(),
  scheme: textField("Choose the standard", MAX_LINE),
  accreditationBody: textField("Enter the accreditation body", MAX_LINE),
  number: textField("Enter the number of the accreditation certificate", MAX_LINE),
  validFrom: optionalDayField("Enter the first day as a date"),
  validTo: optionalDayField("Enter the last day as a date"),
  recognition: z
    .union([z.literal("").transform(() => null), z.enum(recognitions)], { error: "Choose from the list" })
    .nullish()
    .transform((name) => name ?? null),
  checkedOn: optionalDayField("Enter the day of the check as a date"),
  sourceUrl: optionalTextField(MAX_LINE).refine(isWebAddress, {
    error: "Enter a web address that starts with https:// or http://",
  }),
});

/** Only web addresses become links: any other scheme could run something. */
function isWebAddress(text: string | null): boolean {
  if (text === null) return true;
  return URL.canParse(text) && ["https:", "http:"].includes(new URL(text).protocol);
}

export const saveAccreditation = action(
  "accreditation.edit",
  Accreditation,
  async ({ actor, input: { body, accreditation, ...input }, submission }) => {
    const target = { bodyId: body, accreditationId: accreditation ?? null };
    await accreditations.saveAccreditation(actor, { ...input, ...target }, submission);
    return { message: accreditation ? "Accreditation saved." : "Accreditation added." };
  },
);

export const removeAccreditation = action(
  "accreditation.edit",
  z.object({ body: z.string(), accreditation: z.string() }),
  async ({ actor, input: { body, accreditation }, submission }) => {
    const target = { bodyId: body, accreditationId: accreditation };
    await accreditations.removeAccreditation(actor, target, submission);
    return { message: "Accreditation removed." };
  },
);

const Joining = z.object({
  body: z.string(),
  email: z.email({ error: "Enter an e-mail address, such as name@example.com" }).max(MAX_LINE),
});

export const inviteToConnect = action("body.connect", Joining, async ({ actor, input, submission }) => {
  const token = await connect.inviteBody(actor, { bodyId: input.body, email: input.email }, submission);
  const label = `Send this link to ${input.email}. It works once, for ${INVITATION_DAYS} days.`;
  const text = linkTo(paths.invitation(token));
  return { message: "Invitation made.", shownOnce: { label, text } };
});
