import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyMigrations, diagnose, diffWithSchema, retryMigration } from "@/prisma/migrate.ts";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database.ts";

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});

afterEach(async () => {
  await database.drop();
});

async function change(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** The first one makes tables, so it cannot be applied twice. */
async function nameFirstMigration(): Promise<string> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select min(migration_name) as name from _prisma_migrations",
  );
  await client.end();
  return rows[0]?.name ?? "";
}

test("schema.prisma says what the migrations make", async () => {
  expect(await diffWithSchema(database.ownerUrl)).toBe("");
});

test("a migrated database has nothing pending, and applying again changes nothing", async () => {
  expect(await diagnose(database.ownerUrl)).toEqual({ pending: [], failed: [], edited: [], unknown: [] });
  expect(await applyMigrations(database.ownerUrl)).toEqual([]);
});

test("a table changed by hand shows as a difference", async () => {
  await change("alter table person add column nickname text");
  expect(await diffWithSchema(database.ownerUrl)).toContain('DROP COLUMN "nickname"');
});

test("after a failed migration nothing is applied until it is marked for another try", async () => {
  const name = await nameFirstMigration();
  await change(`update _prisma_migrations set finished_at = null where migration_name = '${name}'`);
  await expect(applyMigrations(database.ownerUrl)).rejects.toThrow(`The migration ${name} failed earlier.`);
  await retryMigration(database.ownerUrl, name);
  expect((await diagnose(database.ownerUrl)).pending).toEqual([name]);
});

test("a migration that fails half-way keeps nothing and says what the database said", async () => {
  const name = await nameFirstMigration();
  await change(`delete from _prisma_migrations where migration_name = '${name}'`);
  await expect(applyMigrations(database.ownerUrl)).rejects.toThrow(
    new RegExp(`The migration ${name} did not apply, and nothing of it is kept: .*already exists`),
  );
  expect((await diagnose(database.ownerUrl)).failed).toEqual([name]);
});

test("a migration whose text was changed after it ran is refused", async () => {
  await change("update _prisma_migrations set checksum = 'another'");
  await expect(applyMigrations(database.ownerUrl)).rejects.toThrow("another text of the migration");
});

test("a database made by a newer version is refused", async () => {
  await change(`insert into _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
    values ('1', 'x', now(), '20991231000000_of_tomorrow', 1)`);
  await expect(applyMigrations(database.ownerUrl)).rejects.toThrow(
    "20991231000000_of_tomorrow, which this version does not have",
  );
});
