import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { listViolations } from "../support/axe";
import { untilAlive } from "../support/crawl";
import { press, tabTo, type } from "../support/keyboard";
import { serveSite } from "../support/site";
import { emails } from "./steps/journey";

const site = serveSite();
const VIKTOR = "viktor.lang@northwind.example";
const SAM = "sam.okafor@northwind.example";
const PHONE = { width: 360, height: 800 };

async function projectPath(): Promise<string> {
  const [found] = await site.query<{ id: string }>(
    "SELECT id FROM project WHERE name = 'Cloud platform ISMS'",
  );
  if (!found) throw new Error("The demonstration has no Cloud platform ISMS.");
  return `/northwind/projects/${found.id}`;
}

async function openAs(email: string, path: string): Promise<Page> {
  const page = await site.signInAs(email);
  await page.setViewportSize(PHONE);
  await page.goto(path);
  await untilAlive(page);
  return page;
}

test("a manager lays the plan out anew by keyboard alone, after seeing what it would move", async () => {
  const page = await openAs(emails.ana, `${await projectPath()}/plan`);
  expect(await listViolations(page)).toEqual([]);
  await tabTo(page, /^Certificate wanted on/);
  // The same in whichever order the browser asks for day and month.
  await page.keyboard.type("12122027");
  await tabTo(page, /^Over/);
  await page.keyboard.type("8");
  await tabTo(page, /^Show what would change$/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/target=2027-12-12&months=8/);
  await untilAlive(page);
  await page.getByText("Stays: it is done").first().waitFor();
  expect(await listViolations(page)).toEqual([]);
  await press(page, /^Lay out the plan$/);
  const due = await site.query(
    `SELECT t.milestone, to_char(t.due_on, 'YYYY-MM-DD') AS due FROM plan_task t JOIN project p ON p.id = t.project_id
     WHERE p.name = 'Cloud platform ISMS' AND t.milestone IN ('stage1', 'decision') ORDER BY due`,
  );
  // Stage 1 was held: the record knows it, and its day in the plan stays.
  expect(due.at(-1)).toEqual({ milestone: "decision", due: "2027-12-12" });
  expect(due).toHaveLength(2);
});

test("an action owner finds the own task among the own actions and marks it as done by keyboard alone", async () => {
  const page = await openAs(SAM, "/northwind/actions");
  await tabTo(page, /^Brief the new colleagues/);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/tasks\//);
  await untilAlive(page);
  expect(await listViolations(page)).toEqual([]);
  await type(page, /^What was done/, "Nine colleagues were there.");
  await press(page, /^Mark as done$/);
  const tasks = await site.query(
    `SELECT t.done_note AS note, p.name FROM plan_task t JOIN person p ON p.id = t.done_by_id WHERE t.milestone IS NULL`,
  );
  expect(tasks).toEqual([{ note: "Nine colleagues were there.", name: "Sam Okafor" }]);
});

test("who wrote a document cannot approve it; another approves, the register is frozen, and a change is told", async () => {
  const at = await projectPath();
  const ana = await openAs(emails.ana, `${at}/documents`);
  expect(await listViolations(ana)).toEqual([]);
  await tabTo(ana, /^Control of documents$/);
  await ana.keyboard.press("Enter");
  await ana.waitForURL(/\/documents\/.+/);
  await untilAlive(ana);
  const address = ana.url();
  expect(await ana.getByText("You wrote this version.").count()).toBe(1);
  expect(await listViolations(ana)).toEqual([]);
  const viktor = await openAs(VIKTOR, address);
  await press(viktor, /^Approve version$/);
  await ana.goto(`${at}/documents`);
  await untilAlive(ana);
  await tabTo(ana, /^For which audit/);
  await ana.keyboard.type("Stage 2");
  await press(ana, /^Freeze register$/, { isChecked: true });
  await ana.getByText("Nothing has changed since.").waitFor();
  const states = await site.query(
    "SELECT DISTINCT d.state FROM document d JOIN project p ON p.id = d.project_id WHERE p.name = 'Cloud platform ISMS'",
  );
  expect(states).toEqual([{ state: "frozen" }]);
  await ana.goto(address);
  await untilAlive(ana);
  await type(ana, /^Version$/, "2.0");
  await press(ana, /^Enter version$/);
  await ana.goto(`${at}/documents`);
  const told = ana.getByText("Control of documents went from version 1.1 to 2.0").first();
  await told.waitFor();
});
