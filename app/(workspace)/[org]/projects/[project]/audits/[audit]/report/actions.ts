"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { optionalTextField } from "@/lib/form-fields";
import * as store from "@/lib/store/reports";
import { Audit, toAudit } from "../audit-form";

/** A choice of yes and no that may still be open. */
const answer = z
  .enum(["yes", "no"])
  .nullish()
  .transform((choice) => (choice ? choice === "yes" : null));

const Report = Audit.extend({
  conclusion: z.enum(["ready", "ready_after_corrections", "not_ready"]).nullish().default(null),
  recommendation: z
    .enum(["certify", "certify_after_plan", "certify_after_follow_up", "not_recommended"])
    .nullish()
    .default(null),
  statement: optionalTextField(),
  scopeAppropriate: answer,
  scopeNote: optionalTextField(),
  objectivesMet: answer,
  objectivesNote: optionalTextField(),
  ownReviews: optionalTextField(),
  riskAnalysis: optionalTextField(),
  auditTrails: optionalTextField(),
  deviations: optionalTextField(),
  significantIssues: optionalTextField(),
  changes: optionalTextField(),
  marks: optionalTextField(),
  focus: optionalTextField(),
});

export const saveReportDraft = action(
  "audit.draftReport",
  Report,
  async ({ actor, input, submission, version }) => {
    const { project: _project, audit: _audit, conclusion, recommendation, ...rest } = input;
    const narrative = { ...rest, conclusion: conclusion ?? null, recommendation: recommendation ?? null };
    await store.saveReportDraft(actor, { ...toAudit(input, version), narrative }, submission);
    return { message: "Draft saved. Only your side sees it." };
  },
);

export const issueReport = action(
  "audit.reportAudit",
  Audit,
  async ({ actor, input, submission, version }) => {
    await store.issueReport(actor, toAudit(input, version), submission);
    return { message: "Report issued. Both sides can read it; it cannot be changed." };
  },
);
