import { execFileSync } from "node:child_process";
import { beforeAll, expect, test } from "vitest";
import { listScreens } from "../support/crawl";
import { askAtRate, findSaturation, quantile, slopeOf } from "../support/load";
import { cookieOf, replay, type Sent } from "../support/replay";
import { serveSite } from "../support/site";
import { emails } from "./steps/journey";
import { formToStart } from "./steps/start-form";

/** CERTTRAIL_LOAD_MINUTES=30 asks for the long form: that long, at 80 % of what the server carries. */
const MINUTES = Number(process.env.CERTTRAIL_LOAD_MINUTES ?? 0);
const SECONDS = MINUTES * 60 || 60;
const RATE = 25;
const SHARE_OF_SATURATION = 0.8;
const SATURATING_SECONDS = 20;
const SATURATING_AT_ONCE = 8;
/** Every so many requests one acts; the others read. */
const ACTS_EVERY = 5;
/** Memory grows while code is compiled and caches fill; what counts is how it goes on. */
const WARM_UP_SECONDS = 300;
const MOST_MB_A_MINUTE = 1;
const PUBLIC_CHECK = "/v/";
const HOUR_MS = 3_600_000;
/** Longer than any answer of a busy machine takes: one that is lost is a fault, and no test waits for it for ever. */
const ANSWER_MS = 60_000;

/** Statements of the page that asks the most, the question who is signed in included. A list must not ask for each row. */
const MOST_STATEMENTS = 22;

const site = serveSite({ isTapped: true });
let readings: Reading[];

interface Reading {
  url: string;
  cookie: string;
}

/** Each screen that these people reach, twice at most. */
async function listReadings(): Promise<Reading[]> {
  const found: Reading[] = [];
  for (const email of [emails.ana, emails.viktor, emails.lena, emails.tomas]) {
    const page = await site.signInAs(email);
    const cookie = await cookieOf(page.context(), site.origin());
    for (const address of [...(await listScreens(page, 2)).values()].flat()) {
      // The public check answers one address only so often a minute; that is tried by a test of its own.
      if (address.startsWith(PUBLIC_CHECK)) continue;
      found.push({ url: site.origin() + address, cookie });
    }
    await page.context().close();
  }
  return found;
}

async function read({ url, cookie }: Reading): Promise<string | undefined> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual", signal });
  await answer.arrayBuffer();
  // A message leads on to its page.
  return [200, 303].includes(answer.status) ? undefined : `${url} answered ${answer.status}`;
}

async function act(form: Sent): Promise<string | undefined> {
  const { status, isDone, text } = await replay(form);
  return isDone ? undefined : `the act was answered ${status}: ${text.slice(0, 300)}`;
}

function residentMegabytes(processId: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(processId)], { encoding: "utf8" })) / 1024;
}

beforeAll(async () => {
  readings = await listReadings();
});

test("a page reads in one transaction, and asks little", async () => {
  const faults: string[] = [];
  let heard = 0;
  for (const reading of readings) {
    site.takeStatements();
    expect(await read(reading)).toBeUndefined();
    const asked = site.takeStatements().filter((one) => !/^commit$/i.test(one));
    const transactions = asked.filter((one) => /^begin/i.test(one)).length;
    if (transactions > 1) faults.push(`${reading.url}: ${transactions} transactions`);
    if (asked.length > MOST_STATEMENTS) faults.push(`${reading.url}: ${asked.length} statements`);
    heard += asked.length;
  }
  expect(faults).toEqual([]);
  expect(heard, "the tap hears what is asked").toBeGreaterThan(readings.length);
});

test(`reads and acts are all answered, ${MINUTES || 1} min long`, { timeout: 2 * HOUR_MS }, async () => {
  const form = await formToStart(site, "Under load");
  let acts = 0;
  const ask = (index: number) => {
    const reading = readings[index % readings.length];
    if (index % ACTS_EVERY !== 0 && reading) return read(reading);
    acts += 1;
    return act(form);
  };
  const saturation = MINUTES && (await findSaturation(SATURATING_AT_ONCE, SATURATING_SECONDS, ask));
  const rate = MINUTES ? Math.floor(saturation * SHARE_OF_SATURATION) : RATE;
  const [processId = 0] = site.processIds();
  const memory: number[] = [];
  const { milliseconds, faults } = await askAtRate(rate, SECONDS, ask, async () => {
    memory.push(residentMegabytes(processId));
  });
  const slope = 60 * slopeOf(memory.slice(MINUTES ? WARM_UP_SECONDS : 0));
  const share = (part: number) => `${Math.round(quantile(milliseconds, part))} ms`;
  console.log(
    `${milliseconds.length} requests, ${rate} a second over ${readings.length} pages, every ${ACTS_EVERY}th an act: ` +
      `${faults.length} faults; half within ${share(0.5)}, 95 % within ${share(0.95)}, the slowest ${share(1)}; ` +
      `memory ${Math.round(memory[0] ?? 0)} to ${Math.round(memory.at(-1) ?? 0)} MB, ${slope.toFixed(2)} MB a minute`,
  );
  expect(faults).toEqual([]);
  expect(milliseconds).toHaveLength(rate * SECONDS);
  const [kept] = await site.query("SELECT count(*)::int AS acts FROM project WHERE name = 'Under load'");
  expect(kept).toEqual({ acts });
  if (MINUTES) expect(slope).toBeLessThan(MOST_MB_A_MINUTE);
});
