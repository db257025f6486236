import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { ALL_ROWS_ROLE } from "../support/database-template";
import { passing, triggerTries } from "../support/trigger-tries";
import { meet, openWorld, tryAs, undone } from "../support/world";

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await openWorld(database.ownerUrl);
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function list(sql: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(sql);
  return rows.map(({ name }) => name);
}

/** Names that a function of the database raises by itself; those it builds from a table's name are tried below. */
const raisedNames = () =>
  list(`select distinct name from pg_proc, regexp_matches(prosrc, 'refuse\\(''(\\w+)''', 'g') m, unnest(m) name
    where pronamespace = 'public'::regnamespace order by 1`);

test("every refusal that a trigger raises is tried, and the product meets it by its name", async () => {
  expect(await raisedNames()).toEqual(Object.keys(triggerTries).sort());
  const wrong: string[] = [];
  for (const [name, statements] of Object.entries(triggerTries)) {
    for (const { sql, before = [], as = "app" } of statements) {
      const verdict = await tryAs(as, owner, before, sql);
      if (verdict !== name) wrong.push(`${name}: ${sql}: ${verdict}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("what the triggers are not about passes them", async () => {
  for (const { sql, before = [] } of passing) {
    expect([sql, await tryAs("app", owner, before, sql)]).toEqual([sql, null]);
  }
});

test("no trigger stands in the database that no test here knows", async () => {
  const triggers = await list(
    "select distinct tgfoid::regproc::text as name from pg_trigger where not tgisinternal order by 1",
  );
  expect(triggers).toEqual([
    "chain_event",
    "keep_anchors",
    "keep_certificate",
    "keep_choice_impartial",
    "keep_deciders_off_the_team",
    "keep_decisions_sound",
    "keep_issued_finding",
    "keep_recorded_act",
    "keep_signed_letter",
    "keep_stages_apart",
    "keep_submitted_plan",
    "keep_to_legal_moves",
    "keep_unchanged",
  ]);
});

test("what is append-only is neither changed nor deleted, not even by the owner of the tables", async () => {
  const tables = await list(
    "select tgrelid::regclass::text as name from pg_trigger where tgfoid = 'keep_unchanged'::regproc order by 1",
  );
  expect(tables).toEqual([
    "choice",
    "decision",
    "event",
    "file_scan",
    "grade_change",
    "plan_submission",
    "register_picture",
    "report",
    "soa_version",
    "stored_file",
  ]);
  for (const table of tables) {
    const change = `update ${table} set project_id = project_id`;
    const clear = "set local session_replication_role = origin";
    for (const sql of [change, `delete from ${table}`]) {
      expect([sql, await tryAs("owner", owner, [clear], sql)]).toEqual([sql, `${table}_is_append_only`]);
      expect([sql, await tryAs("app", owner, [], sql)]).toEqual([sql, "42501"]);
    }
  }
});

test("rows of the demonstration can be deleted, but not rewritten", async () => {
  const demo = "update project set demo = true";
  const free = "alter table grade_change disable trigger user";
  expect(await tryAs("owner", owner, [demo], "delete from grade_change")).toBeNull();
  expect(await tryAs("owner", owner, [demo], "update grade_change set reason = 'Other'")).toBe(
    "grade_change_is_append_only",
  );
  expect(await tryAs("owner", owner, [free], "update grade_change set reason = 'Other'")).toBeNull();
});

const machines = [
  { machine: "sourcing", table: "project" },
  { machine: "certification", table: "certification_case" },
  { machine: "audit", table: "audit" },
  { machine: "nonconformity", table: "finding" },
  { machine: "certificate", table: "certificate" },
];

test.each(machines)(
  "$table moves from state to state only as the table of $machine allows",
  async ({ machine, table }) => {
    const { rows } = await owner.query<{ from: string; to: string; allowed: boolean }>(
      `with states as (select from_state as state from allowed_move where machine = $1
        union select to_state from allowed_move where machine = $1)
      select a.state as "from", b.state as "to",
        exists (select from allowed_move where machine = $1 and from_state = a.state and to_state = b.state) as allowed
      from states a, states b where a.state <> b.state order by 1, 2`,
      [machine],
    );
    expect(rows.filter(({ allowed }) => allowed).length).toBeGreaterThan(4);
    const { rows: checks } = await owner.query<{ name: string }>(
      "select conname as name from pg_constraint where contype = 'c' and conrelid = $1::regclass",
      [table],
    );
    const refusal = `${machine}_moves_only_as_its_table_allows`;
    const wrong = await undone(owner, async () => {
      // What a row in that state would need is another guard's business.
      for (const { name } of checks) await owner.query(`alter table ${table} drop constraint "${name}"`);
      await owner.query("drop index audit_only_one_open_of_a_kind, certificate_only_one_in_force");
      const met: string[] = [];
      for (const { from, to, allowed } of rows) {
        await owner.query("set local session_replication_role = replica");
        await owner.query(`update ${table} set state = '${from}'`);
        await owner.query("set local session_replication_role = origin");
        const verdict = await meet(owner, "app", `update ${table} set state = '${to}'`);
        if (verdict !== (allowed ? null : refusal)) met.push(`${from} to ${to}: ${verdict}`);
      }
      return met;
    });
    expect(wrong).toEqual([]);
  },
);

test("an entry of the trail carries a move of the tables, its number and the hash of the one before", async () => {
  const entry = (change: string) =>
    `insert into event select (jsonb_populate_record(t, '${change}')).* from event t limit 1`;
  expect(await tryAs("app", owner, [], entry('{"id": "#new", "to_state": "concluded"}'))).toBe(
    "event_moves_as_the_tables_allow",
  );
  const forged = entry('{"id": "#new", "no": 77, "hash": "forged", "prev_hash": "forged"}');
  await owner.query("begin");
  await owner.query(`set local role ${ALL_ROWS_ROLE}`);
  await owner.query(forged.replace("#new", "00000000-0000-4000-8000-000000000998"));
  const { rows } = await owner.query(
    "select no, hash = trail_hash(event) as sound, prev_hash from event order by no",
  );
  await owner.query("rollback");
  expect(rows.map(({ no, sound }) => ({ no, sound }))).toEqual([
    { no: 1, sound: true },
    { no: 2, sound: true },
  ]);
  expect(rows[0].prev_hash).toBe("0".repeat(64));
});
