import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { readDocx } from "../support/read-docx";
import { readPdf, solid } from "../support/read-pdf";
import { serveSite } from "../support/site";
import { emails } from "./steps/journey";

const site = serveSite();
const GIULIA = "giulia.moretti@lumen.example";

interface Issued {
  project: string;
  audit: string;
  client: string;
  body: string;
  sha256: string;
}

/** The issued Stage 2 reports of a client whose body is on CertTrail, with who their parties are. */
const listReports = () =>
  site.query<Issued>(
    `SELECT r.project_id AS project, r.audit_id AS audit, c.slug AS client, b.slug AS body, r.sha256
     FROM report r JOIN audit a ON a.id = r.audit_id JOIN organisation c ON c.id = r.client_id
       JOIN organisation b ON b.id = r.body_id WHERE a.kind = 'stage2' AND c.slug = 'lumen-clinics'
       AND b.slug = 'meridian-certification' ORDER BY r.id`,
  );

const fileOf = (org: string, { project, audit }: Issued, query = "") =>
  `/api/${org}/projects/${project}/audits/${audit}/report${query}`;

async function get(page: Page, path: string) {
  const answer = await page.request.get(path);
  return { status: answer.status(), headers: answer.headers(), bytes: new Uint8Array(await answer.body()) };
}

const countReads = async ({ audit }: Issued) => {
  const [{ count } = { count: "" }] = await site.query<{ count: string }>(
    "SELECT count(*) FROM event WHERE kind = 'report.read' AND subject_id = $1",
    audit,
  );
  return Number(count);
};

test("both sides take the same report away, with every finding of the record and its counts", async () => {
  const [report] = await listReports();
  if (!report) throw new Error("The demonstration has no issued report of Stage 2.");
  const findings = await site.query<Record<"number" | "grade" | "statement" | "evidence" | "due", string>>(
    "SELECT number, grade, statement, evidence, coalesce(to_char(plan_due_on, 'FMDDMonYYYY'), '') AS due FROM finding WHERE audit_id = $1 AND number IS NOT NULL",
    report.audit,
  );
  expect(findings.length).toBeGreaterThan(4);
  const [client, body] = [await site.signInAs(GIULIA), await site.signInAs(emails.lena)];
  const before = await countReads(report);
  const theirs = await get(client, fileOf(report.client, report, "?version=1"));
  const ours = await get(body, fileOf(report.body, report));
  expect([theirs.status, ours.status]).toEqual([200, 200]);
  expect(Buffer.from(ours.bytes).equals(Buffer.from(theirs.bytes))).toBe(true);
  expect(await countReads(report)).toBe(before + 2);
  expect(theirs.headers).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": expect.stringContaining('attachment; filename="Report of Stage 2, version 1.pdf"'),
    "cache-control": "no-store",
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  const { solid: text, isTagged } = await readPdf(theirs.bytes);
  expect(isTagged).toBe(true);
  expect(text).toContain(report.sha256);
  for (const { number, statement, evidence, due } of findings)
    for (const words of [number, statement, evidence, due]) expect(text).toContain(solid(words));
  const count = (grade: string) => findings.filter((one) => one.grade === grade).length;
  expect(text).toContain(`${count("major")}majornonconformit`);
  expect(text).toContain(`${count("minor")}minornonconformit`);
  const word = await get(client, fileOf(report.client, report, "?format=docx&version=1"));
  const { paragraphs } = await readDocx(word.bytes);
  for (const { statement, evidence } of findings) {
    expect(paragraphs).toContain(statement);
    expect(paragraphs).toContain(evidence);
  }
});

test("a version that was not issued, and a report of somebody else, do not exist", async () => {
  const [report] = await listReports();
  if (!report) throw new Error("The demonstration has no issued report of Stage 2.");
  const [own, stranger] = [await site.signInAs(GIULIA), await site.signInAs(emails.ana)];
  const [, strangers = ""] = new URL(stranger.url()).pathname.split("/");
  for (const query of ["?version=2", "?version=0", "?version=1.5", "?version=x"])
    expect([query, (await get(own, fileOf(report.client, report, query))).status]).toEqual([query, 404]);
  for (const org of [report.client, strangers]) {
    const { status, bytes } = await get(stranger, fileOf(org, report));
    expect(status).toBe(404);
    expect(Buffer.from(bytes).toString()).toBe("This does not exist, or you cannot open it.");
  }
  expect((await get(own, fileOf(report.client, report, "?format=exe"))).status).toBe(400);
});

test("the page of a report offers both files", async () => {
  const [report] = await listReports();
  if (!report) throw new Error("The demonstration has no issued report of Stage 2.");
  const page = await site.signInAs(GIULIA);
  await page.goto(`/${report.client}/projects/${report.project}/audits/${report.audit}/report`);
  for (const [name, start] of [
    ["Download PDF", "%PDF"],
    ["Download Word", "PK\u0003\u0004"],
  ] as const) {
    const [taken] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name }).click(),
    ]);
    const bytes = await readFile(await taken.path());
    expect(bytes.subarray(0, 4).toString("latin1")).toBe(start);
  }
});
