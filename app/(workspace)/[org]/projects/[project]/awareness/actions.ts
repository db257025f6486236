"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import type { Actor } from "@/lib/actor";
import { MAX_NAME, readList } from "@/lib/awareness/awareness";
import { currentDay } from "@/lib/clock";
import { dayField, MAX_LINE, optionalDayField, optionalTextField, textField } from "@/lib/form-fields";
import { readKeptSheets } from "@/lib/imports/kept-sheets";
import { Rejected } from "@/lib/outcome";
import { readCsv } from "@/lib/sheets/read-csv";
import { SheetRefused, type SheetRow } from "@/lib/sheets/sheet";
import { readAwareness } from "@/lib/store/awareness";
import * as store from "@/lib/store/awareness-acts";

const Project = z.object({ project: z.string() });
const MAX_LIST = 400_000;
/** So many problems are told at once. */
const TOLD = 5;

const proof = { fileId: optionalTextField(MAX_LINE), words: optionalTextField(MAX_NAME) };

export const addTrained = action(
  "awareness.edit",
  Project.extend({
    trainee: textField("Enter who was trained", MAX_NAME),
    topic: textField("Enter what it was about", MAX_NAME),
    heldOn: dayField("Enter the day on which it was held"),
    ...proof,
  }),
  async ({ actor, input: { project: projectId, trainee: person, fileId, ...said }, submission }) => {
    const entries = [{ person, ...said }];
    const { count } = await store.addAwareness(actor, { projectId, entries, fileId }, submission);
    return { message: count === 0 ? "This is entered already." : `${person} entered.` };
  },
);

export const addTrainedList = action(
  "awareness.edit",
  Project.extend({
    list: z.string().max(MAX_LIST, { error: "The list is too long. Enter it in two parts." }),
    listId: optionalTextField(MAX_LINE),
    topic: optionalTextField(MAX_NAME),
    heldOn: optionalDayField("Enter a real day, such as 27 Mar 2027"),
    ...proof,
  }),
  async ({ actor, input: { project: projectId, list, listId, fileId, ...defaults }, submission }) => {
    const { record } = await readAwareness(actor, projectId, undefined);
    const rows = await readRows(actor, projectId, list, listId);
    const { entries, problems } = readList(rows, defaults, currentDay(record.timeZone));
    if (problems.length > 0) {
      const more = problems.length > TOLD ? [`And ${problems.length - TOLD} more.`] : [];
      throw new Rejected({ list: [...problems.slice(0, TOLD), ...more].join(" ") });
    }
    const { count } = await store.addAwareness(actor, { projectId, entries, fileId }, submission);
    return { message: `${count} of ${entries.length} entered; the others were there already.` };
  },
);

export const removeTrained = action(
  "awareness.edit",
  Project.extend({ entryId: textField("Choose the entry", MAX_LINE) }),
  async ({ actor, input: { project: projectId, entryId }, submission }) => {
    await store.removeAwareness(actor, { projectId, entryId }, submission);
    return { message: "Entry removed." };
  },
);

async function readRows(
  actor: Actor,
  projectId: string,
  list: string,
  listId: string | null,
): Promise<SheetRow[]> {
  if ((list.trim() === "") === (listId === null)) {
    throw new Rejected({ list: "Paste the list, or add it as a file: one of the two." });
  }
  try {
    if (listId === null) return readCsv("list", new TextEncoder().encode(list)).rows;
    const { sheets } = await readKeptSheets(actor, { projectId, fileId: listId });
    return sheets[0]?.rows ?? [];
  } catch (error) {
    if (error instanceof SheetRefused) throw new Rejected({ [listId ? "listId" : "list"]: error.message });
    throw error;
  }
}
