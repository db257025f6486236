import { dayToDate } from "@/lib/day";
import { Changed, NotThere, Refused, Rejected } from "@/lib/outcome";
import { newId } from "@/lib/store/new-id";
import type { Attempt, World } from "./model";
import { people } from "./people";
import { rows } from "./rows";
import type { Call } from "./runs-act";
import type { Cast } from "./runs-cast";
import { type RunStep, stepOn } from "./runs-guide";
import { type Laid, layWorld } from "./runs-lay";
import { SHA } from "./runs-lay-finding";
import type { Run } from "./runs-plan";
import { actOf, type Prediction } from "./runs-predict";
import { listDifferences, readRecord } from "./runs-read";
import { START } from "./story";

/** What the product answered. */
export interface Answer {
  outcome: Prediction["outcome"] | "failed";
  codes: string[];
  /** Of a failure, what it was. */
  message?: string;
}

/** The way an attempt takes into the product: straight to the store, or by its server action. */
export interface Way {
  ask: (call: Call) => Promise<Answer>;
  /** What the model's word comes to on this way. */
  expect: (call: Call, prediction: Prediction) => Prediction;
}

/** A place at which the model and the product answered differently. */
export interface Disagreement {
  at: number;
  step: RunStep;
  model: string;
  product: string;
}

const HOUR_MS = 3_600_000;
const MORNING_MS = 8 * HOUR_MS;

/** Straight to the store's function. */
export const byStore: Way = {
  ask: async (call) => {
    try {
      await actOf(call.attempt.command).call(call);
      return { outcome: "done", codes: [] };
    } catch (error) {
      return answerOf(error);
    }
  },
  expect: (_, prediction) => prediction,
};

function answerOf(error: unknown): Answer {
  if (error instanceof Refused) {
    const codes = error.refusals.map(({ code, data }) =>
      code === "database-guard" ? JSON.stringify(data) : code,
    );
    return { outcome: "refused", codes: [...new Set(codes)].toSorted() };
  }
  if (error instanceof NotThere) return { outcome: "not-there", codes: [] };
  if (error instanceof Rejected) return { outcome: "rejected", codes: [] };
  if (error instanceof Changed) return { outcome: "changed", codes: [] };
  return {
    outcome: "failed",
    codes: [],
    message: error instanceof Error ? (error.stack ?? error.message) : "",
  };
}

/** Carries a run out on the product and compares after each step; null where both agree to the end. */
export async function carryOut(run: Run, cast: Cast, way: Way): Promise<Disagreement | null> {
  const laid = await layWorld(run.start, cast);
  const proofId = run.start.connected ? "" : await layProof(laid, cast);
  let world = run.start;
  const whole = await compare(laid, world);
  if (whole) return { at: -1, step: { wait: 0 }, model: "the beginning as it was laid", product: whole };
  for (const [at, step] of run.steps.entries()) {
    const { world: after, prediction } = stepOn(world, step);
    if (prediction !== null && "attempt" in step) {
      const call = callOf({ laid, cast, world, proofId, at, attempt: step.attempt });
      const answer = await way.ask(call);
      const [model, product] = [tellOf(way.expect(call, prediction)), tellOf(answer)];
      if (model !== product) return { at, step, model, product };
      const differs = prediction.outcome === "done" || at === run.steps.length - 1;
      const difference = differs ? await compare(laid, after) : null;
      if (difference) return { at, step, model, product: difference };
    }
    world = after;
  }
  return null;
}

async function compare(laid: Laid, world: World): Promise<string | null> {
  const store = await readRecord(laid, world.record);
  const differences = listDifferences(world.record, store);
  return differences.length === 0 ? null : differences.join("\n    ");
}

const tellOf = ({ outcome, codes, ...rest }: Answer | Prediction) =>
  [outcome, ...codes, "message" in rest ? rest.message : ""].filter(Boolean).join(" ");

interface Calling {
  laid: Laid;
  cast: Cast;
  world: World;
  proofId: string;
  at: number;
  attempt: Attempt;
}

function callOf({ laid, cast, world, proofId, at, attempt }: Calling): Call {
  const actor = cast.actors.get(attempt.who.personId);
  if (!actor) throw new RangeError(attempt.who.personId);
  const { justification } = attempt.input;
  // Each step at an instant of its own, in the order of the steps: what is made later has the later instant.
  const now = new Date(dayToDate(world.today).getTime() + MORNING_MS + at * 1000);
  const submission = {
    ...{ id: newId(), action: "model", digest: "-", now },
    ...(typeof justification === "string" && { justification }),
    ...(attempt.recorded && {
      recorded: { on: attempt.on ?? world.today, by: attempt.personId, proofId },
    }),
  };
  const { projectId, ids } = laid;
  return {
    actor,
    submission,
    projectId,
    world,
    attempt,
    input: attempt.input,
    row: (model) => ids.find(model),
  };
}

/** The document that proves the acts that the client's manager records. */
async function layProof({ projectId }: Laid, { ids }: Cast): Promise<string> {
  const id = newId();
  const clientId = ids.get("northwind") ?? "";
  await rows().storedFile.create({
    data: {
      ...{ id, projectId, clientId, organisationId: clientId, side: "client", name: "proof.txt", size: 1 },
      ...{
        mediaType: "text/plain",
        sha256: SHA,
        uploadedById: ids.get(people.manager) ?? "",
        uploadedAt: START,
      },
    },
  });
  return id;
}
