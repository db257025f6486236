import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { limits } from "@/lib/throttle-limits";
import { DEMO_PASSWORD } from "../../prisma/demo/people";
import { openZip, rowsOf, sha256Of } from "../support/opened-zip";
import { serveSite } from "../support/site";
import { emails } from "./steps/journey";

const site = serveSite();
const NAME = "Cloud platform ISMS";

/** Lets a quarter of an hour pass for every proof. */
const ageProofs = () => site.query("UPDATE session SET proven_at = proven_at - interval '15 minutes'");

async function projectId(): Promise<string> {
  const [project] = await site.query<{ id: string }>("SELECT id FROM project WHERE name = $1", NAME);
  return project?.id ?? "";
}

async function openDownload(page: Page): Promise<void> {
  const [, org] = new URL(page.url()).pathname.split("/");
  await page.goto(`/${org}/projects/${await projectId()}`);
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Download" }).click();
  await page.getByRole("heading", { level: 1, name: "Download this project" }).waitFor();
}

/** Presses the button and opens what the browser has kept. */
async function download(page: Page) {
  const [taken] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download everything" }).click(),
  ]);
  expect(await taken.failure()).toBeNull();
  return { name: taken.suggestedFilename(), archive: await openZip(await readFile(await taken.path())) };
}

const countEntries = async () => {
  const [{ count } = { count: "" }] = await site.query<{ count: string }>(
    "SELECT count(*) FROM event WHERE kind = 'project.export' AND project_id = $1",
    await projectId(),
  );
  return Number(count);
};

test.for([
  { who: "the client's manager", email: emails.ana },
  { who: "the body's planner", email: emails.tomas },
])("$who proves who it is, presses the button and has the whole project", async ({ email }) => {
  const page = await site.signInAs(email);
  await ageProofs();
  await openDownload(page);
  expect(await page.getByRole("button", { name: "Download everything" }).count()).toBe(0);
  await page.getByRole("button", { name: "Prove it is you" }).click();
  await page.getByLabel("Your password").fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "Prove and go on" }).click();
  const before = await countEntries();
  const { name, archive } = await download(page);
  expect(name).toMatch(/^Cloud platform ISMS \d{4}-\d\d-\d\d\.zip$/);
  const lines = rowsOf(archive.get("manifest.csv")).slice(1, -1);
  expect(lines.length).toBe(archive.size - 1);
  expect([...archive.keys()].filter((path) => path.startsWith("files/")).length).toBeGreaterThan(0);
  for (const [path = "", , , sha256] of lines)
    expect([path, sha256Of(archive.get(path) ?? Buffer.alloc(0))]).toEqual([path, sha256]);
  expect(await countEntries()).toBe(before + 1);
  await page.context().close();
});

test("every project of the demonstration is taken away whole, by both sides", async () => {
  const askers = await site.query<{ email: string; org: string; project: string }>(
    `SELECT DISTINCT ON (p.id, o.id) n.email, o.slug AS org, p.id AS project
     FROM project p JOIN organisation o ON o.id = p.client_id
       OR (o.id = p.body_id AND o.connected AND EXISTS (SELECT FROM certification_case c WHERE c.project_id = p.id))
     JOIN membership m ON m.organisation_id = o.id AND m.roles && '{manager,planner}' JOIN person n ON n.id = m.person_id
     ORDER BY p.id, o.id, n.email`,
  );
  expect(askers.length).toBeGreaterThan(5);
  for (const { email, org, project } of askers) {
    const page = await site.signInAs(email);
    const answer = await page.request.post(`/api/${org}/projects/${project}/export`, {
      headers: { origin: site.origin() },
    });
    expect([email, project, answer.status()]).toEqual([email, project, 200]);
    const archive = await openZip(await answer.body());
    expect([...archive.keys()].at(-1)).toBe("manifest.csv");
    const read = archive.get("index.html")?.toString("utf8") ?? "";
    expect(read).not.toMatch(/undefined|NaN|Invalid Date|\[object/);
    expect(JSON.parse(archive.get("record.json")?.toString("utf8") ?? "")).toMatchObject({ version: 1 });
    await page.context().close();
    await site.query("DELETE FROM throttle");
  }
});

test("it works without script, and an address alone starts nothing", async () => {
  const signedIn = await site.signInAs(emails.viktor);
  await openDownload(signedIn);
  const page = await site.visit("/verify", {
    javaScriptEnabled: false,
    storageState: await signedIn.context().storageState(),
  });
  await page.goto(signedIn.url());
  const before = await countEntries();
  expect((await download(page)).archive.has("index.html")).toBe(true);
  const address = `/api${new URL(page.url()).pathname}`;
  expect((await page.request.get(address)).status()).toBe(405);
  expect(await countEntries()).toBe(before + 1);
  await page.context().close();
  await signedIn.context().close();
});

test("when the proof grew old on the open page, the button leads back to it, where it is asked for", async () => {
  const page = await site.signInAs(emails.ana);
  await openDownload(page);
  await ageProofs();
  const before = await countEntries();
  await page.getByRole("button", { name: "Download everything" }).click();
  await page.getByRole("button", { name: "Prove it is you" }).waitFor();
  expect(await countEntries()).toBe(before);
  await page.context().close();
});

test("after so many downloads the page says when to try again", async () => {
  const page = await site.signInAs(emails.viktor);
  await openDownload(page);
  const address = `/api${new URL(page.url()).pathname}`;
  const send = async () => {
    const answer = await page.request.post(address, { headers: { origin: site.origin() }, maxRedirects: 0 });
    return { status: answer.status(), to: answer.headers().location };
  };
  const answers: number[] = [];
  for (let time = 0; time < limits.export.account; time += 1) answers.push((await send()).status);
  expect(answers).toContain(303);
  expect(await send()).toEqual({ status: 303, to: new URL(page.url()).pathname });
  await page.getByRole("button", { name: "Download everything" }).click();
  await page.getByText(/there were too many tries\. Try again in \d+ minutes\./).waitFor();
  const button = page.getByRole("button", { name: "Download everything" });
  expect(await button.getAttribute("aria-disabled")).toBe("true");
  await page.context().close();
});

test("who reads the project and may not take it away has no such page", async () => {
  const page = await site.signInAs(emails.omar);
  const path = `/meridian-certification/projects/${await projectId()}`;
  await page.goto(path);
  expect(await page.getByRole("link", { name: "Download", exact: true }).count()).toBe(0);
  expect((await page.request.get(`${path}/export`)).status()).toBe(404);
  const answer = await page.request.post(`/api${path}/export`, { headers: { origin: site.origin() } });
  expect(answer.status()).toBe(403);
  expect(await answer.text()).toContain("Only");
  await page.context().close();
});
