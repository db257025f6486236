"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { dayField, optionalTextField } from "@/lib/form-fields";
import * as store from "@/lib/store/finding-grades";

const Reasoned = z.object({ project: z.string(), finding: z.string(), reason: optionalTextField() });

export const regradeFinding = action(
  "nonconformity.regrade",
  Reasoned.extend({ grade: z.enum(["minor", "major"], { error: "Choose the new grade" }) }),
  async ({ actor, input, submission, version }) => {
    const { project: projectId, finding: findingId, grade, reason } = input;
    await store.regradeFinding(actor, { projectId, findingId, version, grade, reason }, submission);
    return { message: `Grade changed to ${grade}. Both grades stay in the history.` };
  },
);

export const withdrawFinding = action(
  "nonconformity.withdrawFinding",
  Reasoned,
  async ({ actor, input, submission, version }) => {
    const { project: projectId, finding: findingId, reason } = input;
    await store.withdrawFinding(actor, { projectId, findingId, version, reason }, submission);
    return { message: "Finding withdrawn. Its words and your reason stay on the record." };
  },
);

export const extendDeadline = action(
  "nonconformity.extendDeadline",
  Reasoned.extend({
    deadline: z.enum(["plan", "closure"], { error: "Choose which deadline to extend" }),
    to: dayField("Enter the new day"),
  }),
  async ({ actor, input, submission, version }) => {
    const { project: projectId, finding: findingId, deadline, to, reason } = input;
    await store.extendDeadline(actor, { projectId, findingId, version, deadline, to, reason }, submission);
    return { message: "Deadline extended." };
  },
);
