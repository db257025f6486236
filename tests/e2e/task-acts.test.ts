import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type ActCount, countActs } from "../support/acts";
import { untilAlive } from "../support/crawl";
import { tabTo, type } from "../support/keyboard";
import { serveSite } from "../support/site";
import { act } from "./steps/form";
import { emails } from "./steps/journey";

const site = serveSite();
const AURORA = "Aurora Cert";

/** The fields of an offer in the order of the form, as somebody types them from its document. */
const typed: [RegExp, string][] = [
  [/^Stage 1/, "3"],
  [/^Stage 2/, "8"],
  [/^Surveillance 1/, "3.5"],
  [/^Surveillance 2/, "3.5"],
  [/^Recertification/, "7.5"],
  [/^Day rate/, "1310"],
  [/^Application fee/, "500"],
  [/^Certificate fee/, "600"],
  [/^Yearly fee/, "400"],
  [/^Travel/, "2500"],
  [/^Accreditation/, "National Accreditation Board, ISO/IEC 27001, NAB-021"],
  [/^Notes/, "Team of two, English and German."],
];

async function openAs(path: string): Promise<{ page: Page; acts: ActCount }> {
  const page = await site.signInAs(emails.ana);
  const acts = await countActs(page);
  await page.goto(path);
  await untilAlive(page);
  return { page, acts };
}

async function askAurora(page: Page, name: string): Promise<string> {
  await page.goto("/northwind/projects/new");
  await act(page, "Start project", {
    "Name of the project": name,
    Scope: "Development and operation of the payment service",
    "Persons in scope": "85",
    "Target day for the certificate": "2027-12-15",
  });
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}/);
  const id = /projects\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
  await page.goto(`/northwind/projects/${id}/selection`);
  await act(
    page,
    "Issue request for proposals",
    { [AURORA]: true, "Answers due by": "2027-02-16" },
    { confirm: "Issue request for proposals" },
  );
  return id;
}

test.each([
  ["from the project's own page", (id: string) => `/northwind/projects/${id}`],
  ["from the home of all projects", () => "/northwind"],
])("a manager records a proposal of 14 fields in 2 acts %s", async (where, landing) => {
  const { page, acts } = await openAs("/northwind/projects");
  const id = await askAurora(page, `Proposal ${where}`);
  await page.goto(landing(id));
  await untilAlive(page);
  await acts.begin();
  const line = page.getByRole("listitem").filter({ hasText: `Enter the proposal of ${AURORA}` });
  const own = where.includes("home") ? line.filter({ hasText: `Proposal ${where}` }) : line;
  await own.getByRole("link").click();
  await page.getByRole("button", { name: "Save proposal" }).waitFor();
  await untilAlive(page);
  await page.locator("#main h1").focus();
  await typeOffer(page);
  await page.getByRole("button", { name: "Save proposal" }).click();
  await page.waitForURL(/\/selection$/);
  expect(await acts.read()).toBe(2);
  const [kept] = await site.query(
    `SELECT currency, day_rate_minor::int AS rate, travel_minor::int AS travel, recertification_centidays AS days,
       valid_until::text AS until, notes FROM proposal WHERE project_id = $1`,
    id,
  );
  expect(kept).toEqual({
    ...{ currency: "EUR", rate: 131_000, travel: 250_000, days: 750, until: "2027-06-30" },
    notes: "Team of two, English and German.",
  });
});

/** From field to field by Tab: nothing but what is typed. */
async function typeOffer(page: Page): Promise<void> {
  for (const [label, text] of typed) {
    if (String(label).includes("Day rate")) {
      await tabTo(page, /^Currency/);
      await page.keyboard.type("EUR");
    }
    if (String(label).includes("Accreditation")) await typeDay(page, /^Offer valid until/, "06302027");
    await type(page, label, text);
  }
}

async function typeDay(page: Page, label: RegExp, digits: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(digits);
}

test("what blocks the next step and who owes it stands on the home and in the portfolio, without an act", async () => {
  const { page, acts } = await openAs("/northwind/projects");
  await askAurora(page, "Blocked by the answer");
  for (const landing of ["/northwind", "/northwind/projects"]) {
    await page.goto(landing);
    await acts.begin();
    const line = page.locator("li, tr").filter({ hasText: "Blocked by the answer" });
    await line.getByText("Answer the request: 1 body").first().waitFor();
    await line.getByText("Planner of the certification body").first().waitFor();
    expect(await acts.read()).toBe(0);
  }
});
