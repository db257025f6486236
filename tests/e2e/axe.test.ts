import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { listHiddenTabs, listViolations, listWideTables, measureOverflow } from "../support/axe";
import { listScreens, untilAlive } from "../support/crawl";
import { serveSite } from "../support/site";

const site = serveSite();

const WIDTHS = [1280, 820, 360];
const THEMES = ["light", "dark"] as const;
const NARROWEST = 320;
const DESK = 1280;
const HEIGHT = 900;

/** One person for each navigation: what two people with the same roles see looks the same. */
const visitors = [
  "Compliance manager, Northwind",
  "Compliance manager, Harbour",
  "Compliance manager, Lumen",
  "Executive, Northwind",
  "Action owner, Northwind",
  "Auditor (lead)",
  "Decision maker",
  "Programme planner",
];

/** Screens nobody signs in for. */
const PUBLIC = [
  "/sign-in",
  "/verify",
  "/verify?number=NOPE&organisation=Nobody",
  "/setup",
  "/invitation/unknown",
  "/invitation/invited",
  "/reset/unknown",
  "/reset/reset",
  "/nothing-here",
];

/** A further address of a screen that was looked at in full already is looked at in these two only. */
const LOOKS = WIDTHS.flatMap((width) => THEMES.map((theme) => ({ width, theme })));
const FURTHER_LOOKS = LOOKS.filter(
  ({ width, theme }) => (width === 360) === (theme === "dark") && width !== 820,
);

interface Visit {
  email: string | null;
  address: string;
  isFurther: boolean;
}

const visits: Visit[] = [];
/** Screens that were found, over all visitors. */
const seen = new Map<string, number>();

/**
 * What the demonstration does not have: an open invitation, a reset link, a project before its request, one whose Stage 2 runs.
 */
async function arrangeMoments(): Promise<void> {
  await site.query(
    `insert into invitation (id, organisation_id, email, roles, token_hash, invited_by_id, created_at, ends_at)
      select gen_random_uuid(), m.organisation_id, 'new@example.com', '{owner}', encode(sha256('invited'), 'hex'), m.person_id,
        m.created_at, '2028-01-01' from membership m limit 1`,
  );
  await site.query(
    `insert into password_reset (id, person_id, organisation_id, token_hash, made_by_id, created_at, ends_at)
      select gen_random_uuid(), m.person_id, m.organisation_id, encode(sha256('reset'), 'hex'), m.person_id, m.created_at,
        '2028-01-01' from membership m join person p on p.id = m.person_id where p.email is not null limit 1`,
  );
  await site.query(
    `insert into project select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'name', 'Planned ISMS',
      'state', 'planning', 'recommended_proposal_id', null))).* from project p where p.name = 'Freight portal ISMS'`,
  );
  await site.query(
    `do $$ begin
      set local session_replication_role = replica;
      update audit set state = 'running', report_issued_on = null where kind = 'stage2'
        and project_id = (select id from project where name = 'Patient portal ISMS');
    end $$`,
  );
}

beforeAll(async () => {
  await arrangeMoments();
  for (const address of PUBLIC) visits.push({ email: null, address, isFurther: false });
  for (const role of visitors) {
    const email = inject("demo").signIns.find((one) => one.role.startsWith(role))?.email;
    if (!email) throw new Error(`The demonstration has no ${role}.`);
    const page = await site.signInAs(email);
    for (const [screen, addresses] of await listScreens(page, 2)) {
      const kind = screen.replace(/^\/[^/]+/, "/*");
      for (const address of addresses) {
        const times = seen.get(kind) ?? 0;
        if (times >= 3) break;
        seen.set(kind, times + 1);
        visits.push({ email, address, isFurther: times > 0 });
      }
    }
    await page.context().close();
  }
});

/** The screens that the sources have, as the walk names them. */
function listSourceScreens(): string[] {
  return readdirSync("app/(workspace)/[org]", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith("page.tsx"))
    .map((file) => `/*/${file.replace(/\/?page\.tsx$/, "").replaceAll(/\[\w+\]/g, "*")}`.replace(/\/$/, ""))
    .sort();
}

test("the walk reaches every screen there is", () => {
  expect(listSourceScreens().filter((screen) => !seen.has(screen))).toEqual([]);
});

/** What was found, with the addresses at which it was. */
type Problems = Map<string, Set<string>>;

const add = (problems: Problems, what: string, address: string) =>
  problems.set(what, (problems.get(what) ?? new Set()).add(address));

/** One line a problem, however many pages have it. */
const tell = (problems: Problems) =>
  [...problems].map(([what, addresses]) => `${what}: ${addresses.size} times, first ${[...addresses][0]}`);

/** Looks at a page at a width and in a theme; the whole of it is looked at in the first theme of each width. */
async function look(
  page: Page,
  { width, theme }: (typeof LOOKS)[number],
  isKnown: boolean,
): Promise<string[]> {
  await page.setViewportSize({ width, height: HEIGHT });
  await page.evaluate((name) => {
    document.documentElement.setAttribute("data-theme", name);
    // An error summary that took the focus leaves what lies under the header half covered; a person scrolls on.
    window.scrollTo({ top: 0, behavior: "instant" });
  }, theme);
  // After an act the page is drawn anew, and its title with it.
  await page.waitForFunction(() => document.title !== "");
  return await listViolations(page, isKnown);
}

async function lookAll(
  page: Page,
  looks: typeof LOOKS,
  found: (line: string, look: string) => void,
): Promise<void> {
  const widths = new Set<number>();
  for (const one of looks) {
    for (const line of await look(page, one, widths.has(one.width))) found(line, `${one.theme} ${one.width}`);
    widths.add(one.width);
  }
}

async function check(page: Page, { address, isFurther }: Visit, problems: Problems): Promise<void> {
  await page.goto(address);
  await untilAlive(page);
  const looks = isFurther ? FURTHER_LOOKS : LOOKS;
  await lookAll(page, looks, (line, at) => add(problems, line, `${address} ${at}`));
  await page.setViewportSize({ width: DESK, height: HEIGHT });
  for (const table of await listWideTables(page)) add(problems, `${table} at ${DESK} px`, address);
  await page.setViewportSize({ width: NARROWEST, height: HEIGHT });
  const overflow = await measureOverflow(page);
  if (overflow > 0) add(problems, `${overflow} px too wide at ${NARROWEST} px`, address);
}

/** Groups the visits by person, so that each signs in once. */
function byPerson(): Map<string | null, Visit[]> {
  const groups = new Map<string | null, Visit[]>();
  for (const visit of visits) groups.set(visit.email, [...(groups.get(visit.email) ?? []), visit]);
  return groups;
}

async function asEach(work: (page: Page, visit: Visit) => Promise<void>): Promise<void> {
  const waiting = [...byPerson()];
  const next = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) {
      const [email, own] = group;
      const page = email ? await site.signInAs(email) : await site.visit("/sign-in");
      for (const visit of own) await work(page, visit);
      await page.context().close();
    }
  };
  await Promise.all([next(), next()]);
}

test("axe finds nothing on any screen, light and dark, on a phone, a tablet and a desk; nothing scrolls sideways", async () => {
  const problems: Problems = new Map();
  await asEach((page, visit) => check(page, visit, problems));
  expect(tell(problems)).toEqual([]);
});

/** Sends the first form that asks for something, empty, or opens the check before its act. */
async function sendEmpty(page: Page): Promise<boolean> {
  const form = page
    .getByRole("main")
    .locator("form:visible")
    .filter({ has: page.locator("[aria-required=true]") })
    .first();
  if ((await form.count()) === 0) return false;
  await form.locator("button[type=submit]:visible").first().click();
  // Errors, the check, or, where everything was filled in already, what the act said.
  await page.locator(".notice:visible").first().waitFor();
  return true;
}

test("on a phone the open tab is in sight, and axe finds nothing on a form with errors or the check before its act", async () => {
  const problems: Problems = new Map();
  let sent = 0;
  await asEach(async (page, { address }) => {
    await page.setViewportSize({ width: 360, height: HEIGHT });
    await page.goto(address);
    await untilAlive(page);
    for (const tab of await listHiddenTabs(page)) add(problems, `${tab} at 360 px`, address);
    if (!(await sendEmpty(page))) return;
    sent += 1;
    await lookAll(page, FURTHER_LOOKS, (line, at) => add(problems, line, `${address} ${at}`));
  });
  expect(tell(problems)).toEqual([]);
  expect(sent).toBeGreaterThan(10);
});
