import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database.ts";

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});

afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test("a test database works as the product's role, in UTC, with every migration applied", async () => {
  const [session] = await ask(first.appUrl, "select current_user, current_setting('timezone') as zone");
  expect(session).toEqual({ current_user: "certtrail_app", zone: "UTC" });
  const [history] = await ask<{ applied: number }>(
    first.ownerUrl,
    "select count(*)::int as applied from _prisma_migrations where finished_at is not null",
  );
  expect(history?.applied).toBeGreaterThan(0);
});

test("the product's role may not change tables, nor the history of migrations", async () => {
  await expect(ask(first.appUrl, "create table mine (id int)")).rejects.toMatchObject({ code: "42501" });
  await expect(ask(first.appUrl, "delete from _prisma_migrations")).rejects.toMatchObject({
    code: "42501",
  });
});

test("two test databases do not see each other's rows", async () => {
  await ask(first.ownerUrl, "create table only_here (id int)");
  await expect(ask(second.ownerUrl, "select 1 from only_here")).rejects.toMatchObject({ code: "42P01" });
});
