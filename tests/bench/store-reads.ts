/**
 * How much the store's most asked reads cost over their own statements: each is run through the store, and the statements
 * it sent are then sent by pg alone, prepared as the store prepares them. Prints one line of JSON: milliseconds each.
 */
import pg from "pg";
import { actorFrom } from "@/lib/actor";
import { now } from "@/lib/clock";
import { parseFindingList } from "@/lib/finding-list";
import type { Role, Side } from "@/lib/lifecycle/who";
import { readAudits } from "@/lib/store/audit-list";
import { readDossier } from "@/lib/store/dossiers";
import { readFinding } from "@/lib/store/finding-page";
import { readRegister } from "@/lib/store/finding-register";
import { readJourney } from "@/lib/store/journey";
import { listActions } from "@/lib/store/my-actions";
import { pool, SESSION_OPTIONS } from "@/lib/store/pool";
import { listProjects } from "@/lib/store/portfolio";
import { readProjectHead } from "@/lib/store/project-head";
import { findSignedIn } from "@/lib/store/sessions";
import { readTrail } from "@/lib/store/trail";

const ROUNDS = 9;
const TIMES_A_ROUND = 40;

interface Statement {
  text: string;
  name?: string;
  values?: unknown[];
}

const [projectId = "", email = ""] = process.argv.slice(2);
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
await owner.connect();
const { rows } = await owner.query<{
  personId: string;
  personName: string;
  organisationId: string;
  organisationName: string;
  organisationSlug: string;
  timeZone: string;
  kind: Side;
  roles: Role[];
  finding: string;
}>(
  `select p.id as "personId", p.name as "personName", o.id as "organisationId", o.name as "organisationName",
    o.slug as "organisationSlug", o.time_zone as "timeZone", o.kind, m.roles,
    (select f.id from finding f where f.project_id = $2 order by f.number limit 1) as finding
  from person p join membership m on m.person_id = p.id join organisation o on o.id = m.organisation_id where p.email = $1`,
  [email, projectId],
);
await owner.end();
const [person] = rows;
if (!person) throw new Error(`Nobody has the address ${email}.`);
const { finding, ...standing } = person;
const actor = actorFrom(standing);

const reads: Record<string, () => Promise<unknown>> = {
  session: () => findSignedIn("nobody's token", now()),
  projectHead: () => readProjectHead(actor, projectId),
  register: () => readRegister(actor, projectId, parseFindingList({})),
  finding: () => readFinding(actor, projectId, finding),
  journey: () => readJourney(actor, projectId),
  audits: () => readAudits(actor, projectId),
  dossier: () => readDossier(actor, projectId),
  trail: () => readTrail(actor, projectId),
  portfolio: () => listProjects(actor),
  actions: () => listActions(actor, "mine"),
};

/** What a read sends, in order, each with the name it is prepared under. */
async function listStatements(read: () => Promise<unknown>): Promise<Statement[]> {
  const { query } = pg.Client.prototype;
  const statements: Statement[] = [];
  pg.Client.prototype.query = function record(
    this: pg.Client,
    config: string | Statement,
    ...rest: unknown[]
  ) {
    statements.push(typeof config === "string" ? { text: config } : { ...config });
    return Reflect.apply(query, this, [config, ...rest]);
  } as typeof query;
  try {
    await read();
  } finally {
    pg.Client.prototype.query = query;
  }
  return statements;
}

async function measure(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  for (let time = 0; time < TIMES_A_ROUND; time += 1) await work();
  return (performance.now() - begun) / TIMES_A_ROUND;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const bare = new pg.Client({
  connectionString: process.env.DATABASE_URL,
  options: SESSION_OPTIONS,
});
await bare.connect();
const figures: Record<string, { store: number; bare: number }> = {};
for (const [name, read] of Object.entries(reads)) {
  await read();
  const statements = await listStatements(read);
  const send = async () => {
    for (const { text, name: prepared, values } of statements)
      await bare.query({ text, name: prepared || undefined, values });
  };
  await send();
  const times = { store: [] as number[], bare: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.store.push(await measure(read));
    times.bare.push(await measure(send));
  }
  figures[name] = { store: median(times.store), bare: median(times.bare) };
}
console.log(JSON.stringify(figures));
await bare.end();
await pool().$disconnect();
