import { expect, test } from "vitest";
import { limits } from "@/lib/throttle-limits";
import { DEMO_PASSWORD } from "../../prisma/demo/people";
import { serveSite } from "../support/site";
import { emails } from "./steps/journey";

const site = serveSite();
const SENTENCE = /^Nothing was done: there were too many tries\. Try again in \d+ minutes\.$/;

/** Sends the sign-in form as its script does. Returns the status and what the form would say. */
async function trySignIn(email: string, password: string) {
  const page = await site.visit("/verify");
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  const answer = await page.request.post("/api/auth/callback/credentials", {
    headers: { origin: site.origin() },
    form: { csrfToken, email, password, json: "true" },
  });
  const { url } = (await answer.json()) as { url: string };
  await page.context().close();
  return { status: answer.status(), says: new URL(url).searchParams.get("error") };
}

test("wrong passwords are tried so often and no more, for a known and an unknown account in the same words", async () => {
  const accounts = [emails.ana, "nobody@northwind.example"];
  const answers = await Promise.all(
    accounts.map(async (email) => {
      const told: unknown[] = [];
      for (let time = 0; time <= limits.signIn.account; time += 1)
        told.push(await trySignIn(email, "not the password"));
      return told;
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.at(-2)).toMatchObject({ status: 401 });
  expect(answers[0]?.at(-1)).toEqual({ status: 429, says: expect.stringMatching(SENTENCE) });
  // The right password does not help either, until the window ends.
  expect((await trySignIn(emails.ana, DEMO_PASSWORD)).status).toBe(429);
  expect((await trySignIn(emails.lena, DEMO_PASSWORD)).status).toBe(200);

  const page = await site.visit("/sign-in");
  await page.getByLabel("E-mail address").fill(emails.ana);
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("there were too many tries. Try again in").waitFor();
  await page.context().close();
});

test("who signs in often, and reads much, is never held up", async () => {
  for (let time = 0; time < limits.signIn.account + 2; time += 1)
    expect((await trySignIn(emails.ruth, DEMO_PASSWORD)).status).toBe(200);
  const page = await site.signInAs(emails.ruth);
  for (let time = 0; time < 60; time += 1) expect((await page.request.get(page.url())).status()).toBe(200);
  await page.context().close();
});

test("the public check is asked so often from one place and no more, with a sentence in its own layout", async () => {
  const ask = async (path: string) => {
    const answer = await fetch(site.origin() + path);
    return { status: answer.status, text: await answer.text() };
  };
  const search = "/verify?number=X-1&organisation=Nobody";
  for (let time = 0; time < limits.publicCheck.address; time += 1)
    expect((await ask(time % 2 ? search : "/v/none")).status).toBe(time % 2 ? 200 : 404);
  for (const path of [search, "/v/none"]) {
    const { status, text } = await ask(path);
    expect(status).toBe(429);
    expect(text).toContain("there were too many tries. Try again in");
  }
  expect((await ask("/verify")).status).toBe(200);
});
