import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { now } from "@/lib/clock";
import { addresses, addressOf, type Part } from "../support/addresses";
import { openSession } from "../support/asking";
import { onDatabase } from "../support/story";
import { startWeb, TEST_SECRET, type Web } from "../support/web";
import { pages } from "./pages";
import { layStage, PEOPLE, type Stage } from "./people";

const COOKIE = "next-auth.session-token";

onDatabase();

let web: Web;
let stage: Stage;
const found: Record<string, string> = {};

beforeAll(async () => {
  stage = await layStage();
  const { DATABASE_URL = "", CERTTRAIL_DATA = "" } = process.env;
  web = await startWeb({ databaseUrl: DATABASE_URL, dataFolder: CERTTRAIL_DATA, now: now().toISOString() });
  const files = Object.entries(addresses).flatMap(([file, reach]) => (reach === "public" ? [] : [file]));
  for (const file of files) found[file.replace("app/(workspace)/[org]/", "").replace("/page.tsx", "")] = "";
  for (const name of PEOPLE) {
    const sid = await openSession(stage.people[name]);
    const cookie = `${COOKIE}=${await encode({ token: { sid }, secret: TEST_SECRET })}`;
    for (const [index, file] of files.entries()) {
      const key = Object.keys(found)[index] ?? "";
      found[key] += await ask(file, stage.people[name].organisationSlug, cookie);
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
  const isUpload = file.endsWith("/files/route.ts");
  const { status } = await fetch(`${web.origin}${addressOf(file, parts)}`, {
    redirect: "manual",
    headers: { cookie, origin: web.origin, "x-file-name": "note.txt", "content-type": "text/plain" },
    ...(isUpload && { method: "POST", body: "A note." }),
  });
  if (status === 404) return ".";
  if (status === 403) return "r";
  return status < 400 ? "+" : `(${status})`;
}

test("each person opens what the table says, and finds nothing elsewhere", () => {
  expect(found).toEqual(pages);
});

test("the table has a cell for each person and address", () => {
  const cells = Object.values(pages).join("").length;
  expect(cells).toBe(Object.keys(found).length * PEOPLE.length);
  expect(cells).toBeGreaterThan(600);
});

test("the server has logged no failure", () => {
  expect(web.output()).not.toContain('"level":"error"');
});
