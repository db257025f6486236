import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { DEMO_PASSWORD } from "../../prisma/demo/people";
import { codeAt } from "../support/app-codes";
import { serveSite } from "../support/site";
import { emails } from "./steps/journey";

const site = serveSite();
const GROUNDS = "Complete file; the majors are verified.";

// The clock of the demonstration stands still, so each use takes the code of a further step.
const code = (secret: string, steps: number) => codeAt(secret, new Date(inject("demo").now), steps);

async function openAccount(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
  await page.getByRole("link", { name: "Your account" }).click();
  await page.getByRole("heading", { level: 1, name: "Your account" }).waitFor();
}

async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL(/sign-in/);
}

/** Lets a quarter of an hour pass for every proof. */
const ageProofs = () => site.query("UPDATE session SET proven_at = proven_at - interval '15 minutes'");

const decisions = () =>
  site.query<{ kind: string; reason: string }>(
    "SELECT d.kind, d.reason FROM decision d JOIN project p ON p.id = d.project_id WHERE p.name = 'Laboratory services ISMS'",
  );

test("an authenticator app is set up, asked for at sign-in, and proves who decides", async () => {
  const page = await site.signInAs(emails.ruth);
  await openAccount(page, "Ruth Sandberg");
  await page.getByRole("link", { name: "Set up an authenticator app" }).click();
  await page.getByRole("img", { name: /authenticator app/ }).waitFor();
  const secret = ((await page.locator("span.font-mono").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("Code", { exact: true }).fill(await code(secret, -1));
  await page.getByRole("button", { name: "Set up authenticator app" }).click();
  const codes = (await page.getByLabel(/^Your recovery codes/).inputValue()).split("\n");
  expect(codes).toHaveLength(10);
  await page.reload();
  await page.getByText("10 of your recovery codes are not used yet").waitFor();
  const html = await page.content();
  for (const text of [secret, ...codes]) expect(html).not.toContain(text);

  await signOut(page, "Ruth Sandberg");
  await page.getByLabel("E-mail address").fill(emails.ruth);
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Code", { exact: true }).fill("000000");
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain("next-auth.session-token");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("This code is not right").first().waitFor();
  await page.getByLabel("Code", { exact: true }).fill(await code(secret, 0));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/meridian-certification/);

  const [project] = await site.query<{ id: string }>(
    "SELECT id FROM project WHERE name = 'Laboratory services ISMS'",
  );
  await page.goto(`/meridian-certification/projects/${project?.id}/decision`);
  await ageProofs();
  await page.getByLabel("What does the decision rest on?").fill(GROUNDS);
  await page.getByRole("button", { name: "Grant certification" }).click();
  await page
    .getByRole("region", { name: "Check your decision" })
    .getByRole("button", { name: "Grant certification" })
    .click();
  const proof = page.getByRole("region", { name: "Show that it is you" });
  await proof.getByLabel("Code").fill("000000");
  await proof.getByRole("button", { name: "Prove and go on" }).click();
  await proof.getByText("This code is not right").waitFor();
  expect(await page.getByLabel("What does the decision rest on?").inputValue()).toBe(GROUNDS);
  expect(await decisions()).toEqual([]);
  await proof.getByLabel("Code").fill(await code(secret, 1));
  await proof.getByRole("button", { name: "Prove and go on" }).click();
  await proof.waitFor({ state: "detached" });
  expect(await decisions()).toEqual([{ kind: "grant", reason: GROUNDS }]);
});

test("without a second factor the password proves it, and going back does nothing", async () => {
  const page = await site.signInAs(emails.ana);
  await page.goto("/northwind/people");
  await ageProofs();
  await page.getByText("Change Sam Okafor").click();
  const row = page.locator("details[open]");
  await row.getByRole("button", { name: "Make reset link" }).click();
  const proof = row.getByRole("region", { name: "Show that it is you" });
  await proof.getByRole("button", { name: "Go back" }).click();
  await proof.waitFor({ state: "detached" });
  await row.getByRole("button", { name: "Make reset link" }).click();
  await proof.getByLabel("Your password").fill(DEMO_PASSWORD);
  await proof.getByRole("button", { name: "Prove and go on" }).click();
  await row.getByLabel(/Give this link to Sam Okafor/).waitFor();
  const links = await site.query("SELECT FROM password_reset");
  expect(links).toHaveLength(1);
});
