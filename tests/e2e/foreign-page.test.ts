import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { DEMO_PASSWORD } from "../../prisma/demo/people";
import { addresses, addressOf } from "../support/addresses";
import { serveSite } from "../support/site";
import { emails } from "./steps/journey";

const site = serveSite();

const foreign: [what: string, headers: () => Record<string, string>][] = [
  ["another site", () => ({ origin: "https://other.example", "sec-fetch-site": "cross-site" })],
  ["a page that hides where it is", () => ({ origin: "null" })],
  ["nobody says which page", () => ({})],
  ["the own origin, denied by the browser", () => ({ origin: site.origin(), "sec-fetch-site": "same-site" })],
  ["a sender that writes our own notes", () => ({ "x-certtrail-met": "1", "x-certtrail-refusal": "" })],
];

async function countKept(): Promise<unknown> {
  const [kept] = await site.query(
    `SELECT (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM act_request) AS acts,
      (SELECT count(*) FROM stored_file) AS files, (SELECT count(*) FROM organisation_event) AS entries,
      (SELECT count(*) FROM session WHERE revoked_at IS NULL) AS sessions`,
  );
  return kept;
}

async function ownProject(page: Page): Promise<Parameters<typeof addressOf>[1]> {
  const org = new URL(page.url()).pathname.split("/")[1] ?? "";
  const [own] = await site.query<{ project: string }>(
    "SELECT p.id AS project FROM project p JOIN organisation o ON o.id = p.client_id WHERE o.slug = $1 LIMIT 1",
    org,
  );
  const none = randomUUID();
  return {
    org,
    project: own?.project ?? "",
    audit: none,
    finding: none,
    action: none,
    body: none,
    site: none,
    file: none,
    message: none,
    person: none,
    task: none,
    document: none,
    treatment: none,
    photo: none,
  };
}

test.for(foreign)("whatever could write refuses when it comes from %s", async ([_what, headers]) => {
  const page = await site.signInAs(emails.ana);
  const parts = await ownProject(page);
  const before = await countKept();
  const answers: Record<string, number> = {};
  for (const file of Object.keys(addresses)) {
    const answer = await page.request.post(addressOf(file, parts).replace(/\[.*/, "callback/credentials"), {
      headers: { ...headers(), "x-file-name": "note.txt", "content-type": "text/plain" },
      data: "A note.",
    });
    answers[file] = answer.status();
    expect(await answer.text(), file).toContain("Nothing was done: ");
  }
  expect(answers).toEqual(Object.fromEntries(Object.keys(addresses).map((file) => [file, 403])));
  expect(await countKept()).toEqual(before);
  await page.context().close();
});

test.for(foreign)(
  "an act sent again from %s is not carried out; from its own page it is",
  async ([_what, headers]) => {
    const page = await site.signInAs(emails.ana);
    await page.getByRole("button", { name: /Ana Ruiz/ }).click();
    const sending = page.waitForRequest((request) => request.method() === "POST");
    await page.route("**", (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await page.locator("#account-menu").getByRole("button", { name: "Sign out" }).click();
    const sent = await sending;
    const { "next-action": action = "", "content-type": type = "" } = sent.headers();
    const send = (more: Record<string, string>) =>
      page.request.post(sent.url(), {
        headers: { "next-action": action, "content-type": type, ...more },
        data: sent.postDataBuffer() ?? "",
        maxRedirects: 0,
      });
    const refused = await send(headers());
    expect(refused.status()).toBe(403);
    expect(refused.headers()["content-type"]).toBe("text/plain");
    expect((await page.request.get(page.url(), { maxRedirects: 0 })).status()).toBe(200);
    await send({ origin: site.origin() });
    expect((await page.request.get(page.url(), { maxRedirects: 0 })).status()).toBe(307);
    site.takeComplaints();
    await page.context().close();
  },
);

test("who came by another address of the same server is told which one to open", async () => {
  const { port } = new URL(site.origin());
  const page = await site.visit(`http://127.0.0.1:${port}/sign-in`);
  await page.getByLabel("E-mail address").fill(emails.ana);
  await page.getByLabel("Password").fill(DEMO_PASSWORD);
  const before = await countKept();
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText(`Open ${site.origin()} and send it again.`).waitFor();
  expect(await countKept()).toEqual(before);
  await page.context().close();
});
