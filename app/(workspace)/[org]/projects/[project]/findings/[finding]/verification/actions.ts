"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import type { Actor } from "@/lib/actor";
import { asList } from "@/lib/form-data";
import { MAX_LINE, optionalTextField, textField } from "@/lib/form-fields";
import { evidenceGrounds, planGrounds, verificationMethods } from "@/lib/lifecycle/verification-words";
import { paths } from "@/lib/paths";
import * as store from "@/lib/store/verification";

const Finding = z.object({ project: z.string(), finding: z.string() });

const act = (input: z.output<typeof Finding>, version: number | undefined) => ({
  projectId: input.project,
  findingId: input.finding,
  version,
});

/** The form goes away with the state it was for, so what is said stands in the frame, over the page as it is now. */
function say(actor: Actor, { project, finding }: z.output<typeof Finding>, message: string) {
  return { message, redirectTo: paths.project(actor.organisationSlug, project).verification(finding) };
}

/** The act may have removed the last obstacle; then the decision opened by itself. */
const handedOver = (result: store.Reviewed, message: string) =>
  result.handedOver ? `${message} Nothing stands in the way of the decision any more.` : message;

const Accept = Finding.extend({ method: z.enum(verificationMethods).nullish() });

export const acceptPlan = action(
  "nonconformity.acceptPlan",
  Accept,
  async ({ actor, input, submission, version }) => {
    const accepted = { ...act(input, version), method: input.method ?? null };
    const result = await store.acceptPlan(actor, accepted, submission);
    return say(actor, input, handedOver(result, "Plan accepted."));
  },
);

/** A return: reasons that were ticked, and own words. */
const returning = <K extends string>(grounds: readonly [K, ...K[]]) =>
  Finding.extend({
    grounds: z.preprocess(asList, z.array(z.enum(grounds))),
    comment: optionalTextField(),
  });

function commentOf<K extends string>(
  words: Record<K, string>,
  input: { grounds: K[]; comment: string | null },
): string {
  return [...input.grounds.map((ground) => words[ground]), input.comment].filter(Boolean).join(" ");
}

export const returnPlan = action(
  "nonconformity.returnResponse",
  returning(["cause", "extent", "late", "proof"]),
  async ({ actor, input, submission, version }) => {
    const comment = commentOf(planGrounds, input);
    await store.returnPlan(actor, { ...act(input, version), comment }, submission);
    return say(actor, input, "Plan returned. The client reads your reasons.");
  },
);

export const returnEvidence = action(
  "nonconformity.returnEvidence",
  returning(["other", "missing", "cause"]),
  async ({ actor, input, submission, version }) => {
    const comment = commentOf(evidenceGrounds, input);
    await store.returnEvidence(actor, { ...act(input, version), comment }, submission);
    return say(actor, input, "Evidence returned. The client reads your reasons.");
  },
);

const Verify = Finding.extend({
  method: z.enum(verificationMethods, { error: "Choose how you verified" }),
  effectiveness: optionalTextField(),
});

export const verifyFinding = action(
  "nonconformity.verify",
  Verify,
  async ({ actor, input, submission, version }) => {
    const { method, effectiveness } = input;
    const verified = { ...act(input, version), method, effectiveness: effectiveness ?? "" };
    const result = await store.verifyFinding(actor, verified, submission);
    return say(actor, input, handedOver(result, "Verified."));
  },
);

export const closeFinding = action(
  "nonconformity.close",
  Finding,
  async ({ actor, input, submission, version }) => {
    await store.closeFinding(actor, act(input, version), submission);
    return say(actor, input, "Nonconformity closed.");
  },
);

const Carry = Finding.extend({ to: textField("Choose the audit that will verify it", MAX_LINE) });

export const carryFinding = action(
  "nonconformity.carryToNextAudit",
  Carry,
  async ({ actor, input, submission, version }) => {
    await store.carryFinding(actor, { ...act(input, version), to: input.to }, submission);
    return say(actor, input, "Carried to the next audit. The plan stays in force.");
  },
);
