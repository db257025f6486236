import { readFileSync } from "node:fs";
import pg from "pg";
import { ALL_ROWS_ROLE } from "./database-template.ts";

const SQL = readFileSync(`${import.meta.dirname}/world.sql`, "utf8");
const NAME = /#([a-zA-Z]\w*)/g;
const names = [...new Set([...SQL.matchAll(NAME)].map(([, name]) => name ?? ""))];

/** The id that #name stands for in world.sql; #new is for a further row, any other name for an id that nothing has. */
export function idOf(name: string): string {
  const number = name === "new" ? 998 : names.includes(name) ? names.indexOf(name) + 1 : 999;
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

const withIds = (text: string) => text.replace(NAME, (_, name: string) => idOf(name));

/** Connects as the owner and fills the migrated, empty database with the rows of world.sql. */
export async function openWorld(ownerUrl: string): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(withIds(SQL));
  return owner;
}

export type Change = Readonly<Record<string, unknown>>;

/** What stood against a statement: the guard's name, or the SQLSTATE of a refusal without one; null when it passed. */
export type Verdict = string | null;

/** Runs statements as the product's role in a transaction that is undone, and says what the last one met. */
export async function tryAs(
  role: "app" | "owner",
  owner: pg.Client,
  before: string[],
  sql: string,
  values: unknown[] = [],
): Promise<Verdict> {
  return await undone(owner, async () => {
    for (const statement of before) await owner.query(withIds(statement));
    return await meet(owner, role, sql, values);
  });
}

/** Runs `work` in a transaction and undoes what it did. */
export async function undone<T>(owner: pg.Client, work: () => Promise<T>): Promise<T> {
  await owner.query("begin");
  try {
    return await work();
  } finally {
    await owner.query("rollback");
  }
}

/** What a statement meets inside `undone`; whatever it did is undone before the next one. */
export async function meet(
  owner: pg.Client,
  role: "app" | "owner",
  sql: string,
  values: unknown[] = [],
): Promise<Verdict> {
  await owner.query("savepoint try");
  try {
    if (role === "app") await owner.query(`set local role ${ALL_ROWS_ROLE}`);
    await owner.query(withIds(sql), values);
    return null;
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return error.constraint ?? error.code ?? "unknown";
  } finally {
    await owner.query("rollback to savepoint try");
  }
}

/** Inserts a table's first row once more with some columns changed, under a new id where it has one. */
export async function tryCopy(
  owner: pg.Client,
  table: string,
  before: string[],
  change: Change,
): Promise<Verdict> {
  const { rows } = await owner.query(
    `select to_jsonb(t) as row, has_table_privilege('certtrail_app', $1, 'INSERT') as "mayInsert" from ${table} t order by ctid limit 1`,
    [table],
  );
  const [first] = rows;
  if (!first) throw new Error(`world.sql has no row of ${table}.`);
  const row = { ...first.row, ...("id" in first.row && { id: idOf("new") }), ...change };
  const insert = `insert into ${table} select (jsonb_populate_record(null::${table}, $1)).*`;
  return await tryAs(first.mayInsert ? "app" : "owner", owner, before, insert, [
    withIds(JSON.stringify(row)),
  ]);
}
