"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { textField } from "@/lib/form-fields";
import * as store from "@/lib/store/recorded-acts";

const RecordedAct = z.object({ project: z.string(), event: z.string() });

export const confirmRecordedAct = action(
  "record.confirm",
  RecordedAct,
  async ({ actor, input, submission }) => {
    await store.confirmRecordedAct(actor, { projectId: input.project, eventId: input.event }, submission);
    return { message: "Confirmed." };
  },
);

export const correctRecordedAct = action(
  "record.correct",
  RecordedAct.extend({ correction: textField("Enter what was different") }),
  async ({ actor, input, submission }) => {
    const { project, event, correction } = input;
    await store.correctRecordedAct(actor, { projectId: project, eventId: event, correction }, submission);
    return { message: "Correction kept beside the entry." };
  },
);
