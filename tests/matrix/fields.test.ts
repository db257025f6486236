import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { now } from "@/lib/clock";
import { addresses, addressOf, type Part } from "../support/addresses";
import { openSession } from "../support/asking";
import { onDatabase } from "../support/story";
import { startWeb, TEST_SECRET, type Web } from "../support/web";
import { fields } from "./fields";
import { layMarkedStage, type MarkedStage } from "./marked";
import { PEOPLE, type PersonName } from "./people";

const { owner } = onDatabase();

/** People who ask at the same time: one thinks while another waits for the database. */
const AT_ONCE = 4;

let web: Web;
let stage: MarkedStage;
const received: Record<PersonName, Set<string>> = Object.fromEntries(
  PEOPLE.map((name) => [name, new Set<string>()]),
) as Record<PersonName, Set<string>>;
/** Where each content was first met, for whoever wonders about a cell. */
const places: Record<string, string> = {};

beforeAll(async () => {
  stage = await layMarkedStage(owner());
  const { DATABASE_URL = "", CERTTRAIL_DATA = "" } = process.env;
  web = await startWeb({ databaseUrl: DATABASE_URL, dataFolder: CERTTRAIL_DATA, now: now().toISOString() });
  // Who opened a file is told in the trail: files go first, so that it does not matter who is faster.
  for (const files of [true, false]) {
    for (let from = 0; from < PEOPLE.length; from += AT_ONCE) {
      await Promise.all(PEOPLE.slice(from, from + AT_ONCE).map((name) => openAll(name, files)));
    }
  }
}, 600_000);

afterAll(async () => {
  await web.stop();
});

const isFile = (file: string) => file.endsWith("/files/[file]/route.ts");

/** Opens the files, or all but the files, as one person. */
async function openAll(name: PersonName, files: boolean): Promise<void> {
  const actor = stage.people[name];
  const sid = await openSession(actor);
  const cookie = `next-auth.session-token=${await encode({ token: { sid }, secret: TEST_SECRET })}`;
  for (const [file, reach] of Object.entries(addresses)) {
    if (reach === "public" || file.endsWith("/files/route.ts") || isFile(file) !== files) continue;
    const asked = [{}, ...stage.further].map((ids) =>
      addressOf(file, { ...stage.ids, ...ids, org: actor.organisationSlug } as Record<Part, string>),
    );
    const drafts = /\/(log|readiness)\/page/.test(file)
      ? asked.map((address) => `${address}?${stage.drafts}`)
      : [];
    for (const address of new Set([...asked, ...drafts])) {
      // The page with the data it carries for the browser, in one answer.
      const answer = await fetch(`${web.origin}${address}`, { redirect: "manual", headers: { cookie } });
      for (const marker of stage.findMarkers(await answer.text())) {
        received[name].add(marker);
        places[`${marker} – ${name}`] ??= address;
      }
    }
  }
}

test("each person receives what the table says, and nothing else", () => {
  const row = (marker: string) => PEOPLE.map((name) => (received[name].has(marker) ? "+" : ".")).join("");
  const found = Object.fromEntries(stage.markers.map((marker) => [marker, row(marker)]));
  expect(found).toEqual(fields);
});

test("the server has logged no failure", () => {
  expect(web.output()).not.toContain('"level":"error"');
});
