"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { optionalTextField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import * as audits from "@/lib/store/audits";
import * as results from "@/lib/store/stage-results";

const Case = z.object({ project: z.string() });
const Reasoned = Case.extend({ reason: optionalTextField() });

const Create = Case.extend({
  kind: z.enum(["stage1", "stage2", "follow_up"], { error: "Choose which audit to create" }),
});

export const createAudit = action(
  "certification.createAudit",
  Create,
  async ({ actor, input, submission, version }) => {
    const { project, kind } = input;
    const audit = await audits.createAudit(actor, { projectId: project, version, kind }, submission);
    const redirectTo = paths.project(actor.organisationSlug, project).audit(audit);
    return { message: "Audit created. Set its team next.", redirectTo };
  },
);

export const reviewStage1Again = action(
  "certification.reviewStage1Again",
  Reasoned,
  async ({ actor, input, submission, version }) => {
    const reviewed = { projectId: input.project, version, reason: input.reason ?? "" };
    await results.reviewStage1Again(actor, reviewed, submission);
    return { message: "Stage 1 is under review again." };
  },
);

export const completeFindings = action(
  "certification.completeFindings",
  Case,
  async ({ actor, input, submission, version }) => {
    await results.completeFindings(actor, { projectId: input.project, version }, submission);
    return { message: "Handed over to the decision." };
  },
);

export const requireStage2Again = action(
  "certification.requireStage2Again",
  Case,
  async ({ actor, input, submission, version }) => {
    await results.requireStage2Again(actor, { projectId: input.project, version }, submission);
    return { message: "Another Stage 2 is required." };
  },
);

export const scheduleStage2Again = action(
  "certification.scheduleStage2Again",
  Case,
  async ({ actor, input, submission, version }) => {
    const { project } = input;
    const audit = await results.scheduleStage2Again(actor, { projectId: project, version }, submission);
    const redirectTo = paths.project(actor.organisationSlug, project).audit(audit);
    return { message: "Another Stage 2 is created. Set its team next.", redirectTo };
  },
);
