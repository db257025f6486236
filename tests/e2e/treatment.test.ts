import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { listViolations } from "../support/axe";
import { untilAlive } from "../support/crawl";
import { choose, press, tabTo, type } from "../support/keyboard";
import { serveSite } from "../support/site";
import { emails } from "./steps/journey";

const site = serveSite();

async function open(page: string): Promise<Page> {
  const [found] = await site.query<{ id: string }>(
    "SELECT id FROM project WHERE name = 'Cloud platform ISMS'",
  );
  if (!found) throw new Error("The demonstration has no Cloud platform ISMS.");
  const opened = await site.signInAs(emails.ana);
  await opened.goto(`/northwind/projects/${found.id}/${page}`);
  await untilAlive(opened);
  return opened;
}

test("a risk is entered and changed by keyboard alone, and what cannot stand is said at its field", async () => {
  const page = await open("risk-treatment");
  // Where risks are listed already the form waits below them.
  await tabTo(page, /^Enter one by hand$/);
  await page.keyboard.press("Enter");
  expect(await listViolations(page)).toEqual([]);
  await type(page, /^Reference/, "R-77");
  await type(page, /^Risk owner/, "Mia Chen");
  await type(page, /^Risk$/, "A backup cannot be read.");
  await choose(page, /^(Modify|Avoid|Share|Retain)/, /^Modify/);
  await type(page, /^Controls/, "9.99");
  await press(page, /^Add risk$/);
  await page.getByText("9.99: not in the Statement of Applicability.").first().waitFor();
  expect(await listViolations(page)).toEqual([]);
  await type(page, /^Controls/, "8.13");
  await press(page, /^Add risk$/);
  await page.getByRole("link", { name: "R-77" }).waitFor();
  await page.getByRole("link", { name: "R-77" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/risk-treatment\/[0-9a-f-]{36}/);
  await untilAlive(page);
  expect(await listViolations(page)).toEqual([]);
  await tabTo(page, /^State/);
  await page.keyboard.type("Done");
  await press(page, /^Save risk$/);
  await expect
    .poll(() => site.query("SELECT owner, controls, state FROM treatment_line WHERE ref = 'R-77'"))
    .toEqual([{ owner: "Mia Chen", controls: ["A.8.13"], state: "done" }]);
});

test("risks come from a file after a look at what they would change", async () => {
  const page = await open("risk-treatment/import");
  const rows = "Reference,Risk,Treatment\nX-1,Fire,share\nX-2,Water,avoid\n";
  await page.getByLabel("Risks").setInputFiles({
    ...{ name: "risks.csv", mimeType: "text/csv", buffer: Buffer.from(rows) },
  });
  await page.getByText(", added").first().waitFor();
  await page.getByRole("button", { name: "Look at the file" }).press("Enter");
  await page.waitForURL(/file=/);
  await untilAlive(page);
  await page.getByText("2 risks read", { exact: false }).waitFor();
  expect(await listViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Import 2 risks" }).press("Enter");
  await page.waitForURL(/risk-treatment$/);
  await page.getByRole("link", { name: "X-2" }).waitFor();
});

test("evidence is added to a control and taken away again by keyboard alone", async () => {
  const page = await open("soa");
  await page.locator('tr[data-ref="A.8.12"] td[data-label="Evidence"] a').focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/evidence=A\.8\.12/);
  await page.getByRole("heading", { name: /^Evidence of A\.8\.12/ }).waitFor();
  await untilAlive(page);
  await page.getByLabel("Or a link").focus();
  await page.keyboard.type("https://intranet.example/backup-log");
  await type(page, /^What it shows/, "Backup log of March");
  await press(page, /^Add evidence$/);
  const cell = page.locator('tr[data-ref="A.8.12"] td[data-label="Evidence"]');
  await cell.getByText("Backup log of March").waitFor();
  expect(await listViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Remove Backup log of March" }).focus();
  await page.keyboard.press("Enter");
  await cell.getByText("Add", { exact: true }).waitFor();
});

test("a list of trained persons is pasted, counted, and an entry removed", async () => {
  const page = await open("awareness");
  expect(await listViolations(page)).toEqual([]);
  await type(page, /^List/, "Mia Chen, Phishing, 2026-10-01\nSam Okafor, Phishing, 01/02/2026");
  await press(page, /^Add list$/);
  await page.getByText("“01/02/2026” is no day.", { exact: false }).first().waitFor();
  await type(page, /^List/, "Mia Chen, Phishing, 2026-10-01\nSam Okafor, Phishing, 2026-10-01");
  await press(page, /^Add list$/);
  await page.getByText(/^Trained: 50 of \d+ persons\.$/).waitFor();
  expect(await listViolations(page)).toEqual([]);
  await page.getByRole("button", { name: "Remove Mia Chen, Phishing" }).focus();
  await page.keyboard.press("Enter");
  await page.getByText(/^Trained: 49 of \d+ persons\.$/).waitFor();
});
