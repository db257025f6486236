import pg from "pg";

/**
 * Changes rows as somebody with the owner's rights would: with every trigger off. The statements name the project as $1.
 */
export async function tamper(
  ownerUrl: string,
  projectId: string | null,
  ...statements: string[]
): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    await client.query("set local session_replication_role = replica");
    for (const sql of statements) await client.query(sql, [projectId]);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

const copy = (change: string) =>
  `insert into event select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), ${change}))).*
   from event e where project_id = $1 and no = 3`;

const renumber = (from: number, to: number) =>
  `update event set no = ${to} where project_id = $1 and no = ${from}`;

/** Writes the hashes of the whole trail anew, as one who knows the formula would. */
const REWRITE = `do $$ declare
    e event; last text := repeat('0', 64);
  begin
    for e in select * from event where project_id = 'PROJECT' order by no loop
      e.prev_hash := last;
      last := trail_hash(e);
      update event set prev_hash = e.prev_hash, hash = last where project_id = 'PROJECT' and no = e.no;
    end loop;
    update trail_head set hash = last, no = (select max(no) from event where project_id = 'PROJECT') where project_id = 'PROJECT';
  end $$`;

/** Rewrites the trail whole after the given statements. */
export async function rewrite(ownerUrl: string, projectId: string, ...statements: string[]): Promise<void> {
  await tamper(ownerUrl, projectId, ...statements);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      `set session_replication_role = replica; ${REWRITE.replaceAll("PROJECT", projectId)}; reset session_replication_role`,
    );
  } finally {
    await client.end();
  }
}

export const EDIT = "update event set person_name = 'Somebody else' where project_id = $1 and no = 2";

/** What a tamperer does to a trail of five entries or more, and how the check says it. */
export const tamperings: Record<string, { statements: string[]; sentence: string }> = {
  "an entry that was edited": {
    statements: [EDIT],
    sentence: "Entry 2 was changed: its content does not give its hash.",
  },
  "an entry whose data was edited": {
    statements: [
      `update event set data = data || '{"standard": "ISO 9001"}' where project_id = $1 and no = 1`,
    ],
    sentence: "Entry 1 was changed: its content does not give its hash.",
  },
  "an entry that was deleted": {
    statements: ["delete from event where project_id = $1 and no = 2"],
    sentence: "Entry 2 is missing: it was deleted outside CertTrail.",
  },
  "an entry that was inserted at the end": {
    statements: [copy("'no', (select max(no) + 1 from event where project_id = $1)")],
    sentence: "was changed: its content does not give its hash.",
  },
  "an entry that was inserted in the middle, with a hash that fits": {
    statements: [
      "update event set no = -no where project_id = $1 and no > 3",
      "update event set no = 1 - no where project_id = $1 and no < 0",
      copy("'no', 4, 'prev_hash', e.hash"),
      "update event e set hash = trail_hash(e) where project_id = $1 and no = 4",
    ],
    sentence: "Entry 4 was inserted: the entry after it was written as entry 4 and follows entry 3.",
  },
  "two entries that changed places": {
    statements: [renumber(2, -1), renumber(3, 2), renumber(-1, 3)],
    sentence: "Entry 3 stands in the place of entry 2: the entries were put in another order.",
  },
  "a tail that was cut": {
    statements: ["delete from event where project_id = $1 and no > 3"],
    sentence: "The trail ends with entry 3, and its head names entry ",
  },
};

/** Cuts the tail and sets the head back, so that the chain alone looks whole. */
export const CUT_WITH_HEAD = [
  "delete from event where project_id = $1 and no > 3",
  `update trail_head set no = 3, hash = (select hash from event where project_id = $1 and no = 3) where project_id = $1`,
];
