"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { dayField, MAX_LINE, optionalDayField, textField } from "@/lib/form-fields";
import { tieKinds } from "@/lib/lifecycle/record";
import { competenceKinds } from "@/lib/lifecycle/team-competence";
import { tieDecisions, tieThreats } from "@/lib/lifecycle/tie-words";
import * as competences from "@/lib/store/competences";
import * as ties from "@/lib/store/ties";

const MAX_WORDS = 2000;
const WRONG_DAY = "Enter the day as year, month and day, or leave it empty";
const Person = z.object({ person: z.string() });

export const recordCompetence = action(
  "competence.record",
  Person.extend({
    competenceKind: z.enum(competenceKinds, { error: "Choose the kind" }),
    what: textField("Enter the competence", MAX_LINE),
    validUntil: optionalDayField(WRONG_DAY),
    proof: textField("Enter what proves it", MAX_LINE),
  }),
  async ({ actor, input: { person, competenceKind: kind, ...competence }, submission }) => {
    await competences.recordCompetence(actor, { personId: person, kind, ...competence }, submission);
    return { message: "Competence recorded." };
  },
);

export const withdrawCompetence = action(
  "competence.record",
  Person.extend({ held: z.string() }),
  async ({ actor, input: { person, held }, submission }) => {
    await competences.withdrawCompetence(actor, { personId: person, competenceId: held }, submission);
    return { message: "Competence withdrawn." };
  },
);

export const declareTie = action(
  "tie.declare",
  Person.extend({
    clientId: textField("Choose the client", MAX_LINE),
    tieKind: z.enum(tieKinds, { error: "Choose what it is" }),
    threat: z.enum(tieThreats, { error: "Choose the threat" }),
    words: textField("Say what ties you to the client", MAX_WORDS),
    startedOn: optionalDayField(WRONG_DAY),
    endedOn: optionalDayField(WRONG_DAY),
  }),
  async ({ actor, input: { person, tieKind: kind, ...tie }, submission }) => {
    await ties.declareTie(actor, { personId: person, kind, ...tie }, submission);
    return { message: "Tie declared." };
  },
);

export const endTie = action(
  "competence.record",
  Person.extend({ tie: z.string(), endedOn: dayField("Enter the last day") }),
  async ({ actor, input: { person, tie, endedOn }, submission }) => {
    await ties.endTie(actor, { personId: person, tieId: tie, endedOn }, submission);
    return { message: "Last day saved." };
  },
);

export const decideTie = action(
  "tie.decide",
  Person.extend({
    tie: z.string(),
    decision: z.enum(tieDecisions, { error: "Choose the decision" }),
    words: textField("Enter the safeguards or the reason", MAX_WORDS),
  }),
  async ({ actor, input: { person, tie, ...decided }, submission }) => {
    await ties.decideTie(actor, { personId: person, tieId: tie, ...decided }, submission);
    return { message: "Decision saved." };
  },
);
