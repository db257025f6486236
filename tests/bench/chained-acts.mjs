/** An act's two rows, the record's and its entry in the trail: with the chain that the database makes, and without. */
import { randomUUID } from "node:crypto";
import { withClient } from "../../scripts/database.mjs";

const ROUNDS = 9;
const ACTS_A_ROUND = 100;
/** Numbers of entries without a chain begin here, so that they meet none with it. */
const FIRST_PLAIN_NO = 1_000_000;

const RECORD = { name: "record", text: "update project set version = version + 1 where id = $1" };
const ENTRY = {
  name: "entry",
  text: `insert into event (project_id, client_id, no, id, at, person_id, person_name, organisation_id, organisation_name, side, kind,
      subject_type, subject_id, data, prev_hash, hash)
    select p.id, p.client_id, $3, $2::uuid, now(), $2::uuid, 'Ana Ruiz', p.client_id, 'Northwind', 'client', 'project.edit', 'project', p.id,
      '{"fields": "scope"}', '-', '-' from project p where p.id = $1`,
};

/** Milliseconds of one act, as medians over the rounds: `{ chained, plain }`. */
export async function measureActs(ownerUrl, projectId) {
  return await withClient(ownerUrl, async (client) => {
    let no = FIRST_PLAIN_NO;
    const act = async () => {
      no += 1;
      await client.query("begin");
      await client.query({ ...RECORD, values: [projectId] });
      await client.query({ ...ENTRY, values: [projectId, randomUUID(), no] });
      await client.query("commit");
    };
    const round = async (how) => {
      await client.query(`alter table event ${how} trigger chained`);
      await act();
      const begun = performance.now();
      for (let count = 0; count < ACTS_A_ROUND; count += 1) await act();
      return (performance.now() - begun) / ACTS_A_ROUND;
    };
    const times = { chained: [], plain: [] };
    for (let count = 0; count < ROUNDS; count += 1) {
      times.plain.push(await round("disable"));
      times.chained.push(await round("enable"));
    }
    const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
    return { chained: median(times.chained), plain: median(times.plain) };
  });
}
