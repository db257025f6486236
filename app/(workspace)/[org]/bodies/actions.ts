"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { linkTo } from "@/lib/env";
import {
  dayField,
  MAX_LINE,
  optionalDayField,
  optionalTextField,
  textField,
  wordsField,
} from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import { recognitions } from "@/lib/selection/accreditation-gate";
import { bodyNoteKinds, isGraded } from "@/lib/selection/body-notes";
import { isWebAddress } from "@/lib/selection/register-plan";
import * as accreditations from "@/lib/store/accreditations";
import * as bodies from "@/lib/store/bodies";
import * as notes from "@/lib/store/body-notes";
import * as connect from "@/lib/store/connect";
import { INVITATION_DAYS } from "@/lib/store/people";

const MAX_LANGUAGES = 12;
const MAX_SECTORS = 30;

const Body = z.object({
  name: textField("Enter the name of the body", MAX_LINE),
  legalName: optionalTextField(MAX_LINE),
  country: optionalTextField(MAX_LINE),
  languages: wordsField(MAX_LANGUAGES),
  sectors: wordsField(MAX_SECTORS),
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
  checkedBy: optionalTextField(MAX_LINE),
  sourceUrl: optionalTextField(MAX_LINE).refine((text) => text === null || isWebAddress(text), {
    error: "Enter a web address that starts with https:// or http://",
  }),
});

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

const Note = z.object({
  body: z.string(),
  noteKind: z.enum(bodyNoteKinds, { error: "Choose what you note" }),
  notedOn: dayField("Enter the day as a date"),
  source: optionalTextField(MAX_LINE),
  words: textField("Write what you know"),
  bodyGrade: z
    .union([z.literal("").transform(() => null), z.enum(["1", "2", "3", "4", "5"]).transform(Number)], {
      error: "Choose a grade from 1 to 5",
    })
    .nullish()
    .transform((grade) => grade ?? null),
});

export const addBodyNote = action("register.note", Note, async ({ actor, input, submission }) => {
  const { body, noteKind: kind, bodyGrade, ...rest } = input;
  // A grade belongs to experience and references; whatever else is sent with the other kinds is none.
  const grade = isGraded(kind) ? bodyGrade : null;
  await notes.addBodyNote(actor, { bodyId: body, kind, grade, ...rest }, submission);
  return { message: "Noted. Only your organisation sees it." };
});

export const removeBodyNote = action(
  "register.note",
  z.object({ body: z.string(), bodyNote: z.string() }),
  async ({ actor, input: { body, bodyNote }, submission }) => {
    await notes.removeBodyNote(actor, { bodyId: body, noteId: bodyNote }, submission);
    return { message: "Note removed." };
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
