import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { DEMO_PASSWORD } from "../../prisma/demo/people";
import { serveSite } from "../support/site";
import { act, formWith } from "./steps/form";
import { emails } from "./steps/journey";

const site = serveSite();
const SIGN_IN = "/sign-in";
const NEW_PASSWORD = "four grey herons at noon";

/** What the cookies of a person, copied now, lead to when they are sent later: the path, and "opens" for the page itself. */
async function copyCookies(page: Page) {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const address = page.url();
  return async () => {
    const answer = await fetch(address, { headers: { cookie }, redirect: "manual" });
    const to = answer.headers.get("location");
    return to ? new URL(to, address).pathname : answer.status === 200 ? "opens" : String(answer.status);
  };
}

/** The administrator's page of people, with the forms of this member open. */
async function openMember(name: string): Promise<Page> {
  const page = await site.signInAs(emails.ana);
  await page.goto(`${page.url().split("/").slice(0, 4).join("/")}/people`);
  await page.getByText(`Change ${name}`).click();
  return page;
}

test("a copied cookie is signed out after signing out", async () => {
  const page = await site.signInAs(emails.ana);
  const replay = await copyCookies(page);
  expect(await replay()).toBe("opens");
  await page.getByRole("button", { name: "Ana Ruiz" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL(/sign-in/);
  expect(await replay()).toBe(SIGN_IN);
});

test("a copied cookie is signed out after other roles and after deactivation", async () => {
  const viktor = await copyCookies(await site.signInAs(emails.viktor));
  const sam = await copyCookies(await site.signInAs(emails.sam));
  expect([await viktor(), await sam()]).toEqual(["opens", "opens"]);
  const people = await openMember("Viktor Lang");
  const row = people.locator("details[open]");
  await row.getByLabel("Consultant").check();
  await row.getByRole("button", { name: "Change roles" }).click();
  await people.getByText("Roles changed.").first().waitFor();
  expect([await viktor(), await sam()]).toEqual([SIGN_IN, "opens"]);
  const others = await openMember("Sam Okafor");
  await others.locator("details[open]").getByRole("button", { name: "Deactivate person" }).click();
  await others.getByText("Person deactivated.").first().waitFor();
  expect(await sam()).toBe(SIGN_IN);
});

test("a new password ends the other sign-ins, and sign out everywhere ends the rest", async () => {
  const other = await copyCookies(await site.signInAs(emails.omar));
  const page = await site.signInAs(emails.omar);
  await page.getByRole("button", { name: "Omar Haddad" }).click();
  await page.getByRole("link", { name: "Your account" }).click();
  await page.getByRole("heading", { level: 1, name: "Your account" }).waitFor();
  await act(page, "Change password", { "Present password": DEMO_PASSWORD, "New password": NEW_PASSWORD });
  const replay = await copyCookies(page);
  expect([await other(), await replay()]).toEqual([SIGN_IN, "opens"]);
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await page.waitForURL(/sign-in/);
  expect(await replay()).toBe(SIGN_IN);
});

test("an administrator's link sets a new password; opening it alone changes nothing", async () => {
  const people = await openMember("Inês Carvalho");
  const row = people.locator("details[open]");
  await row.getByRole("button", { name: "Make reset link" }).click();
  const link = await row.getByLabel(/Give this link to Inês Carvalho/).inputValue();
  const page = await site.visit(link);
  await page.reload();
  await act(page, "Set password", { "New password": "password1234" }).then(
    () => expect.unreachable("a common password was taken"),
    (error) => expect(String(error)).toMatch(/tried first/),
  );
  await formWith(page, "Set password").getByLabel("New password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.waitForURL(/sign-in/);
  await page.getByLabel("E-mail address").fill("ines.carvalho@northwind.example");
  await page.getByLabel("Password").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator("#main h1").waitFor();
  await page.waitForURL(({ pathname }) => pathname.startsWith("/northwind"));
  const used = await site.visit(link);
  await used.getByRole("heading", { level: 1 }).waitFor();
  expect(await used.getByRole("button", { name: "Set password" }).count()).toBe(0);
});
