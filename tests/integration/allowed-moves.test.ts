import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { machines } from "@/lib/lifecycle/machines";
import { createTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Every move the tables can make, and staying in each state. */
function movesOfTheTables(): string[] {
  const moves = new Set<string>();
  for (const { name, states, commands } of Object.values(machines)) {
    for (const state of states) moves.add(`${name}: ${state} → ${state}`);
    for (const { from, to } of Object.values(commands)) {
      for (const start of from)
        for (const end of to) moves.add(`${name}: ${start} → ${end === "stay" ? start : end}`);
    }
  }
  return [...moves].sort();
}

test("the database allows exactly the moves of the lifecycle tables", async () => {
  const { rows } = await client.query<{ move: string }>(
    "SELECT machine || ': ' || from_state || ' → ' || to_state AS move FROM allowed_move",
  );
  expect(rows.map(({ move }) => move).sort()).toEqual(movesOfTheTables());
});
