import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { signIn } from "@/lib/store/sign-in";
import { layStage, type Stage } from "../matrix/people";
import { addresses, addressOf, type Part, sendingOf } from "../support/addresses";
import { emailOf, onDatabase, PASSWORD } from "../support/story";
import { startWeb, TEST_SECRET, type Web } from "../support/web";

onDatabase();

let web: Web;
let stage: Stage;

beforeAll(async () => {
  stage = await layStage();
  const { DATABASE_URL = "", CERTTRAIL_DATA = "" } = process.env;
  const at = now().toISOString();
  web = await startWeb({ databaseUrl: DATABASE_URL, dataFolder: CERTTRAIL_DATA, now: at, isEmbedded: false });
});

afterAll(async () => {
  await web.stop();
});

/** What a person who signed in with the password alone meets at each address of the workspace. */
async function meet(actor: Actor): Promise<Record<string, string>> {
  const sid = await signIn(await emailOf(actor), PASSWORD, now());
  const cookie = `next-auth.session-token=${await encode({ token: { sid }, secret: TEST_SECRET })}`;
  const parts = { ...stage.ids, org: actor.organisationSlug } as Record<Part, string>;
  const met: Record<string, string> = {};
  for (const [file, reach] of Object.entries(addresses)) {
    if (reach === "public") continue;
    const sending = sendingOf(file);
    const answer = await fetch(`${web.origin}${addressOf(file, parts)}`, {
      redirect: "manual",
      ...sending,
      headers: { cookie, origin: web.origin, ...sending?.headers },
    });
    met[file] = answer.headers.get("location") ?? String(answer.status);
  }
  return met;
}

const SET_UP = "app/(workspace)/[org]/account/second-factor/page.tsx";

test.each(["lead", "decider", "bodyAdmin", "admin"] as const)(
  "with the password alone the %s opens nothing but the page that sets up a second factor",
  async (name) => {
    const actor = stage.people[name];
    const { [SET_UP]: setUp, ...others } = await meet(actor);
    expect(setUp).toBe("200");
    for (const [file, answer] of Object.entries(others)) {
      // What a person opens leads there; what a page fetches or a link downloads is refused.
      const setUpPage = `/${actor.organisationSlug}/account/second-factor`;
      const isOpened = file.startsWith("app/(workspace)/") && !file.endsWith("/csv/route.ts");
      const expected = isOpened ? [setUpPage] : ["401", "404"];
      expect(expected, `${file} answers ${answer}`).toContain(answer);
    }
    expect(Object.keys(others).length).toBeGreaterThan(40);
  },
);

test("a client's manager, who is no administrator, works with the password", async () => {
  const met = await meet(stage.people.manager);
  expect(met["app/(workspace)/[org]/projects/[project]/page.tsx"]).toBe("200");
});
