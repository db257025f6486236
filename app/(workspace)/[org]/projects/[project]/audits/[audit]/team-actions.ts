"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { MAX_LINE, optionalTextField, wordsField } from "@/lib/form-fields";
import * as teams from "@/lib/store/teams";
import { Audit, toAudit } from "./audit-form";

const teamRoles = ["lead", "auditor", "expert", "observer", "trainee"] as const;
const MAX_TEAM = 20;
const MAX_NEEDS = 20;

const Member = z.object({
  personId: optionalTextField(MAX_LINE),
  name: optionalTextField(MAX_LINE),
  role: z.union([z.literal("").transform(() => null), z.enum(teamRoles)]),
});

/** Rows without a person are left out; `row` keeps where a person stood in the form. */
const membersField = z
  .array(Member)
  .max(MAX_TEAM, { error: `A team has ${MAX_TEAM} people or fewer.` })
  .transform((rows, context) =>
    rows.flatMap(({ role, ...who }, row) => {
      if (who.personId === null && who.name === null) return [];
      if (role !== null) return [{ ...who, role, row }];
      context.addIssue({ code: "custom", path: [row, "role"], message: "Choose the role of this person" });
      return [];
    }),
  );

export const setTeam = action(
  "audit.setTeam",
  Audit.extend({
    members: membersField,
    competence: optionalTextField(),
    areas: wordsField(MAX_NEEDS).optional(),
    languages: wordsField(MAX_NEEDS).optional(),
  }),
  async ({ actor, input, submission, version }) => {
    const { members, competence, areas, languages } = input;
    const team = { ...toAudit(input, version), members, competence: competence ?? "", areas, languages };
    await teams.setTeam(actor, team, submission);
    return { message: "Team saved." };
  },
);

export const proposeTeam = action(
  "audit.proposeTeam",
  Audit,
  async ({ actor, input, submission, version }) => {
    await teams.proposeTeam(actor, toAudit(input, version), submission);
    return { message: "Team proposed to the client." };
  },
);

export const objectToTeam = action(
  "audit.objectToTeam",
  Audit.extend({ personId: optionalTextField(MAX_LINE), ground: optionalTextField() }),
  async ({ actor, input, submission, version }) => {
    const { personId, ground } = input;
    await teams.objectToTeam(
      actor,
      { ...toAudit(input, version), personId, ground: ground ?? "" },
      submission,
    );
    return { message: "Objection sent." };
  },
);

export const answerObjection = action(
  "audit.answerObjection",
  Audit.extend({
    objection: z.string(),
    upheld: z.stringbool({ error: "Choose whether the objection is upheld" }),
    answer: optionalTextField(),
  }),
  async ({ actor, input, submission, version }) => {
    const { objection, upheld, answer } = input;
    const answered = { objectionId: objection, upheld, answer: answer ?? "" };
    await teams.answerObjection(actor, { ...toAudit(input, version), ...answered }, submission);
    return { message: upheld ? "Objection upheld. Set the team again." : "Objection turned down." };
  },
);

export const waiveObjection = action(
  "audit.waiveObjection",
  Audit,
  async ({ actor, input, submission, version }) => {
    await teams.waiveObjection(actor, toAudit(input, version), submission);
    return { message: "Team accepted." };
  },
);

export const confirmTeam = action(
  "audit.confirmTeam",
  Audit,
  async ({ actor, input, submission, version }) => {
    await teams.confirmTeam(actor, toAudit(input, version), submission);
    return { message: "Team confirmed." };
  },
);
