import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { untilAlive } from "../support/crawl";
import { choose, press, tabTo, type } from "../support/keyboard";
import { serveSite } from "../support/site";
import { emails } from "./steps/journey";

const site = serveSite();
interface Ids {
  project: string;
  audit: string;
}

async function findIds(name: string): Promise<Ids> {
  const [ids] = await site.query<Ids & Record<string, string>>(
    `SELECT p.id AS project, a.id AS audit FROM project p JOIN audit a ON a.project_id = p.id
     WHERE p.name = $1 AND a.kind = 'stage2'`,
    name,
  );
  if (!ids) throw new Error(`The demonstration has no Stage 2 of "${name}".`);
  return ids;
}

async function openAs(email: string, path: string): Promise<Page> {
  const page = await site.signInAs(email);
  await page.goto(path);
  await untilAlive(page);
  return page;
}

test("an auditor logs a minor by keyboard alone", async () => {
  const { project, audit } = await findIds("Customs services ISMS");
  const page = await openAs(emails.lena, `/meridian-certification/projects/${project}/audits/${audit}/log`);
  await type(page, /^What did you see/, "Nine training records were asked for; two are missing.");
  await type(page, /^Requirement/, "7.2");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await choose(page, /^(Major|Minor|Opportunity|Conformity)/, /^Minor/);
  await type(page, /^Statement/, "Competence is not shown for two people.");
  await tabTo(page, /^Minor/, "Shift+Tab");
  await tabTo(page, /^Save draft$/);
  await page.keyboard.press("Enter");
  const readDrafts = () =>
    site.query(
      `SELECT grade, requirement_ref, statement FROM finding WHERE project_id = $1 AND state = 'draft'
         AND evidence LIKE 'Nine training records%'`,
      project,
    );
  await expect
    .poll(readDrafts, { timeout: 20_000 })
    .toEqual([
      { grade: "minor", requirement_ref: "7.2", statement: "Competence is not shown for two people." },
    ]);
});

test("a manager writes and submits a plan by keyboard alone", async () => {
  const { project } = await findIds("Cloud platform ISMS");
  const where = "FROM finding WHERE project_id = $1 AND number = 'NC-003'";
  const [finding] = await site.query<{ id: string }>(`SELECT id ${where}`, project);
  const page = await openAs(emails.ana, `/northwind/projects/${project}/findings/${finding?.id}/plan`);
  await type(page, /^Correction/, "Both records were made again and filed.");
  await type(
    page,
    /^How far does the problem reach/,
    "All 85 records were looked at; two more were missing.",
  );
  await type(page, /^Root cause/, "Nothing shows when a record is left out.");
  await type(page, /^What will be done/, "Let the tool ask for the record before the training counts.");
  await tabTo(page, /^Owner/);
  await page.keyboard.type("Sam");
  await tabTo(page, /^Due/);
  // The same in whichever order the browser asks for day and month.
  await page.keyboard.type("03032027");
  await type(page, /^Proof that it is done/, "The list of the tool");
  await type(page, /^How will you know that it worked/, "A sample after three months shows no gap.");
  await press(page, /^Submit plan$/, { isChecked: true });
  expect(await site.query(`SELECT state ${where}`, project)).toEqual([{ state: "response_submitted" }]);
  const [action] = await site.query(
    `SELECT to_char(a.due_on, 'YYYY-MM-DD') AS due, p.name FROM plan_action a JOIN person p ON p.id = a.owner_id
     WHERE a.finding_id = $1`,
    finding?.id,
  );
  expect(action).toEqual({ due: "2027-03-03", name: "Sam Okafor" });
});

test("a decider grants by keyboard alone, through the check of the decision", async () => {
  const { project } = await findIds("Laboratory services ISMS");
  const page = await openAs(emails.ruth, `/meridian-certification/projects/${project}/decision`);
  await type(page, /^What does the decision rest on/, "Complete file; the majors are verified.");
  await press(page, /^Grant certification$/, { isChecked: true });
  const decisions = await site.query("SELECT kind, reason FROM decision WHERE project_id = $1", project);
  expect(decisions).toEqual([{ kind: "grant", reason: "Complete file; the majors are verified." }]);
});
