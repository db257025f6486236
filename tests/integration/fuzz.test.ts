import fc from "fast-check";
import { beforeAll, expect, test, vi } from "vitest";
import type { FormAction, FormState } from "@/lib/form-state";
import { newId } from "@/lib/store/new-id";
import { actions } from "../matrix/actions";
import { listActs } from "../matrix/acts";
import { layStage, PEOPLE, type PersonName, type Stage } from "../matrix/people";
import { anyForm } from "../support/any-form";
import { openSession } from "../support/asking";
import { hostile, strangeNames } from "../support/hostile";
import { rows } from "../support/rows";
import { signedIn } from "../support/signed-in";
import { onDatabase } from "../support/story";

vi.mock("next/cache", () => ({ refresh: () => undefined }));
vi.mock("@/lib/session/cookie", async () => {
  const { signedIn: cookie } = await import("../support/signed-in");
  return { readSessionToken: async () => cookie.token };
});

/** Forms sent in a usual run; CERTTRAIL_FUZZ asks for more. */
const FORMS = Number(process.env.CERTTRAIL_FUZZ ?? 10_000);
/** Longer than this, and a form holds the server up. */
const MAX_ANSWER_MS = 2_000;
/** A slow answer is asked for so often again: a form that holds the server up does so each time, other work does not. */
const ASKED_AGAIN = 2;
/** So often the project is laid anew: forms that are right end it. */
const FORMS_A_STAGE = 1_000;
/** CERTTRAIL_FUZZ_SEED makes other forms: long runs can go side by side. */
const SEED = Number(process.env.CERTTRAIL_FUZZ_SEED ?? 20_261_125);
/** For each form, on a machine that is busy with other work. */
const PATIENCE_MS = 100;
/** After so many problems no more are looked for. */
const MOST_PROBLEMS = 20;

onDatabase();

type Change =
  | { kind: "set"; at: number; to: string }
  | { kind: "drop"; at: number }
  | { kind: "twice"; at: number; to: string }
  | { kind: "file"; at: number }
  | { kind: "name"; name: string; to: string };

const at = fc.nat({ max: 1_000 });
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostile) },
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.uuid(),
);
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant("set" as const), at, to: value }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("drop" as const), at }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("twice" as const), at, to: value }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("file" as const), at }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("name" as const),
      name: fc.oneof(fc.constantFrom(...strangeNames), fc.string({ maxLength: 30 })),
      to: value,
    }),
  },
);
const attempt = fc.record({
  act: fc.nat(),
  person: fc.nat(),
  // Nine of ten come from somebody who may: a refusal for the role would hide what lies behind it.
  mayAnyone: fc.nat({ max: 9 }).map((one) => one === 0),
  // And with the organisation and the request id that a page would send.
  spoilsEnvelope: fc.nat({ max: 9 }).map((one) => one === 0),
  changes: fc.array(change, { minLength: 1, maxLength: 12 }),
});

function spoil(form: FormData, changes: readonly Change[], spoilsEnvelope: boolean): FormData {
  const names = [...new Set(form.keys())].filter(
    (name) => spoilsEnvelope || !["org", "requestId"].includes(name),
  );
  const nameAt = (index: number) => names[index % names.length] ?? "org";
  for (const one of changes) {
    if (one.kind === "set") form.set(nameAt(one.at), one.to);
    else if (one.kind === "drop") form.delete(nameAt(one.at));
    else if (one.kind === "twice") form.append(nameAt(one.at), one.to);
    else if (one.kind === "file") form.set(nameAt(one.at), new File(["%PDF-1.7"], "a.pdf"));
    else form.append(one.name, one.to);
  }
  return form;
}

/** Those who may, by the table of tests/matrix; everybody where nobody may on this stage. */
function whoMay(key: string): readonly PersonName[] {
  const cells = actions[key] ?? "";
  const may = PEOPLE.filter((_, index) => cells[index] === "+");
  return may.length > 0 ? may : PEOPLE;
}

let acts: { key: string; act: FormAction }[];

beforeAll(async () => {
  acts = await listActs();
});

const countActs = () => rows().actRequest.count();

test(`${FORMS} spoilt forms meet an answer, never a failure, and what is not done is not written`, {
  timeout: FORMS * PATIENCE_MS,
}, async () => {
  const problems: string[] = [];
  const statuses: Record<string, number> = {};
  let longest = 0;
  let stage: Stage | undefined;
  let kept = 0;
  let done = 0;
  for (const [index, { act: which, person, mayAnyone, spoilsEnvelope, changes }] of fc
    .sample(attempt, { numRuns: FORMS, seed: SEED })
    .entries()) {
    if (problems.length >= MOST_PROBLEMS) break;
    if (!stage || index % FORMS_A_STAGE === 0) {
      stage = await layStage();
      kept = await countActs();
      done = 0;
    }
    const { key, act } = acts[which % acts.length] ?? {};
    if (!key || !act) throw new Error("There are no actions.");
    const people = mayAnyone ? PEOPLE : whoMay(key);
    const name = people[person % people.length] ?? "admin";
    const actor = stage.people[name];
    signedIn.token = await openSession(actor);
    const form = spoil(anyForm(actor.organisationSlug, stage.ids, newId()), changes, spoilsEnvelope);
    let took = Number.POSITIVE_INFINITY;
    for (let again = 0; again <= ASKED_AGAIN && took > MAX_ANSWER_MS; again += 1) {
      const begun = performance.now();
      const answer: FormState = await act({ status: "idle", errors: {}, refusals: [], stamp: 0 }, form);
      took = performance.now() - begun;
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status === "done") done += 1;
      if (answer.reference)
        problems.push(`${key} as ${name} failed: ${JSON.stringify(changes).slice(0, 400)}`);
    }
    longest = Math.max(longest, took);
    if (took > MAX_ANSWER_MS)
      problems.push(`${key} took ${Math.round(took)} ms: ${JSON.stringify(changes).slice(0, 400)}`);
    if ((index + 1) % FORMS_A_STAGE === 0 && (await countActs()) - kept > done)
      problems.push(`before form ${index + 1}: written, though not done`);
  }
  console.log(`forms: ${FORMS}, answers: ${JSON.stringify(statuses)}, longest ${Math.round(longest)} ms`);
  expect(problems).toEqual([]);
  expect(Object.keys(statuses).length).toBeGreaterThan(3);
});
