import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { DEMO_PASSWORD } from "../../prisma/demo/people";
import { openBrowser } from "../support/browser";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { startWeb, type Web } from "../support/web";
import { emails } from "./steps/journey";

/** Stands in everything that is sent; none of it may stand in the log. */
const MARK = "quince-marmalade";
const FIELDS = ["at", "code", "frames", "level", "name", "reference", "request", "where"];

let database: TestDatabase;
let owner: pg.Client;
let folder: string;
let web: Web;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const { template, files, now } = inject("demo");
  database = await createTestDatabase(template);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const url = new URL(database.appUrl);
  url.search = "";
  folder = await mkdtemp(join(tmpdir(), "certtrail-log-"));
  await cp(files, folder, { recursive: true });
  web = await startWeb({ databaseUrl: url.href, dataFolder: folder, now });
  browser = await openBrowser();
  page = await browser.newPage({ baseURL: web.origin });
});

afterAll(async () => {
  await browser.close();
  await web.stop();
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

const failures = () =>
  web
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, string>);

async function signIn(password: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(emails.ana);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function upload() {
  const { rows } = await owner.query<{ id: string }>(
    "SELECT p.id FROM project p JOIN organisation o ON o.id = p.client_id WHERE o.slug = 'northwind' LIMIT 1",
  );
  return await page.request.post(`/api/northwind/projects/${rows[0]?.id}/files`, {
    headers: { origin: web.origin, "x-file-name": `${MARK}.txt`, "content-type": "text/plain" },
    data: `${MARK} in a file`,
  });
}

test("signing in, sending a file and acting leave no word of it in the log", async () => {
  await signIn(`${MARK} as a password`);
  await page.getByText("is not right").first().waitFor();
  await signIn(DEMO_PASSWORD);
  await page.waitForURL(/northwind/);
  expect((await upload()).status()).toBe(201);
  expect(web.output()).not.toMatch(new RegExp(`${MARK}|${DEMO_PASSWORD}|session-token`));
  expect(failures()).toEqual([]);
});

test("a failure leaves a line with the request's id and its reference, and still no word of what was sent", async () => {
  await owner.query("ALTER TABLE stored_file RENAME COLUMN name TO title");
  const answer = await upload();
  await owner.query("ALTER TABLE stored_file RENAME COLUMN title TO name");
  expect(answer.status()).toBe(500);
  const { message } = (await answer.json()) as { message: string };
  const line = failures().find(({ where }) => where === "upload");
  expect(message).toContain(`Reference ${line?.reference}.`);
  expect(line).toMatchObject({ level: "error", request: answer.headers()["x-request-id"] });
  expect(web.output()).not.toContain(MARK);
});

test("the error page shows the reference of its line", async () => {
  await owner.query("ALTER TABLE site RENAME COLUMN name TO title");
  const answer = await page.goto(`/northwind/profile?${MARK}`);
  const text = await page.getByText("the reference").first().textContent();
  await owner.query("ALTER TABLE site RENAME COLUMN title TO name");
  expect(answer?.status()).toBe(500);
  const line = failures().find(({ request }) => request === answer?.headers()["x-request-id"]);
  expect(line?.reference).toBeTruthy();
  expect(text).toContain(line?.reference);
  expect(web.output()).not.toContain(MARK);
});

test("no line holds another field than those of the list", () => {
  const lines = failures();
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(FIELDS).toEqual(expect.arrayContaining(Object.keys(line)));
});
