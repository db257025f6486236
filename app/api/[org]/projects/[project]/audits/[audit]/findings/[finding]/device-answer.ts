import type { Actor } from "@/lib/actor";
import { stateOf } from "@/lib/form-answer";
import type { FormState } from "@/lib/form-state";
import { requireActor } from "@/lib/session/require-actor";
import { requireAudit } from "@/lib/store/logger";

const statuses: Record<Exclude<FormState["status"], "failed">, number> = {
  idle: 500,
  done: 200,
  error: 422,
  refused: 403,
  changed: 409,
  proof: 403,
};

const failures: Record<NonNullable<FormState["failure"]>, number> = {
  "signed-out": 401,
  "not-there": 404,
  "too-many": 429,
  unreadable: 400,
  ours: 500,
};

/** Who sends something about an audit in reach. Anybody else's does not exist, whatever the sender's role. */
export async function findSender(org: string, project: string, audit: string): Promise<Actor> {
  const actor = await requireActor(org);
  await requireAudit(actor, project, audit);
  return actor;
}

/** The state of a form as an answer to a device: what it says, and a status by which the device knows whether to try again. */
export function answerState(state: FormState, more: object = {}): Response {
  const { status, failure, stamp, proof, useKey, ...said } = state;
  const code = status === "failed" ? failures[failure ?? "ours"] : statuses[status];
  return answerJson({ ...said, ...more }, code);
}

/** What went wrong, as an answer to a device. */
export const answerError = (error: unknown, where: string) => answerState(stateOf(error, where));

/** An answer that nobody keeps. */
export function answerJson(said: object, status: number): Response {
  return Response.json(said, { status, headers: { "cache-control": "no-store" } });
}
