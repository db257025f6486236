"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { dayField, optionalTextField } from "@/lib/form-fields";
import * as store from "@/lib/store/pre-audit";

const Case = z.object({ project: z.string() });

export const skipPreAudit = action(
  "certification.skipPreAudit",
  Case,
  async ({ actor, input, submission, version }) => {
    await store.skipPreAudit(actor, { projectId: input.project, version }, submission);
    return { message: "Pre-audit skipped. Stage 1 can be planned." };
  },
);

const Start = Case.extend({
  provider: optionalTextField(),
  byBody: z.stringbool({ error: "Choose who does the pre-audit" }),
  startsOn: dayField("Enter the first day of the pre-audit"),
});

export const startPreAudit = action(
  "certification.startPreAudit",
  Start,
  async ({ actor, input, submission, version }) => {
    const { project, provider, byBody, startsOn } = input;
    await store.startPreAudit(
      actor,
      { projectId: project, version, provider: provider ?? "", byBody, startsOn },
      submission,
    );
    return { message: "Pre-audit started." };
  },
);

const Finish = Case.extend({
  endsOn: dayField("Enter the last day of the pre-audit"),
  gaps: optionalTextField(),
  recommendations: optionalTextField(),
});

export const finishPreAudit = action(
  "certification.finishPreAudit",
  Finish,
  async ({ actor, input, submission, version }) => {
    const { project, ...report } = input;
    await store.finishPreAudit(actor, { projectId: project, version, ...report }, submission);
    return { message: "Pre-audit finished. Its result counts for nothing later." };
  },
);
