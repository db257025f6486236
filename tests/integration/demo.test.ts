import pg from "pg";
import { expect, test } from "vitest";
import { NotThere } from "@/lib/outcome";
import { removeDemo } from "@/lib/store/demo";
import { bringInPeople } from "@/prisma/demo/people";
import { createOrganisation, onDatabase, START } from "../support/story";

const database = onDatabase();

async function countRows(table: string, where: string): Promise<number> {
  const client = new pg.Client({ connectionString: database.owner() });
  await client.connect();
  try {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table} WHERE ${where}`);
    return Number(rows[0]?.count);
  } finally {
    await client.end();
  }
}

test("the demonstration goes as a whole, and nothing else with it", async () => {
  process.env.CERTTRAIL_EMBEDDED = "1";
  const own = await createOrganisation("client", "Own", ["manager"]);
  const { cast } = await bringInPeople(START);
  const ana = cast.ana;
  if (!ana) throw new Error("The demo has no Ana.");
  await expect(removeDemo(own.admin)).rejects.toThrow(NotThere);
  expect(await countRows("organisation", "demo")).toBeGreaterThan(3);
  await removeDemo({ ...ana, isDemo: true });
  expect(await countRows("organisation", "demo")).toBe(0);
  expect(await countRows("person", "demo")).toBe(0);
  expect(await countRows("organisation", "NOT demo")).toBe(1);
  expect(await countRows("membership", "true")).toBe(2);
});
