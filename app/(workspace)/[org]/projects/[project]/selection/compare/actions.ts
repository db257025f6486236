"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { optionalTextField, wholeNumberField } from "@/lib/form-fields";
import { expertiseKeys, standings } from "@/lib/selection/particulars";
import { type Weights, weighed, weighedNames } from "@/lib/selection/weighing";
import * as comparison from "@/lib/store/comparison-acts";

const Project = z.object({ project: z.string() });
const MAX_NOTE = 4000;

const Weighing = Project.extend({
  weights: z.object(
    Object.fromEntries(
      weighed.map((key) => [
        key,
        wholeNumberField(
          `Enter the weight of ${weighedNames[key].toLowerCase()} as a whole number from 0 to 100`,
          0,
          100,
        ),
      ]),
    ) as Record<keyof Weights, ReturnType<typeof wholeNumberField>>,
  ),
});

export const saveWeights = action(
  "proposal.weigh",
  Weighing,
  async ({ actor, input: { project, weights }, submission, version }) => {
    const target = { projectId: project, weights, version: version ?? null };
    await comparison.saveWeights(actor, target, submission);
    return { message: "Weights saved." };
  },
);

const Mark = Project.extend({
  bodyId: z.string({ error: "Choose the body" }).min(1, { error: "Choose the body" }),
  point: z.enum(expertiseKeys, { error: "Choose what it states" }),
  standing: z.enum(standings, { error: "Choose how far you have checked it" }),
});

export const markExpertise = action(
  "proposal.weigh",
  Mark,
  async ({ actor, input: { project, ...input }, submission }) => {
    await comparison.markExpertise(actor, { projectId: project, ...input }, submission);
    return { message: "Marked." };
  },
);

const Note = Project.extend({
  bodyId: z.string(),
  offerNote: optionalTextField(MAX_NOTE),
  shared: z.literal("yes").optional().transform(Boolean),
});

export const saveOfferNote = action(
  "proposal.note",
  Note,
  async ({ actor, input: { project, bodyId, offerNote, shared }, submission }) => {
    await comparison.saveOfferNote(
      actor,
      { projectId: project, bodyId, words: offerNote, shared },
      submission,
    );
    if (offerNote === null) return { message: "Note taken away." };
    return { message: shared ? "Note shared with your organisation." : "Note saved. Only you see it." };
  },
);
