"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { MAX_LINE, optionalTextField, textField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import * as concerns from "@/lib/store/concerns";
import * as stage1 from "@/lib/store/stage1";
import { Audit, toAudit } from "../audit-form";

const Item = z.object({
  key: z.string(),
  verdict: z.enum(["seen", "partly", "missing"]).optional(),
  note: optionalTextField(),
});

export const setReadiness = action(
  "audit.setReadiness",
  Audit.extend({ items: z.array(Item) }),
  async ({ actor, input, submission, version }) => {
    const items = input.items.flatMap(({ key, verdict, note }) => (verdict ? [{ key, verdict, note }] : []));
    await stage1.setReadiness(actor, { ...toAudit(input, version), items }, submission);
    return { message: "Readiness list saved." };
  },
);

export const addInterview = action(
  "audit.addInterview",
  Audit.extend({
    who: optionalTextField(MAX_LINE),
    topic: optionalTextField(MAX_LINE),
    note: optionalTextField(),
  }),
  async ({ actor, input, submission, version }) => {
    const { who, topic, note } = input;
    const interview = { who: who ?? "", topic: topic ?? "", note };
    await stage1.addInterview(actor, { ...toAudit(input, version), ...interview }, submission);
    return { message: "Interview noted." };
  },
);

const Draft = Audit.extend({
  concern: optionalTextField(MAX_LINE),
  requirementRef: textField("Choose the requirement the concern is about", MAX_LINE),
  statement: optionalTextField(),
  blocking: z.stringbool({ error: "Choose whether it must be settled before Stage 2" }),
});

export const draftConcern = action(
  "audit.draftConcern",
  Draft,
  async ({ actor, input, submission, version }) => {
    const { concern, requirementRef, statement, blocking } = input;
    const draft = { concernId: concern, requirementRef, statement: statement ?? "", blocking };
    await concerns.draftConcern(actor, { ...toAudit(input, version), ...draft }, submission);
    if (concern === null) return { message: "Draft saved. Only your side sees it." };
    const redirectTo = paths.project(actor.organisationSlug, input.project).auditReadiness(input.audit);
    return { message: "Draft changed.", redirectTo };
  },
);

const Concern = Audit.extend({ concern: z.string() });

export const issueConcern = action(
  "audit.issueConcern",
  Concern,
  async ({ actor, input, submission, version }) => {
    await concerns.issueConcern(actor, { ...toAudit(input, version), concernId: input.concern }, submission);
    return { message: "Area of concern issued. The client sees it now." };
  },
);

export const discardConcern = action(
  "audit.discardConcern",
  Concern,
  async ({ actor, input, submission, version }) => {
    await concerns.discardConcern(
      actor,
      { ...toAudit(input, version), concernId: input.concern },
      submission,
    );
    return { message: "Draft deleted." };
  },
);

export const answerConcern = action(
  "audit.answerConcern",
  Concern.extend({ answer: optionalTextField() }),
  async ({ actor, input, submission, version }) => {
    const answer = { concernId: input.concern, answer: input.answer ?? "" };
    await concerns.answerConcern(actor, { ...toAudit(input, version), ...answer }, submission);
    return { message: "Answer sent." };
  },
);

export const acceptConcern = action(
  "audit.acceptConcern",
  Concern,
  async ({ actor, input, submission, version }) => {
    await concerns.acceptConcern(actor, { ...toAudit(input, version), concernId: input.concern }, submission);
    return { message: "Answer accepted." };
  },
);

export const returnConcern = action(
  "audit.returnConcern",
  Concern.extend({ comment: optionalTextField() }),
  async ({ actor, input, submission, version }) => {
    const returned = { concernId: input.concern, comment: input.comment ?? "" };
    await concerns.returnConcern(actor, { ...toAudit(input, version), ...returned }, submission);
    return { message: "Answer returned to the client." };
  },
);
