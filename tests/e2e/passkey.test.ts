import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { serveSite } from "../support/site";
import { emails } from "./steps/journey";

const site = serveSite();
const GROUNDS = "Complete file; the majors are verified.";

/** Gives the page's browser an authenticator that keeps passkeys and knows the finger of whoever asks. */
async function addAuthenticator(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    isUserVerified: (isUserVerified: boolean) =>
      devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

const decisions = () =>
  site.query<{ kind: string; reason: string }>(
    "SELECT d.kind, d.reason FROM decision d JOIN project p ON p.id = d.project_id WHERE p.name = 'Laboratory services ISMS'",
  );

test("a passkey is made on the account page, signs in by itself, and proves who decides", async () => {
  const page = await site.signInAs(emails.ruth);
  const finger = await addAuthenticator(page);
  await page.goto("/meridian-certification/account");
  await page.getByLabel("Name of the passkey").fill("Laptop of the office");
  await page.getByRole("button", { name: "Add passkey" }).click();
  await page
    .getByRole("region", { name: "Make the passkey" })
    .getByRole("button", { name: "Make passkey" })
    .click();
  await page.getByRole("region", { name: "Your passkeys" }).getByText("Laptop of the office").waitFor();

  await page.getByRole("button", { name: "Ruth Sandberg" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL(/sign-in/);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.waitForURL(/meridian-certification/);
  const levels = await site.query("SELECT level FROM session WHERE revoked_at IS NULL");
  expect(levels).toContainEqual({ level: "second_factor" });

  const [project] = await site.query<{ id: string }>(
    "SELECT id FROM project WHERE name = 'Laboratory services ISMS'",
  );
  await page.goto(`/meridian-certification/projects/${project?.id}/decision`);
  await site.query("UPDATE session SET proven_at = proven_at - interval '15 minutes'");
  await page.getByLabel("What does the decision rest on?").fill(GROUNDS);
  await page.getByRole("button", { name: "Grant certification" }).click();
  const check = page.getByRole("region", { name: "Check your decision" });
  await check.getByRole("button", { name: "Grant certification" }).click();
  const proof = page.getByRole("region", { name: "Show that it is you" });
  expect(await proof.getByLabel("Your password").count()).toBe(0);
  await finger.isUserVerified(false);
  await proof.getByRole("button", { name: "Use your passkey" }).click();
  await proof.getByText("The browser gave no passkey").waitFor();
  expect(await decisions()).toEqual([]);
  await finger.isUserVerified(true);
  await proof.getByRole("button", { name: "Use your passkey" }).click();
  await proof.waitFor({ state: "detached" });
  expect(await decisions()).toEqual([{ kind: "grant", reason: GROUNDS }]);
});

test("who has no passkey here is told so, and can still type a password", async () => {
  const page = await site.visit("/sign-in");
  const finger = await addAuthenticator(page);
  await finger.isUserVerified(false);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await page.getByText("No passkey of an account here was used").waitFor();
  await page.getByLabel("Password").waitFor();
});
