import { expect, test } from "vitest";
import { pool } from "@/lib/store/pool";
import { recordQuery } from "@/lib/store/record-sql";
import { createParties, openFindings } from "../support/open-findings";
import { onDatabase } from "../support/story";

onDatabase();

/** Postgres tries five plans for the values at hand before it would weigh one for all; a page must not wait for them. */
const ASKED = 3;

test("a statement is planned once a connection, and not again for the values of each asking", async () => {
  const { projectId } = await openFindings(await createParties());
  const planned = await pool().$transaction(async (tx) => {
    for (let time = 0; time < ASKED; time += 1) {
      await tx.$queryRaw(recordQuery([projectId]));
      await tx.project.findMany({ where: { id: projectId }, take: 1 });
    }
    return await tx.$queryRaw<{ statement: string; generic: number; custom: number }[]>`
      SELECT statement, generic_plans::int AS generic, custom_plans::int AS custom FROM pg_prepared_statements
      WHERE generic_plans + custom_plans >= ${ASKED}`;
  });
  expect(planned.filter(({ statement }) => statement.includes("certificationCase"))).toHaveLength(1);
  expect(planned.filter(({ statement }) => statement.startsWith("SELECT"))).not.toEqual([]);
  expect(planned.filter(({ custom }) => custom > 0)).toEqual([]);
});
