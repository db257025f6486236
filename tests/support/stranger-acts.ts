import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import type { FormAction, FormState } from "@/lib/form-state";
import { newId } from "@/lib/store/new-id";
import { actionsByFile, type Names } from "./actions-table";
import { anyForm } from "./any-form";
import { type Ids, idsOf, NOT_THERE, nowhere, openSession } from "./asking";
import { layFinding } from "./ready-dossier";
import { rows } from "./rows";
import { layRunningStage2, type RunningStage2 } from "./running-stage2";
import { signedIn } from "./signed-in";

const NO_ORGANISATION = "no-such-organisation";

/** How many rows each table holds that an act can write to. */
async function countKept(): Promise<unknown> {
  return await rows()
    .$queryRaw`SELECT (SELECT count(*)::int FROM event) AS events, (SELECT count(*)::int FROM act_request) AS acts,
    (SELECT count(*)::int FROM organisation_event) AS entries, (SELECT count(*)::int FROM finding) AS findings`;
}

/** What an answer says, without what differs from one answer to the next. */
const saying = ({ stamp: _stamp, reference: _reference, ...rest }: FormState) => rest;
const isRoleRefusal = ({ status, refusals }: FormState) =>
  status === "refused" && refusals.every(({ code }) => code === "not-yours");

/** Sends every form with the ids of two other organisations, as everybody of two, with real sessions. */
export function tryEveryActAsStrangers(): void {
  const every = Object.entries(actionsByFile).flatMap(([file, acts]) =>
    Object.entries(acts).map(([name, names]): [string, string, Names] => [file, name, names]),
  );
  const acts: { where: string; names: Names; act: FormAction }[] = [];
  let theirs: Ids;
  let slug: { client: string; body: string };
  let own: RunningStage2;

  beforeAll(async () => {
    const other = await layRunningStage2();
    own = await layRunningStage2();
    await layFinding(other, "minor", "open");
    await layFinding(own, "minor", "open");
    theirs = await idsOf(other);
    slug = { client: other.client.admin.organisationSlug, body: other.body.admin.organisationSlug };
    for (const [file, name, names] of every) {
      if (names === "public") continue;
      const module = (await import(/* @vite-ignore */ `../../${file}`)) as Record<string, FormAction>;
      const act = module[name];
      if (!act) throw new Error(`${file} has no ${name}.`);
      acts.push({ where: `${file} ${name}`, names, act });
    }
  });

  const send = (act: FormAction, org: string, ids: Ids) =>
    act({ status: "idle", errors: {}, refusals: [], stamp: 0 }, anyForm(org, ids, newId()));

  test("nobody acts under the slug of another organisation", async () => {
    const problems: string[] = [];
    const before = await countKept();
    signedIn.token = await openSession(own.client.manager);
    for (const { where, act } of acts) {
      for (const org of [slug.client, slug.body, NO_ORGANISATION]) {
        const answer = await send(act, org, theirs);
        if (answer.message !== NOT_THERE)
          problems.push(`${where} at ${org}: ${JSON.stringify(saying(answer))}`);
      }
    }
    expect(problems).toEqual([]);
    expect(await countKept()).toEqual(before);
  });

  test.for(["client", "body"] as const)("nobody of another %s can do anything to it", async (side) => {
    const problems: string[] = [];
    const reached = new Set<string>();
    const before = await countKept();
    for (const [role, actor] of Object.entries<Actor>(own[side])) {
      signedIn.token = await openSession(actor);
      for (const { where, names, act } of acts) {
        if (names === "own") continue;
        const answer = await send(act, actor.organisationSlug, theirs);
        if (isRoleRefusal(answer)) continue;
        reached.add(where);
        if (answer.message !== NOT_THERE)
          problems.push(`${where} as ${role}: ${JSON.stringify(saying(answer))}`);
        if (names !== "part") continue;
        const at = { project: own.projectId };
        const mixed = saying(await send(act, actor.organisationSlug, { ...theirs, ...at }));
        const none = saying(await send(act, actor.organisationSlug, { ...nowhere(), ...at }));
        if (mixed.status === "done") problems.push(`${where} as ${role}, in an own project: done`);
        if (JSON.stringify(mixed) !== JSON.stringify(none))
          problems.push(
            `${where} as ${role}, in an own project: ${JSON.stringify(mixed)}, not as ${JSON.stringify(none)}`,
          );
      }
    }
    expect(problems).toEqual([]);
    expect(await countKept()).toEqual(before);
    expect(reached.size).toBeGreaterThan(20);
  });
}
