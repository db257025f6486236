import type pg from "pg";
import { idOf } from "./world";

const LOT = 500;

/** Copies the finding of a world so many times, each with an entry of its own in the project's trail. */
export async function layManyFindings(world: pg.Client, count: number): Promise<void> {
  const { rows } = await world.query<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
     where table_schema = 'public' and table_name = 'finding' and column_name not in ('id', 'number')`,
  );
  const columns = rows[0]?.columns ?? "";
  await world.query(
    `insert into finding (id, number, ${columns})
     select gen_random_uuid(), 'NC-' || (n + 1000), ${columns} from finding, generate_series(1, $2) n where id = $1`,
    [idOf("finding"), count],
  );
  // In lots: within one transaction the head of the chain leaves a dead row behind for each entry.
  for (let laid = 0; laid < count; laid += LOT) {
    await world.query(
      `insert into event (project_id, client_id, id, no, at, person_id, person_name, organisation_id, organisation_name, side,
       kind, subject_type, subject_id, data, prev_hash, hash)
     select project_id, client_id, gen_random_uuid(), 0, at, person_id, person_name, organisation_id, organisation_name, side,
       kind, subject_type, subject_id, data, '-', '-'
     from event, generate_series(1, $2) where project_id = $1 and no = 1`,
      [idOf("project"), Math.min(LOT, count - laid)],
    );
  }
}
