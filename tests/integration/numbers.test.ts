import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database.ts";
import { closeRows, rows } from "../support/rows";

const PROJECT = "01900000-0000-7000-8000-000000000003";
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", database.ownerUrl);
  vi.stubEnv("AUTH_SECRET", "a secret for tests alone, long enough for the rule");
  vi.stubEnv("CERTTRAIL_ORIGIN", "http://localhost:3000");
  vi.stubEnv("CERTTRAIL_DATA", "unused");
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query(`
    insert into organisation (id, kind, slug, name, legal_name, time_zone, created_at)
      values ('01900000-0000-7000-8000-000000000001', 'client', 'northwind', 'Northwind Ltd', 'Northwind Ltd', 'UTC', now());
    insert into project (id, client_id, name, standard_id, scope, persons_in_scope, time_zone, created_at)
      values ('${PROJECT}', '01900000-0000-7000-8000-000000000001', 'Certification', 'iso-iec-27001-2022', 'All', 10, 'UTC', now());`);
  await owner.end();
});

afterAll(async () => {
  await closeRows();
  await database.drop();
  vi.unstubAllEnvs();
});

test("20 numbers taken at the same time are 20 different numbers without a hole", async () => {
  const { takeNumber } = await import("@/lib/store/numbers");
  const taken = await Promise.all(
    Array.from({ length: 20 }, () => rows().$transaction((tx) => takeNumber(tx, PROJECT, "NC"))),
  );
  const expected = Array.from({ length: 20 }, (_, index) => `NC-${String(index + 1).padStart(3, "0")}`);
  expect(taken.toSorted()).toEqual(expected);
});

test("an act that is not carried out gives its number back, and each kind counts on its own", async () => {
  const { takeNumber } = await import("@/lib/store/numbers");
  const undone = rows().$transaction(async (tx) => {
    expect(await takeNumber(tx, PROJECT, "S1")).toBe("S1-01");
    throw new Error("not carried out");
  });
  await expect(undone).rejects.toThrow("not carried out");
  expect(await rows().$transaction((tx) => takeNumber(tx, PROJECT, "S1"))).toBe("S1-01");
  expect(await rows().$transaction((tx) => takeNumber(tx, PROJECT, "S1"))).toBe("S1-02");
});
