import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Response } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { createTestDatabase } from "../support/database";
import { serveSite } from "../support/site";
import { startWeb, type Web } from "../support/web";
import { emails } from "./steps/journey";

const site = serveSite();

const PAGE =
  /^default-src 'self'; script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic'; style-src 'self';/;
const NOTHING = /^default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox$/;
const PUBLIC = /^default-src 'none'; style-src 'nonce-[\w-]{20,}'; /;
const FILE = /^(sandbox; )?default-src 'none';/;

type Answer = { status: number; headers: Record<string, string> };
const answerOf = async (response: globalThis.Response): Promise<Answer> => {
  await response.arrayBuffer();
  return { status: response.status, headers: Object.fromEntries(response.headers) };
};
const ask = async (path: string, options: RequestInit = {}) =>
  await answerOf(await fetch(site.origin() + path, { redirect: "manual", ...options }));

/** Everything that every answer carries, and nothing that tells what is behind it. */
function expectWhole({ headers }: Answer, policy: RegExp): void {
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
    "x-frame-options": "DENY",
    "content-security-policy": expect.stringMatching(policy),
  });
  expect(headers["content-security-policy"]).toMatch(/frame-ancestors 'none'/);
  expect(headers).not.toHaveProperty("x-powered-by");
  expect(headers).not.toHaveProperty("server");
}

test.each<[what: string, path: string, status: number, policy: RegExp, options?: RequestInit]>([
  ["a page", "/sign-in", 200, PAGE],
  ["a page that leads elsewhere", "/northwind", 307, PAGE],
  ["a page that does not exist", "/no/such/page", 404, PAGE],
  ["data of a page", "/sign-in", 307, PAGE, { headers: { rsc: "1" } }],
  ["an address nobody can read", "/%ff", 404, NOTHING],
  ["the public check", "/verify", 200, PUBLIC],
  ["a certificate that does not exist", "/v/none", 404, PUBLIC],
  ["data of the API", "/api/health", 200, NOTHING],
  ["sign-in data", "/api/auth/csrf", 200, NOTHING],
  ["a method nobody may use from nowhere", "/api/health", 403, NOTHING, { method: "DELETE" }],
  ["an address the API does not know", "/api/none", 404, NOTHING],
  ["a script that does not exist", "/_next/static/none.js", 404, NOTHING],
  ["a picture", "/icon.svg", 200, NOTHING],
  ["an upload of nobody", "/api/x/projects/y/files", 403, NOTHING, { method: "POST", body: "a" }],
  ["the door asked for by itself", "/api/refused", 404, NOTHING],
  ["a file of nobody", "/api/x/projects/y/files/z", 404, NOTHING],
])("%s carries all headers", async (_what, path, status, policy, options) => {
  const answer = await ask(path, options);
  expect(answer.status).toBe(status);
  expectWhole(answer, policy);
});

test("so do a signed-in page, its scripts and styles, a download, an opened file, and the answer of an act", async () => {
  const page = await site.signInAs(emails.ana);
  const kinds = new Map<string, Response>();
  page.on("response", (response) => {
    const isAct = response.request().method() === "POST";
    kinds.set(isAct ? "act" : response.request().resourceType(), response);
  });
  await page.reload();
  const nonces = new Set<string | undefined>();
  for (const kind of ["document", "script", "stylesheet", "font"]) {
    const response = kinds.get(kind);
    if (!response) throw new Error(`The page loaded no ${kind}.`);
    const answer = { status: response.status(), headers: await response.allHeaders() };
    expectWhole(answer, kind === "document" ? PAGE : NOTHING);
  }
  for (let times = 0; times < 2; times += 1) {
    const answer = await page.request.get(page.url());
    const [, nonce] = /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "") ?? [];
    const marks = [...(await answer.text()).matchAll(/<script[^>]*>/g)];
    expect(marks.length).toBeGreaterThan(3);
    expect(marks.filter(([mark]) => !mark.includes(`nonce="${nonce}"`))).toEqual([]);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(2);

  const [file] = await site.query<{ path: string }>(
    `SELECT '/api/' || o.slug || '/projects/' || f.project_id || '/files/' || f.id AS path FROM stored_file f
     JOIN organisation o ON o.id = f.organisation_id WHERE o.slug = 'northwind' LIMIT 1`,
  );
  for (const path of [file?.path, `${file?.path}?open`]) {
    if (!file) throw new Error("The demonstration has no file.");
    const answer = await page.request.get(path ?? "");
    expect(answer.status()).toBe(200);
    expectWhole({ status: 200, headers: answer.headers() }, FILE);
  }

  await page.getByRole("button", { name: /Ana Ruiz/ }).click();
  const acted = page.waitForResponse((response) => response.request().method() === "POST");
  await page.locator("#account-menu").getByRole("button", { name: "Sign out" }).click();
  const act = await acted;
  expectWhole({ status: act.status(), headers: await act.allHeaders() }, PAGE);
});

test("a script that the server did not mark does not run", async () => {
  const page = await site.visit("/sign-in");
  await page.evaluate(() => {
    const script = document.createElement("div");
    script.innerHTML = '<img src="/none.png" onerror="document.title = \'taken\'" style="color: red">';
    document.body.append(script);
  });
  const isStopped = /Content Security Policy|Breach of (script-src|style-src)/;
  await expect.poll(() => seen.push(...site.takeComplaints()) > 0 && seen.join()).toMatch(/script-src-attr/);
  expect(seen.filter((complaint) => !isStopped.test(complaint))).toEqual([]);
  expect(await page.title()).not.toBe("taken");
  await page.context().close();
});
const seen: string[] = [];

let broken: Web;
let folder: string;

beforeAll(async () => {
  const database = await createTestDatabase(inject("demo").template);
  const url = new URL(database.appUrl);
  url.search = "";
  folder = await mkdtemp(join(tmpdir(), "certtrail-broken-"));
  broken = await startWeb({ databaseUrl: url.href, dataFolder: folder, now: inject("demo").now });
  await database.drop();
});

afterAll(async () => {
  await broken.stop();
  await rm(folder, { recursive: true });
});

test.each([
  ["a page", "/", 500, PAGE],
  ["the health address", "/api/health", 503, NOTHING],
  ["the public check", "/verify?number=1&organisation=2", 500, PUBLIC],
  ["a public certificate", "/v/none", 500, PUBLIC],
])("%s carries all headers also when the database is gone", async (_what, path, status, policy) => {
  const answer = await answerOf(
    await fetch(broken.origin + path, { headers: { cookie: "next-auth.session-token=x" } }),
  );
  expect(answer.status).toBe(status);
  expectWhole(answer, policy);
});
