import type { Page } from "playwright-core";
import { expect, test, vi } from "vitest";
import { DEMO_PASSWORD } from "../../prisma/demo/people";
import { untilAlive } from "../support/crawl";
import { CLIENT, serveProvider } from "../support/provider";
import { serveSite } from "../support/site";
import { act } from "./steps/form";
import { emails } from "./steps/journey";

// The provider of this test stands on this machine.
vi.stubEnv("CERTTRAIL_OIDC_INTERNAL", "1");
const provider = serveProvider();
const site = serveSite();
const ORG = "/meridian-certification";
const DOMAIN = "meridian.example";
const GROUNDS = "Complete file; the majors are verified.";

/** A page of nobody. The provider's own pages ask for a font from elsewhere. */
async function visit(path: string): Promise<Page> {
  const page = await site.visit(path);
  await page.context().route("https://fonts.googleapis.com/**", (route) => route.fulfill({ body: "" }));
  return page;
}

/** Signs in at the provider's own page. */
async function logInAtProvider(page: Page, login: string): Promise<void> {
  await page.waitForURL(/\/interaction\//);
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
}

async function signInThrough(email: string, login: string): Promise<Page> {
  const page = await visit("/sign-in");
  await page.getByRole("link", { name: "Sign in with your organisation" }).click();
  await page.getByRole("heading", { level: 1, name: "Sign in with your organisation" }).waitFor();
  // Sent before its script has taken over, the form comes back instead of leading on.
  await untilAlive(page);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Go on" }).click();
  await logInAtProvider(page, login);
  // At the first time it asks whether CertTrail may know who this is.
  await page.getByRole("button", { name: "Continue" }).click();
  return page;
}

const decisions = () =>
  site.query<{ kind: string; reason: string }>(
    "SELECT d.kind, d.reason FROM decision d JOIN project p ON p.id = d.project_id WHERE p.name = 'Laboratory services ISMS'",
  );

test("an administrator sets the provider up; the domain counts once the DNS has shown it", async () => {
  provider.redirectUris.push(`${site.origin()}/api/sign-in${ORG}`);
  const page = await site.signInAs(emails.lena);
  await page.goto(`${ORG}/people`);
  await page.getByRole("link", { name: "Sign-in provider" }).click();
  await page.getByText(`${site.origin()}/api/sign-in${ORG}`).waitFor();
  await act(page, "Set up provider", {
    "Address of the provider": provider.issuer(),
    "Client id": CLIENT.id,
    "Client secret": CLIENT.secret,
  });
  await page.getByText("Set up", { exact: true }).waitFor();
  expect(await page.content()).not.toContain(CLIENT.secret);
  await act(page, "Add domain", { Domain: DOMAIN });
  await page.getByText(`_certtrail.${DOMAIN}`).waitFor();
  expect(await signInWithUnverified()).toMatch(/No organisation here signs in through a provider/);
  await site.query("UPDATE sign_in_domain SET verified_at = now() WHERE domain = $1", DOMAIN);
  await page.reload();
  await page.getByText("Verified", { exact: true }).waitFor();
});

async function signInWithUnverified(): Promise<string> {
  const page = await visit("/sign-in/organisation");
  await untilAlive(page);
  await page.getByLabel("E-mail address").fill(emails.ruth);
  await page.getByRole("button", { name: "Go on" }).click();
  return (await page.getByRole("region", { name: "There is a problem" }).textContent()) ?? "";
}

test("who signs in through it decides with a fresh proof from it", async () => {
  provider.accounts.set("ruth", { email: emails.ruth, email_verified: true, name: "Ruth Sandberg" });
  const page = await signInThrough(emails.ruth, "ruth");
  await page.waitForURL(({ pathname }) => pathname === ORG);

  const [project] = await site.query<{ id: string }>(
    "SELECT id FROM project WHERE name = 'Laboratory services ISMS'",
  );
  await page.goto(`${ORG}/projects/${project?.id}/decision`);
  await site.query("UPDATE session SET proven_at = proven_at - interval '15 minutes'");
  await page.getByLabel("What does the decision rest on?").fill(GROUNDS);
  await page.getByRole("button", { name: "Grant certification" }).click();
  const check = page.getByRole("region", { name: "Check your decision" });
  await check.getByRole("button", { name: "Grant certification" }).click();
  const proof = page.getByRole("region", { name: "Show that it is you" });
  expect(await proof.getByLabel("Your password").count()).toBe(0);
  const [again] = await Promise.all([
    page.waitForEvent("popup"),
    proof.getByRole("link", { name: /provider again/ }).click(),
  ]);
  await logInAtProvider(again, "ruth");
  await again.getByRole("heading", { level: 1, name: "It is you" }).waitFor();
  expect(await decisions()).toEqual([]);
  await proof.getByRole("button", { name: "Go on" }).click();
  await proof.waitFor({ state: "detached" });
  expect(await decisions()).toEqual([{ kind: "grant", reason: GROUNDS }]);
});

test("somebody new waits for a role, reaches nothing, and stands among the people with it", async () => {
  provider.accounts.set("mira", { email: `mira@${DOMAIN}`, email_verified: true, name: "Mira Holt" });
  const page = await signInThrough(`mira@${DOMAIN}`, "mira");
  await page.getByRole("heading", { level: 1, name: "You have no role yet" }).waitFor();
  expect((await page.goto(ORG))?.status()).toBe(404);
  const people = await site.signInAs(emails.lena);
  await people.goto(`${ORG}/people`);
  const row = people.getByRole("row").filter({ hasText: "Mira Holt" });
  await row.getByText("Waits for a role").waitFor();
  await row.getByText(`mira@${DOMAIN}`).waitFor();
  await page.goto("/");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/sign-in/);
});

test("a right password no longer opens an organisation that requires its provider, and the page says where to go", async () => {
  await site.query("UPDATE identity_provider SET forced = true");
  const refused = await visit("/sign-in");
  await refused.getByLabel("E-mail address").fill(emails.ruth);
  await refused.getByLabel("Password").fill(DEMO_PASSWORD);
  await refused.getByRole("button", { name: "Sign in" }).click();
  await refused
    .getByRole("region", { name: "There is a problem" })
    .getByText(/through its own provider/)
    .waitFor();
});
