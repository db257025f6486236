import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { listViolations } from "../support/axe";
import { serveSite } from "../support/site";
import { act, fill, formWith } from "./steps/form";
import { emails } from "./steps/journey";

const site = serveSite();
const SAVE = "Save and calculate";

/** A new project of Northwind, with its page of the audit time open. */
async function openNewProject(page: Page): Promise<string> {
  await page.goto("/northwind/projects/new");
  await act(page, "Start project", {
    "Name of the project": "Payments ISMS",
    Scope: "Development and operation of the payment service",
    Leipzig: false,
  });
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}/);
  const [, project = ""] = /projects\/([0-9a-f-]{36})/.exec(page.url()) ?? [];
  await page.goto(`/northwind/projects/${project}/selection`);
  await page.locator("#request").getByRole("link", { name: "Persons and audit time" }).click();
  await page.getByRole("heading", { level: 1, name: "Audit time" }).waitFor();
  return project;
}

test("a scope is stated, corrected, calculated with every step, and printed", async () => {
  const ana = await site.signInAs(emails.ana);
  const project = await openNewProject(ana);
  const form = formWith(ana, SAVE);
  await fill(form, { "Full-time": "60", "Part-time week": "20", Contractors: "5" });
  await form.getByLabel("Part-time (optional)", { exact: true }).fill("20");
  await form.getByRole("button", { name: "Add group" }).click();
  // The new row takes the focus.
  await ana.keyboard.type("Taking calls by a script");
  await form.locator("[name='groups.0.siteId']").selectOption({ index: 1 });
  await form.locator("[name='groups.0.persons']").fill("50");
  await form.locator("[name='groups.0.countAs']").fill("7");
  await form.locator("[name='groups.0.reason']").fill("One script, and no customer data.");
  for (const question of ["sector", "processes", "maturity", "infrastructure", "outsourcing", "development"])
    await form.locator(`[name='answers.${question}']`).selectOption("1");
  // Six times one point: both halves are low, and the range is said before anything is sent.
  await form.getByText("Choose a factor from -30 to -10 %.").waitFor();
  await form.locator("[name='complexity.percent']").fill("-10");
  await form.locator("[name='complexity.reason']").fill("One product on one platform.");
  await form.getByRole("button", { name: SAVE }).click();
  // √50 = 7.07: 8 is the lowest number allowed (IT-3). What was typed stays.
  await form
    .getByText("Enter 8 to 50: the root of 50 is the lowest number allowed (IT-3).")
    .first()
    .waitFor();
  expect(await form.locator("[name='groups.0.task']").inputValue()).toBe("Taking calls by a script");
  await form.locator("[name='groups.0.countAs']").fill("8");
  await form.getByRole("button", { name: SAVE }).click();
  // 60 + 5 - 50 + 8 + 20 x 20 / 40 = 33: row 26–45 with 8.5 days; 8.5 x 0.9 = 7.65, up to 8.
  await ana.getByRole("heading", { level: 1, name: "8 days for Stage 1 and Stage 2" }).waitFor();
  const steps = await ana.locator("#steps li").allInnerTexts();
  expect(steps.map((step) => step.trim())).toEqual([
    "85 persons work under the organisation's control, contractors and all shifts included. Rule IT-1",
    "20 of them work part of the time: by a week of 40 hours they count as 10. Rule IT-2",
    "50 persons do the same work (Taking calls by a script) and count as 8. One script, and no customer data. Rule IT-3",
    "Rounded up once: 33 persons count. Rule IT-1",
    "ISO/IEC 27001:2022: the table gives 8.5 days for 26 to 45 persons. Rule IT-1",
    "Complexity: -10 %. One product on one platform. Rule IT-5",
    "ISO/IEC 27001:2022 with all factors (-10 %): 7.65 days. Rule IT-5",
    "Rounded up to half days: 8 days for the initial audit. Rule IT-13",
    "Stage 1 takes about 30 %: 2.5 days. Stage 2 takes the rest: 5.5 days. Rule IT-12",
    "At least 5.6 days of it are spent auditing (70 %); planning and reports take the rest. Rule IT-7",
    "Each surveillance takes about a third: 3 days. Rule IT-8",
    "Recertification takes about two thirds, with the figures of that day: 5.5 days. Rule IT-9",
  ]);
  expect(await listViolations(ana)).toEqual([]);
  await ana.getByRole("link", { name: "Justification sheet" }).click();
  await ana.getByRole("heading", { name: "Northwind: 8 days for the initial audit" }).waitFor();
  await ana.getByText(/Version 1, saved by Ana Ruiz/).waitFor();
  await ana.locator("article").getByText("One script, and no customer data.").first().waitFor();
  expect(await listViolations(ana)).toEqual([]);
  await ana.goto(`/northwind/projects/${project}/selection/request`);
  await ana.getByText("33 persons count by the scope profile.").waitFor();
});

test("an executive reads the result and every fact, and has no form", async () => {
  const ana = await site.signInAs(emails.ana);
  const project = await openNewProject(ana);
  const answers = ["Sector", "Processes", "Maturity", "Infrastructure", "Dependence", "Development"];
  const form = formWith(ana, SAVE);
  for (const question of answers) await form.getByLabel(question).first().selectOption("2");
  await act(ana, SAVE, { "Full-time": "85", "Factor in percent": "0", "Outsourced processes": "Hosting" });
  await ana.getByRole("heading", { level: 1, name: "11 days for Stage 1 and Stage 2" }).waitFor();
  const viktor = await site.signInAs(emails.viktor);
  await viktor.goto(`/northwind/projects/${project}/overview`);
  await viktor.getByRole("link", { name: "Audit time" }).click();
  await viktor.getByRole("heading", { level: 1, name: "11 days for Stage 1 and Stage 2" }).waitFor();
  await viktor.locator("#facts").getByText("Hosting").waitFor();
  expect(await viktor.getByRole("button", { name: SAVE }).count()).toBe(0);
});
