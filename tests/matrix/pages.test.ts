import fc from "fast-check";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { now } from "@/lib/clock";
import { addresses, addressOf, type Part, sendingOf } from "../support/addresses";
import { openSession } from "../support/asking";
import { hostile } from "../support/hostile";
import { onDatabase } from "../support/story";
import { startWeb, TEST_SECRET, type Web } from "../support/web";
import { pages } from "./pages";
import { layStage, PEOPLE, type PersonName, type Stage } from "./people";

/** Addresses asked for in a usual run; CERTTRAIL_FUZZ asks for more. */
const ADDRESSES = Number(process.env.CERTTRAIL_FUZZ ?? 1_000);
const SEED = 20_261_125;
const MAX_ANSWER_MS = 2_000;
/** A slow answer is asked for so often again: an address that holds the server up does so each time, other work does not. */
const ASKED_AGAIN = 2;
/** Longer ones are cut: the server refuses heads of more than 16 kB before the product sees them. */
const MAX_ADDRESS = 6_000;
const QUERY_NAMES =
  "after before view state grade due sort subject body draft of outcome concern next session number organisation open x".split(
    " ",
  );
const value = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary", maxLength: 30 }), fc.uuid());
const COOKIE = "next-auth.session-token";

onDatabase();

let web: Web;
let stage: Stage;
const cookies: Partial<Record<PersonName, string>> = {};
const found: Record<string, string> = {};

beforeAll(async () => {
  stage = await layStage();
  const { DATABASE_URL = "", CERTTRAIL_DATA = "" } = process.env;
  web = await startWeb({ databaseUrl: DATABASE_URL, dataFolder: CERTTRAIL_DATA, now: now().toISOString() });
  const files = Object.entries(addresses).flatMap(([file, reach]) => (reach === "public" ? [] : [file]));
  for (const file of files) found[file.replace("app/(workspace)/[org]/", "").replace("/page.tsx", "")] = "";
  for (const name of PEOPLE) {
    const sid = await openSession(stage.people[name]);
    cookies[name] = `${COOKIE}=${await encode({ token: { sid }, secret: TEST_SECRET })}`;
    for (const [index, file] of files.entries()) {
      const key = Object.keys(found)[index] ?? "";
      found[key] += await ask(file, stage.people[name].organisationSlug, cookies[name] ?? "");
    }
  }
});

afterAll(async () => {
  await web.stop();
});

/** "." 404; "r" 403, the role may not; "+" the page, the file or the upload; anything else as its status. */
async function ask(file: string, org: string, cookie: string): Promise<string> {
  const { ids } = stage;
  const parts = { ...ids, org } as Record<Part, string>;
  const sending = sendingOf(file);
  const { status, body } = await fetch(`${web.origin}${addressOf(file, parts)}`, {
    redirect: "manual",
    ...sending,
    headers: { cookie, origin: web.origin, ...sending?.headers },
  });
  await body?.cancel();
  if (status === 404) return ".";
  if (status === 403) return "r";
  // Who is told that a draft is another one by now, or that its photo is none, has reached it.
  return status < 400 || status === 409 || status === 422 ? "+" : `(${status})`;
}

test("each person opens what the table says, and finds nothing elsewhere", () => {
  expect(found).toEqual(pages);
});

test("the table has a cell for each person and address", () => {
  const cells = Object.values(pages).join("").length;
  expect(cells).toBe(Object.keys(found).length * PEOPLE.length);
  expect(cells).toBeGreaterThan(600);
});

test(`${ADDRESSES} spoilt addresses are answered, and never with a failure`, {
  timeout: 1_800_000,
}, async () => {
  const files = Object.keys(addresses).filter((file) => !file.includes("[...nextauth]"));
  const spoilt = fc.record({
    file: fc.constantFrom(...files),
    person: fc.constantFrom(...PEOPLE),
    part: fc.option(fc.record({ at: fc.nat({ max: 2 }), to: value }), { nil: undefined, freq: 2 }),
    query: fc.array(fc.tuple(fc.constantFrom(...QUERY_NAMES), value), { maxLength: 4 }),
  });
  const problems: string[] = [];
  for (const { file, person, part, query } of fc.sample(spoilt, { numRuns: ADDRESSES, seed: SEED })) {
    const actor = stage.people[person];
    const names = [...file.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? "");
    const parts: Record<string, string> = { ...stage.ids, token: "a", org: actor.organisationSlug };
    if (part && names.length > 0)
      parts[names[part.at % names.length] ?? ""] = encodeURIComponent(Buffer.from(part.to).toString()) || "-";
    const search = new URLSearchParams(query);
    const address = `${addressOf(file, parts as Record<Part, string>)}?${search}`.slice(0, MAX_ADDRESS);
    let took = Number.POSITIVE_INFINITY;
    for (let again = 0; again <= ASKED_AGAIN && took > MAX_ANSWER_MS; again += 1) {
      const begun = performance.now();
      const { status } = await fetch(`${web.origin}${address}`, {
        redirect: "manual",
        headers: { cookie: cookies[person] ?? "", origin: web.origin },
      });
      took = performance.now() - begun;
      if (status >= 500) problems.push(`${status}: ${person} ${address}`);
    }
    if (took > MAX_ANSWER_MS) problems.push(`${Math.round(took)} ms: ${person} ${address}`);
  }
  expect(problems).toEqual([]);
});

test("the server has logged no failure", () => {
  expect(web.output()).not.toContain('"level":"error"');
});
