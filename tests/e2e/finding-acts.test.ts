import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { type ActCount, countActs } from "../support/acts";
import { untilAlive } from "../support/crawl";
import { serveSite } from "../support/site";
import { fill, formWith } from "./steps/form";
import { emails } from "./steps/journey";
import { line, openLogger, takePhoto, text } from "./steps/logger";

const site = serveSite();
/** Until an act is carried out, on a machine that is busy with other things. */
const SOON = { timeout: 20_000 };

async function open(email: string, path: string): Promise<{ page: Page; acts: ActCount }> {
  const page = await site.signInAs(email);
  const acts = await countActs(page);
  await page.goto(path);
  await untilAlive(page);
  await acts.begin();
  return { page, acts };
}

/** The nonconformities of the project in which plans go to and fro, by their state. */
async function findFinding(number: string): Promise<{ id: string; project: string; state: string }> {
  const [found] = await site.query<{ id: string; project: string; state: string }>(
    `SELECT f.id, p.id AS project, f.state FROM finding f JOIN project p ON p.id = f.project_id
     WHERE p.name = 'Cloud platform ISMS' AND f.number = $1`,
    number,
  );
  if (!found) throw new Error(`The demonstration has no ${number}.`);
  return found;
}

const stateOf = async (number: string) => (await findFinding(number)).state;

/** Presses a button and the button of the check that follows it. */
async function pressChecked(page: Page, name: string): Promise<void> {
  const form = formWith(page, name);
  await form.getByRole("button", { name, exact: true }).click();
  await form.locator("section").getByRole("button", { name, exact: true }).click();
}

const evidences = (like: string) =>
  site.query<{ evidence: string }>("SELECT evidence FROM finding WHERE evidence LIKE $1", `${like}%`);

test("a plan with cause, correction and one action takes 3 acts (T5)", async () => {
  const { id, project } = await findFinding("NC-003");
  const { page, acts } = await open(emails.ana, `/northwind/projects/${project}/findings/${id}/plan`);
  await fill(formWith(page, "Submit plan"), {
    Correction: "Both records were made again and filed.",
    "How far does the problem reach?": "All 85 records were looked at; two more were missing.",
    "Root cause": "Nothing shows when a record is left out.",
    "What will be done?": "Let the tool ask for the record before the training counts.",
    Owner: "Sam Okafor",
    Due: "2027-03-03",
    "How will you know that it worked?": "A sample after three months shows no gap.",
  });
  await pressChecked(page, "Submit plan");
  await expect.poll(() => stateOf("NC-003"), SOON).toBe("response_submitted");
  expect(await acts.read()).toBeLessThanOrEqual(3);
});

test("a plan is accepted in 2 acts, and returned with its reason in 3 (T6, T7)", async () => {
  const returned = await findFinding("NC-003");
  const at = (id: string) =>
    `/meridian-certification/projects/${returned.project}/findings/${id}/verification`;
  const first = await open(emails.lena, at(returned.id));
  await fill(formWith(first.page, "Return plan"), {
    Comment:
      "The cause names what was missing, not why nobody saw it. Ask further, and look at the other teams too.",
  });
  await formWith(first.page, "Return plan").getByRole("button", { name: "Return plan" }).click();
  await expect.poll(() => stateOf("NC-003"), SOON).toBe("open");
  expect(await first.acts.read()).toBeLessThanOrEqual(3);
  const accepted = await findFinding("NC-005");
  expect(accepted.state).toBe("response_submitted");
  const second = await open(emails.lena, at(accepted.id));
  await formWith(second.page, "Accept plan").getByRole("button", { name: "Accept plan" }).click();
  await expect.poll(() => stateOf("NC-005"), SOON).toBe("plan_accepted");
  expect(await second.acts.read()).toBeLessThanOrEqual(2);
});

test("a complete dossier is decided in 4 acts (T11)", async () => {
  const [file] = await site.query<{ id: string }>(
    "SELECT id FROM project WHERE name = 'Laboratory services ISMS'",
  );
  const { page, acts } = await open(emails.ruth, `/meridian-certification/projects/${file?.id}/decision`);
  await fill(formWith(page, "Grant certification"), {
    "What does the decision rest on?": "Complete file; both majors verified; plans of the minors accepted.",
  });
  await pressChecked(page, "Grant certification");
  await expect
    .poll(() => site.query("SELECT kind FROM decision WHERE project_id = $1", file?.id), SOON)
    .toEqual([{ kind: "grant" }]);
  expect(await acts.read()).toBeLessThanOrEqual(4);
});

test("a complete minor finding takes 3 acts, a jotted one 2, a photo 2 (T2, T3, T4)", async () => {
  const { page } = await openLogger(site);
  const acts = await countActs(page);
  await acts.begin();
  await text(page).pressSequentially("Nine records were asked for; two are missing.");
  await page.getByRole("combobox", { name: /^Requirement/ }).pressSequentially("7.2");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: "Minor" }).click();
  await page.getByRole("button", { name: "Save draft" }).click();
  await line(page, /Sent/);
  expect(await acts.read()).toBe(3);
  await acts.begin();
  // The cursor stands in the text again.
  await page.keyboard.type("The exit of hall 2 is blocked by pallets.");
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => evidences("The exit of hall 2"), SOON).toHaveLength(1);
  expect(await acts.read()).toBeLessThanOrEqual(2);
  await acts.begin();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByText("Add photo", { exact: true }).click(),
  ]);
  await chooser.setFiles({ name: "IMG_7.jpg", mimeType: "image/jpeg", buffer: await takePhoto() });
  await page.getByRole("button", { name: "Remove photo-1.jpg" }).waitFor();
  expect(await acts.read()).toBeLessThanOrEqual(2);
});
