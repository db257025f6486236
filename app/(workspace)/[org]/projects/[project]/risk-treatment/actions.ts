"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { MAX_LINE, MAX_TEXT, optionalDayField, optionalTextField, textField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import * as store from "@/lib/store/treatment-acts";
import { MAX_REF, treatmentStates, treatments } from "@/lib/treatment/treatment";

const Project = z.object({ project: z.string() });
const Line = Project.extend({ treatmentId: z.string() });

const realDay = "Enter a real day, such as 27 Mar 2027";
const entry = {
  ref: textField("Enter what you call this risk, such as R-12", MAX_REF),
  risk: textField("Enter what could happen", MAX_TEXT),
  owner: optionalTextField(MAX_LINE),
  treatment: z.enum(treatments, { error: "Choose what is done about the risk" }),
  controls: optionalTextField(MAX_TEXT),
  dueOn: optionalDayField(realDay),
  state: z.enum(treatmentStates, { error: "Choose how far it is" }),
  acceptedBy: optionalTextField(MAX_LINE),
  acceptedOn: optionalDayField(realDay),
};

export const addTreatment = action(
  "treatment.edit",
  Project.extend(entry),
  async ({ actor, input: { project, ...line }, submission }) => {
    await store.addTreatment(actor, { projectId: project, ...line }, submission);
    return { message: `${line.ref} added.` };
  },
);

export const editTreatment = action(
  "treatment.edit",
  Line.extend(entry),
  async ({ actor, input: { project, ...line }, submission, version }) => {
    await store.editTreatment(actor, { projectId: project, version, ...line }, submission);
    return { message: "Saved." };
  },
);

export const removeTreatment = action(
  "treatment.edit",
  Line,
  async ({ actor, input: { project, treatmentId }, submission, version }) => {
    await store.removeTreatment(actor, { projectId: project, treatmentId, version }, submission);
    return {
      message: "Risk removed.",
      redirectTo: paths.project(actor.organisationSlug, project).treatment,
    };
  },
);
