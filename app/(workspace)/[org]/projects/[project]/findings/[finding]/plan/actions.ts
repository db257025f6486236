"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import type { Actor } from "@/lib/actor";
import { causeMethods, writeWhys } from "@/lib/five-whys";
import { asList } from "@/lib/form-data";
import { MAX_LINE, optionalDayField, optionalTextField } from "@/lib/form-fields";
import { paths } from "@/lib/paths";
import * as evidence from "@/lib/store/evidence";
import type { PlanInput } from "@/lib/store/plan-rows";
import * as plans from "@/lib/store/plans";

const Finding = z.object({ project: z.string(), finding: z.string() });

/** The form goes away with the state it was for, so what is said stands in the frame, over the page as it is now. */
function say(actor: Actor, { project, finding }: z.output<typeof Finding>, message: string) {
  return { message, redirectTo: paths.project(actor.organisationSlug, project).plan(finding) };
}

const Row = z
  .object({
    id: optionalTextField(MAX_LINE),
    what: optionalTextField(),
    ownerId: optionalTextField(MAX_LINE),
    dueOn: optionalDayField("Enter a real day, such as 27 Mar 2027"),
    proof: optionalTextField(),
  })
  .superRefine(({ what, ownerId, dueOn, proof }, context) => {
    if (!what && (ownerId || dueOn || proof))
      context.addIssue({ code: "custom", path: ["what"], message: "Write what will be done" });
  });

/** The form alone; what a submitted plan must hold is the table's to say (CAP-1, CAP-4, CAP-6). */
const Plan = Finding.extend({
  intent: z.string().optional(),
  correction: optionalTextField(),
  extent: optionalTextField(),
  causeMethod: z.enum(causeMethods, { error: "Choose how you looked for the root cause" }),
  cause: optionalTextField(),
  whys: z.array(z.string().max(MAX_LINE, { error: `Use ${MAX_LINE} characters or fewer.` })).default([]),
  effectivenessCheck: optionalTextField(),
  actions: z.array(Row).max(50, { error: "Use 50 actions or fewer." }).default([]),
});

function planOf(input: z.output<typeof Plan>): PlanInput {
  const { correction, extent, causeMethod, effectivenessCheck } = input;
  return {
    correction,
    extent,
    causeMethod,
    cause: causeMethod === "five_whys" ? writeWhys(input.whys) : input.cause,
    effectivenessCheck,
    // A row that was left empty is none.
    actions: input.actions.flatMap(({ what, ...row }) => (what ? [{ ...row, what }] : [])),
  };
}

export const sendPlan = action(
  "nonconformity.submitResponse",
  Plan,
  async ({ actor, input, submission, version }) => {
    const act = { projectId: input.project, findingId: input.finding, version, plan: planOf(input) };
    if (input.intent === "draft") {
      await plans.savePlan(actor, act, submission);
      return { message: "Draft saved. Only your organisation can see it." };
    }
    const { reference } = await plans.submitPlan(actor, act, submission);
    return say(
      actor,
      input,
      `Plan submitted. Reference ${reference}. The certification body reviews it next.`,
    );
  },
);

const Proof = Finding.extend({
  actionId: optionalTextField(MAX_LINE),
  files: z.preprocess(asList, z.array(z.uuid())),
  datedOn: optionalDayField("Enter a real day, such as 27 Mar 2027"),
  note: optionalTextField(),
  done: z.string().optional(),
});

export const proveAction = action(
  "nonconformity.addEvidence",
  Proof,
  async ({ actor, input, submission, version }) => {
    const { project, finding, actionId, files, datedOn, note, done } = input;
    await evidence.proveAction(
      actor,
      {
        projectId: project,
        findingId: finding,
        version,
        actionId,
        fileIds: files,
        datedOn,
        note,
        done: done === "yes",
      },
      submission,
    );
    return { message: done === "yes" ? "Saved. The action is done." : "Saved." };
  },
);

export const submitEvidence = action(
  "nonconformity.submitEvidence",
  Finding,
  async ({ actor, input, submission, version }) => {
    const { project, finding } = input;
    await evidence.submitEvidence(actor, { projectId: project, findingId: finding, version }, submission);
    return say(actor, input, "Evidence submitted. The certification body verifies it next.");
  },
);
