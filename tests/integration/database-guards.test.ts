import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { tries } from "../support/guard-tries";
import { type Change, openWorld, tryCopy } from "../support/world";

interface Guard {
  name: string;
  table: string;
  kind: string;
  columns: string[];
  others: string[];
}

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

/** The constraints of one kind; `others` are those of the same kind on the same table, taken away while one is tried. */
async function listConstraints(kind: "c" | "f"): Promise<Guard[]> {
  const { rows } = await owner.query<Guard>(
    `select conname as name, conrelid::regclass::text as table, contype as kind,
        (select array_agg(attname::text order by k.n) from unnest(conkey) with ordinality k(no, n)
          join pg_attribute a on a.attrelid = conrelid and a.attnum = k.no) as columns,
        (select coalesce(array_agg(o.conname::text), '{}') from pg_constraint o
          where o.conrelid = c.conrelid and o.contype = c.contype and o.oid <> c.oid) as others
      from pg_constraint c where contype = $1 and connamespace = 'public'::regnamespace
        and conrelid::regclass::text <> '_prisma_migrations' order by 2, 1`,
    [kind],
  );
  return rows;
}

/** The verdict on a copy of the table's first row while the guard is the only one of its kind, and no trigger runs. */
function tryAlone({ table, others }: Guard, change: Change) {
  const drops = others.map((other) => `alter table ${table} drop constraint "${other}"`);
  return tryCopy(owner, table, [`alter table ${table} disable trigger user`, ...drops], change);
}

describe("every check refuses by its name what its sentence says", () => {
  test("a blank text is refused wherever a text can stand", async () => {
    const guards = (await listConstraints("c")).filter(({ name }) => name.endsWith("_is_not_blank"));
    const wrong: string[] = [];
    for (const guard of guards) {
      const [column = ""] = guard.columns;
      for (const blank of ["", " "]) {
        const verdict = await tryAlone(guard, { [column]: blank });
        if (verdict !== guard.name)
          wrong.push(`${guard.name} let "${blank}" pass or was hidden by ${verdict}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(guards.length).toBeGreaterThan(150);
  });

  test("every text column of the record refuses blanks", async () => {
    const { rows } = await owner.query<{ column: string }>(
      `select table_name || '.' || column_name as column from information_schema.columns
        join information_schema.tables using (table_schema, table_name)
        where table_schema = 'public' and table_type = 'BASE TABLE' and udt_name = 'text' and table_name <> '_prisma_migrations'`,
    );
    const guarded = new Set(
      (await listConstraints("c"))
        .filter(({ name }) => name.endsWith("_is_not_blank"))
        .map(({ table, columns }) => `${table}.${columns[0]}`),
    );
    expect(rows.map(({ column }) => column).filter((column) => !guarded.has(column))).toEqual([]);
  });

  test("each of the other checks is tried, and every try is refused by it alone", async () => {
    const guards = (await listConstraints("c")).filter(({ name }) => !name.endsWith("_is_not_blank"));
    expect(guards.map(({ name }) => name).sort()).toEqual(Object.keys(tries).sort());
    const wrong: string[] = [];
    for (const guard of guards) {
      for (const change of tries[guard.name] ?? []) {
        const verdict = await tryAlone(guard, change);
        if (verdict !== guard.name) wrong.push(`${guard.name} ${JSON.stringify(change)}: ${verdict}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

test("the rows that the tries change are accepted as they are", async () => {
  const { rows } = await owner.query<{ count: string }>(
    "select count(*) from certificate where state = 'active'",
  );
  expect(rows).toEqual([{ count: "1" }]);
  expect(await tryCopy(owner, "interview", [], {})).toBeNull();
  expect(await tryCopy(owner, "person", [], { email: "other@example.com" })).toBeNull();
});

test("every reference refuses a row of nothing, or of another project's parties", async () => {
  const checks = await listConstraints("c");
  const wrong: string[] = [];
  for (const guard of await listConstraints("f")) {
    const { table } = guard;
    const ownChecks = checks.filter((check) => check.table === table).map(({ name }) => name);
    // The first row makes room for its changed self, so that nothing but the reference stands against it.
    const before = [
      ...[...guard.others, ...ownChecks].map((name) => `alter table ${table} drop constraint "${name}"`),
      `alter table ${table} disable trigger user`,
      "set local session_replication_role = replica",
      `delete from ${table}`,
      "set local session_replication_role = origin",
    ];
    for (const column of guard.columns) {
      const nothing = /state$|machine|kind/.test(column) ? "nothing" : /_no$/.test(column) ? 99 : "#nothing";
      const verdict = await tryCopy(owner, table, before, { [column]: nothing });
      if (verdict !== guard.name) wrong.push(`${guard.name} by ${column}: ${verdict}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every uniqueness refuses a second row", async () => {
  // What contains the whole primary key cannot be broken alone: it is there to be referred to.
  const { rows } = await owner.query<{ name: string; table: string; others: string[] }>(
    `with keys as (select i.indexrelid, i.indrelid, i.indisprimary, i.indkey::int2[] as columns from pg_index i
        join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace and i.indisunique),
      breakable as (select k.* from keys k where not k.indisprimary
        and not exists (select from keys p where p.indrelid = k.indrelid and p.indisprimary and p.columns <@ k.columns))
      select indexrelid::regclass::text as name, indrelid::regclass::text as table,
        (select coalesce(array_agg(o.indexrelid::regclass::text), '{}') from breakable o
          where o.indrelid = b.indrelid and o.indexrelid <> b.indexrelid
            and not exists (select from pg_constraint where conindid = o.indexrelid)) as others
      from breakable b order by 2, 1`,
  );
  expect(rows.length).toBeGreaterThan(12);
  const second: Record<string, Change> = {
    audit_only_one_open_of_a_kind: { kind: "follow_up", no: 2, state: "draft", report_issued_on: null },
    team_has_only_one_lead: { person_id: "#manager" },
    event_id_key: { id: "#event" },
    answer_link_one_is_open: { token_hash: "b".repeat(64) },
    letter_has_one_open_version: { no: 3, reason: "-", body_signed_on: null, body_signed_by_id: null },
    certificate_only_one_in_force: { number: "27001-002", public_token: "other" },
  };
  const wrong: string[] = [];
  for (const { name, table, others } of rows) {
    const verdict = await tryCopy(
      owner,
      table,
      others.map((other) => `drop index ${other}`),
      second[name] ?? {},
    );
    if (verdict !== name) wrong.push(`${name}: ${verdict}`);
  }
  expect(wrong).toEqual([]);
});
