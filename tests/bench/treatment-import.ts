/**
 * What an import of ten thousand risks costs over COPY of the same rows: a kept xlsx file is read, checked and written in one act,
 * as the product's own action does it; then pg alone copies the rows into the same table. Prints one line of JSON: milliseconds
 * of each round. Policies are off for COPY, which Postgres does not allow under row level security.
 */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { actorFrom } from "@/lib/actor";
import { now } from "@/lib/clock";
import { day } from "@/lib/day";
import { keepFile } from "@/lib/files/folder";
import { planTreatmentFile } from "@/lib/imports/treatment-file";
import type { Role, Side } from "@/lib/lifecycle/who";
import { writeXlsx } from "@/lib/sheets/write-xlsx";
import { addFile } from "@/lib/store/files";
import { newId } from "@/lib/store/new-id";
import { pool } from "@/lib/store/pool";
import { readWholeTreatment } from "@/lib/store/treatment";
import { importTreatment } from "@/lib/store/treatment-import";
import { orderOf, type TreatmentEntry, treatmentStates, treatments } from "@/lib/treatment/treatment";
import { treatmentColumns, treatmentRows } from "@/lib/treatment/treatment-file";
import { copyIn, copyText } from "./copy-in";

const ROUNDS = 9;
const LINES = 10_000;
const COLUMNS =
  "id, project_id, client_id, ref, ref_order, risk, owner, treatment, controls, due_on, state, accepted_by, accepted_on, changed_by_id, changed_at";

const [projectId = "", email = ""] = process.argv.slice(2);
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL, options: "-c timezone=UTC" });
await owner.connect();
const { rows: people } = await owner.query<{
  personId: string;
  personName: string;
  organisationId: string;
  organisationName: string;
  organisationSlug: string;
  timeZone: string;
  kind: Side;
  roles: Role[];
}>(
  `select p.id as "personId", p.name as "personName", o.id as "organisationId", o.name as "organisationName",
    o.slug as "organisationSlug", o.time_zone as "timeZone", o.kind, m.roles
  from person p join membership m on m.person_id = p.id join organisation o on o.id = m.organisation_id where p.email = $1`,
  [email],
);
const [person] = people;
if (!person) throw new Error(`Nobody has the address ${email}.`);
const actor = actorFrom(person);
const today = day("2027-01-11");

const lines = Array.from({ length: LINES }, (_, index): TreatmentEntry => {
  const isAccepted = index % 3 === 0;
  return {
    ref: `R-${index + 1}`,
    risk: `What goes wrong in process ${index + 1} opens data of customers to people who should not see it.`,
    owner: `Owner ${index % 40}`,
    treatment: treatments[index % treatments.length] ?? "modify",
    controls: ["A.5.15", "A.8.13"].slice(index % 3),
    dueOn: day("2027-06-01"),
    state: isAccepted ? "accepted" : (treatmentStates[index % 3] ?? "planned"),
    acceptedBy: isAccepted ? "Ana Ruiz" : null,
    acceptedOn: isAccepted ? day("2027-01-04") : null,
  };
});

async function keepBook(): Promise<string> {
  const rows = treatmentRows(lines);
  const bytes = await writeXlsx({ name: "Risk treatment", columns: treatmentColumns, rows }, now());
  const body = new Blob([new Uint8Array(bytes)]).stream();
  const kept = await keepFile(actor.organisationId, "risks.xlsx", body, { sha256: null, size: bytes.length });
  return await addFile(actor, projectId, "risks.xlsx", kept, now());
}

/** What the action of the page does: reads what is there and the file, compares, writes. */
async function importBook(fileId: string): Promise<void> {
  const { lines: there, controls, mark } = await readWholeTreatment(actor, projectId);
  const known = { lines: there, controls: controls.map(({ ref }) => ref), today };
  const { name, plan } = await planTreatmentFile(actor, { projectId, fileId }, known);
  if (plan.problems.length > 0) throw new Error(plan.problems[0]?.sentence);
  const input = { projectId, file: name, lines: plan.lines, version: mark };
  const id = newId();
  await importTreatment(actor, input, { id, action: "bench", digest: id, now: now() });
}

const copied = Buffer.from(
  lines
    .map((line) =>
      [
        ...[
          randomUUID(),
          projectId,
          actor.organisationId,
          line.ref,
          orderOf(line.ref),
          line.risk,
          line.owner,
        ],
        ...[line.treatment, `{${line.controls.join(",")}}`, line.dueOn, line.state, line.acceptedBy],
        ...[line.acceptedOn, actor.personId, "2027-01-11T09:00:00Z"],
      ]
        .map(copyText)
        .join("\t"),
    )
    .join("\n"),
);

async function emptied(work: () => Promise<void>): Promise<number> {
  await owner.query("delete from treatment_line");
  await owner.query("vacuum analyze treatment_line");
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function requireAll(): Promise<void> {
  const { rows } = await owner.query<{ count: number }>("select count(*)::int as count from treatment_line");
  if (rows[0]?.count !== LINES) throw new Error(`${rows[0]?.count} lines were written, not ${LINES}.`);
}

const fileId = await keepBook();
const times = { imported: [] as number[], copied: [] as number[] };
for (let round = 0; round < ROUNDS; round += 1) {
  times.imported.push(await emptied(() => importBook(fileId)));
  await requireAll();
  await owner.query("alter table treatment_line disable row level security");
  times.copied.push(
    await emptied(() => copyIn(owner, `copy treatment_line (${COLUMNS}) from stdin`, copied)),
  );
  await owner.query("alter table treatment_line enable row level security");
  await requireAll();
}
await owner.query("delete from treatment_line");
console.log(JSON.stringify(times));
await owner.end();
await pool().$disconnect();
