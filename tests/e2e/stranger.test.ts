import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { addresses, addressOf, listAddressable, type Part, sendingOf } from "../support/addresses";
import { serveSite } from "../support/site";
import { emails } from "./steps/journey";

type Parts = Record<Part, string>;

const site = serveSite();
const NO_ORGANISATION = "no-such-organisation";
const PARTS = [
  "project",
  "audit",
  "finding",
  "action",
  "body",
  "site",
  "file",
  "message",
  "task",
  "document",
  "treatment",
  "photo",
  "person",
] as const;

/** A project with everything in it, and what nobody else may read. */
interface Project {
  parts: Parts;
  secrets: string[];
}

/** The project of this name with one record of each kind: its ids, and the texts that only its parties may see. */
async function findProject(name: string): Promise<Project> {
  const [parts] = await site.query<Parts & Record<string, string>>(
    `SELECT o.slug AS org, p.id AS project,
      (SELECT id FROM audit a WHERE a.project_id = p.id ORDER BY kind DESC LIMIT 1) AS audit,
      (SELECT id FROM finding f WHERE f.project_id = p.id AND grade IN ('minor', 'major') ORDER BY number LIMIT 1) AS finding,
      (SELECT a.id FROM plan_action a JOIN finding f ON f.id = a.finding_id ORDER BY f.project_id = p.id DESC LIMIT 1) AS action,
      (SELECT b.id FROM organisation b WHERE b.managed_by_id = o.id LIMIT 1) AS body,
      (SELECT s.id FROM site s WHERE s.organisation_id = o.id LIMIT 1) AS site,
      (SELECT s.id FROM stored_file s WHERE s.project_id = p.id LIMIT 1) AS file,
      (SELECT g.id FROM message g WHERE g.organisation_id = o.id ORDER BY g.id LIMIT 1) AS message,
      (SELECT t.id FROM plan_task t WHERE t.project_id = p.id ORDER BY t.id LIMIT 1) AS task,
      (SELECT d.id FROM document d WHERE d.project_id = p.id ORDER BY d.id LIMIT 1) AS document,
      (SELECT r.id FROM treatment_line r WHERE r.project_id = p.id ORDER BY r.id LIMIT 1) AS treatment,
      gen_random_uuid()::text AS photo,
      (SELECT m.person_id FROM membership m WHERE m.organisation_id = coalesce(p.body_id, o.id) ORDER BY m.person_id LIMIT 1) AS person
     FROM project p JOIN organisation o ON o.id = p.client_id WHERE p.name = $1`,
    name,
  );
  if (!parts) throw new Error(`The demonstration has no project "${name}".`);
  // The demonstration raises the same findings in each project; here they must be told apart.
  await site.query("SET session_replication_role = replica");
  await site.query(
    "UPDATE finding SET statement = statement || ' At ' || $2 WHERE project_id = $1",
    parts.project,
    name,
  );
  await site.query("SET session_replication_role = DEFAULT");
  for (const part of PARTS) expect(parts[part], `${name} has a ${part}`).toBeTruthy();
  const rows = await site.query<{ text: string }>(
    `SELECT name AS text FROM project WHERE id = $1 UNION SELECT scope FROM project WHERE id = $1
     UNION SELECT statement FROM finding WHERE project_id = $1 AND statement IS NOT NULL`,
    parts.project,
  );
  return { parts, secrets: rows.map(({ text }) => text) };
}

/** A body of which nobody has heard, with one person in all its roles, who signs in with the password of the others. */
async function addSecondBody(): Promise<string> {
  const email = "kai.brandt@pinnacle.example";
  const ids = [randomUUID(), randomUUID()];
  await site.query(
    `INSERT INTO organisation SELECT (jsonb_populate_record(o, jsonb_build_object('id', $1::text,
      'name', 'Pinnacle Assurance', 'legal_name', 'Pinnacle Assurance Ltd', 'slug', 'pinnacle-assurance'))).*
     FROM organisation o WHERE slug = 'meridian-certification'`,
    ids[0],
  );
  await site.query(
    `INSERT INTO person SELECT (jsonb_populate_record(p, jsonb_build_object('id', $1::text, 'name', 'Kai Brandt', 'email', $2::text))).*
     FROM person p WHERE email = $3`,
    ids[1],
    email,
    emails.lena,
  );
  await site.query(
    `INSERT INTO membership SELECT (jsonb_populate_record(m, jsonb_build_object('organisation_id', $1::text, 'person_id', $2::text,
      'roles', jsonb_build_array('planner', 'auditor', 'decider', 'quality', 'admin')))).*
     FROM membership m JOIN person p ON p.id = m.person_id WHERE p.email = $3`,
    ids[0],
    ids[1],
    emails.lena,
  );
  return email;
}

const ask = async (page: Page, file: string, parts: Parts) => {
  const address = addressOf(file, parts);
  const sending = sendingOf(file);
  const answer = sending
    ? await page.request.fetch(address, {
        method: sending.method,
        headers: { ...sending.headers, origin: site.origin() },
        data: sending.body,
      })
    : await page.request.get(address, { maxRedirects: 0 });
  return { status: answer.status(), html: await answer.text() };
};

/** What a person reads of an answer: without scripts and marks. */
const wordsOf = (html: string) =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

/** How much is kept: nothing that a stranger does may add to it. */
async function countKept(): Promise<unknown> {
  const [kept] = await site.query(
    `SELECT (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM act_request) AS acts,
      (SELECT count(*) FROM stored_file) AS files, (SELECT count(*) FROM organisation_event) AS entries`,
  );
  return kept;
}

/** Opens every address with the other's ids, as this person. Tells what is answered otherwise than for what is not there. */
async function tryAll(page: Page, other: Project, slug: string, own: string | null): Promise<string[]> {
  const problems: string[] = [];
  const nowhere = Object.fromEntries(PARTS.map((part) => [part, randomUUID()])) as Parts;
  for (const [file, reach] of Object.entries(addresses)) {
    if (reach === "public") continue;
    const pairs: [string, Parts, Parts][] = [
      ["the other's slug", other.parts, { ...nowhere, org: NO_ORGANISATION }],
    ];
    if (reach !== "own") {
      pairs.push(["the own slug", { ...other.parts, org: slug }, { ...nowhere, org: slug }]);
    }
    if (reach.length > 1 && reach !== "own" && own) {
      const at = { org: slug, project: own };
      pairs.push(["an own project", { ...other.parts, ...at }, { ...nowhere, ...at }]);
    }
    for (const [how, theirs, none] of pairs) {
      const answer = await ask(page, file, theirs);
      const expected = await ask(page, file, none);
      const where = `${file} by ${how}`;
      if (answer.status !== 404) problems.push(`${where} answers ${answer.status}`);
      if (expected.status !== 404 || wordsOf(answer.html) !== wordsOf(expected.html))
        problems.push(`${where} answers otherwise than for what is not there (${expected.status})`);
      for (const secret of other.secrets)
        if (answer.html.includes(secret)) problems.push(`${where} shows "${secret}"`);
    }
    if (reach !== "own") continue;
    const { status, html } = await ask(page, file, { ...nowhere, org: slug });
    if (status !== 200 && status !== 404) problems.push(`${file} of the own organisation answers ${status}`);
    for (const secret of other.secrets) if (html.includes(secret)) problems.push(`${file} shows "${secret}"`);
  }
  return problems;
}

test("every page and route handler says how it is reached", () => {
  expect(Object.keys(addresses).sort()).toEqual(listAddressable());
});

test.for([
  { who: "manager of another client", email: "joris.de.wit@harbour.example", name: "Cloud platform ISMS" },
  { who: "lead auditor of another body", email: emails.lena, name: "Patient portal ISMS" },
  { who: "planner of another body", email: emails.tomas, name: "Patient portal ISMS" },
  { who: "everybody of a body without projects", email: "", name: "Cloud platform ISMS" },
])("to a stranger, $who, what belongs to others is not there", async ({ email, name }) => {
  const other = await findProject(name);
  const page = await site.signInAs(email || (await addSecondBody()));
  const slug = new URL(page.url()).pathname.split("/")[1] ?? "";
  const [own] = await site.query<{ id: string }>(
    `SELECT p.id FROM project p JOIN organisation o ON o.id IN (p.client_id, p.body_id)
     WHERE o.slug = $1 AND p.id <> $2 AND EXISTS (SELECT FROM certification_case k WHERE k.project_id = p.id) LIMIT 1`,
    slug,
    other.parts.project,
  );
  const before = await countKept();
  expect(await tryAll(page, other, slug, own?.id ?? null)).toEqual([]);
  expect(await countKept()).toEqual(before);
});
