import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { openWorld, tryAs } from "../support/world";

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

const NOT_ALLOWED = "42501";
const READ_ONLY = ["allowed_move", "trail_anchor_head", "trail_head"];
/** Of these the product changes what happens to them, never whom they are for or what they say. */
const CHANGED_IN_PART = ["answer_link", "competence", "message", "request_question", "scope_profile"];
const INSERT_ONLY = [
  "awareness_entry",
  "answer_link_use",
  "body_note",
  "choice",
  "decision",
  "event",
  "exchange_rate",
  "expertise_mark",
  "file_scan",
  "finding_photo",
  "grade_change",
  "organisation_event",
  "oidc_attempt",
  "passkey_challenge",
  "plan_submission",
  "register_picture",
  "report",
  "request_attachment",
  "request_reminder",
  "soa_evidence",
  "soa_version",
  "stored_file",
];
/** Unfinished work: everything else stays once it is written. */
const DELETABLE = [
  "accreditation",
  "act_request",
  "awareness_entry",
  "body_note",
  "comparison_note",
  "concern",
  "document",
  "evidence",
  "exchange_rate",
  "expertise_mark",
  "finding",
  "identity_provider",
  "interview",
  "invitation",
  "oidc_attempt",
  "passkey",
  "passkey_challenge",
  "plan_action",
  "plan_session",
  "plan_task",
  "project_site",
  "recovery_code",
  "request_attachment",
  "second_factor",
  "session",
  "sign_in_domain",
  "soa_evidence",
  "soa_line",
  "team_member",
  "throttle",
  "treatment_line",
];

async function listTables(right: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and relname <> '_prisma_migrations' and has_table_privilege('certtrail_app', oid, $1) order by 1`,
    [right],
  );
  return rows.map(({ name }) => name);
}

test("the product deletes unfinished work alone, and rewrites nothing that is append-only", async () => {
  const all = await listTables("SELECT");
  expect(await listTables("DELETE")).toEqual(DELETABLE);
  expect(await listTables("UPDATE")).toEqual(
    all.filter((name) => ![...READ_ONLY, ...INSERT_ONLY, ...CHANGED_IN_PART].includes(name)),
  );
  expect(await listTables("INSERT")).toEqual(all.filter((name) => !READ_ONLY.includes(name)));
  expect(await listTables("TRUNCATE")).toEqual([]);
  expect(await listTables("TRIGGER")).toEqual([]);
});

test.each([
  ["a message", "message", "how far it has come", ["failure", "mail", "next_try_at", "read_at", "tries"]],
  ["a version of a scope", "scope_profile", "that bodies are told it", ["told"]],
  ["an answer link", "answer_link", "that it has ended", ["revoked_at"]],
  ["a question", "request_question", "its answer", ["answer", "answered_at", "answered_by_id"]],
])("of %s (%s) only %s can be changed", async (_one, table, _part, columns) => {
  const { rows } = await owner.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0
       and has_column_privilege('certtrail_app', attrelid, attnum, 'UPDATE') order by attname`,
    [table],
  );
  expect(rows.map(({ name }) => name)).toEqual(columns);
});

test("the product's role owns nothing and has no power over the server", async () => {
  const { rows } = await owner.query(
    `select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolreplication, rolcanlogin,
      (select count(*)::int from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = 'certtrail_app'`,
  );
  expect(rows).toEqual([
    {
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolbypassrls: false,
      rolreplication: false,
      rolcanlogin: false,
      owns: 0,
    },
  ]);
});

test.each([
  "drop table decision",
  "truncate event",
  "alter table finding disable trigger issued_finding",
  "alter table certificate drop constraint certificate_rests_on_a_grant",
  "drop trigger append_only on event",
  "drop index decision_grants_a_case_only_once",
  "set session_replication_role = replica",
  "create or replace function keep_unchanged() returns trigger language sql as 'select null'",
  "create table public.loophole (id int)",
  "create function public.loophole() returns int language sql as 'select 1'",
  "insert into allowed_move values ('audit', 'draft', 'concluded')",
  "update trail_head set no = 0",
  "delete from trail_head",
  "delete from certificate",
  "delete from project",
  "delete from audit",
])("the product cannot: %s", async (sql) => {
  expect(await tryAs("app", owner, [], sql)).toBe(NOT_ALLOWED);
});
