import { expect, test } from "vitest";
import { newId } from "../../lib/store/new-id";
import { type Answer, replay, type Sent } from "../support/replay";
import { serveSite } from "../support/site";
import { formToStart } from "./steps/start-form";

/** Pairs of a usual run; CERTTRAIL_MANY asks for more. */
const PAIRS = Number(process.env.CERTTRAIL_MANY ?? 100);
/** KILL_CYCLES asks for more. */
const KILLS = Number(process.env.KILL_CYCLES || 4);
const AT_ONCE = 8;
const ACTS_A_CYCLE = 30;
const HOUR_MS = 3_600_000;

const site = serveSite({ replicas: 2 });

/** Works through a list, AT_ONCE at a time. */
async function inLine<T, R>(list: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const waiting = [...list];
  const results: R[] = [];
  const run = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results.push(await work(next));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, run));
  return results;
}

/** Projects of a name, and the entries that say that they were started. */
async function countStarted(name: string): Promise<unknown> {
  const [counted] = await site.query(
    `SELECT count(*)::int AS projects, (SELECT count(*)::int FROM event e JOIN project p ON p.id = e.project_id
       WHERE p.name = $1 AND e.kind = 'project.start') AS entries,
      (SELECT count(*)::int FROM project p WHERE p.name = $1
        AND NOT EXISTS (SELECT FROM project_site s WHERE s.project_id = p.id)) AS half
     FROM project WHERE name = $1`,
    name,
  );
  return counted;
}

test(`${PAIRS} acts, each sent to both processes at once, are carried out once`, {
  timeout: HOUR_MS,
}, async () => {
  const form = await formToStart(site, "Sent twice");
  const ids = Array.from({ length: PAIRS }, () => newId());
  const answers = await inLine(ids, (id) => Promise.all([replay(form, id), replay(form, id)]));
  expect(answers.flat().filter(({ isDone }) => !isDone)).toEqual([]);
  expect(await countStarted("Sent twice")).toEqual({ projects: PAIRS, entries: PAIRS, half: 0 });
});

/** Sends an act until an answer says that it is done, as a person does who sees that the connection was lost. */
async function sendUntilAnswered(form: Sent): Promise<number> {
  const id = newId();
  for (let tries = 1; ; tries++) {
    const answer = await replay(form, id).catch((): Answer => ({ status: 0, text: "", isDone: false }));
    if (answer.isDone) return tries;
    // Lost on the way or with the process; anything else is an answer that nobody should get.
    if (answer.status !== 0 && answer.status !== 502)
      throw new Error(`Answered ${answer.status}: ${answer.text}`);
  }
}

test(`acts that are sent again after a lost answer are carried out once, while processes are killed ${KILLS} times`, {
  timeout: HOUR_MS,
}, async () => {
  const form = await formToStart(site, "Sent again");
  const tries: number[] = [];
  let kills = 0;
  let isKilling = false;
  let due = ACTS_A_CYCLE;
  const actUntilLastKill = async () => {
    while (kills < KILLS) {
      tries.push(await sendUntilAnswered(form));
      if (isKilling || tries.length < due) continue;
      isKilling = true;
      await site.killAndRestart(kills % 2);
      kills += 1;
      isKilling = false;
      due = tries.length + ACTS_A_CYCLE;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, actUntilLastKill));
  const again = tries.filter((count) => count > 1).length;
  console.log(
    `killed ${KILLS} times: ${tries.length} acts, ${again} of them sent again, each carried out once`,
  );
  expect(await countStarted("Sent again")).toEqual({
    projects: tries.length,
    entries: tries.length,
    half: 0,
  });
  expect(again).toBeGreaterThan(0);
});
