/** Reads the trails of a database as the check wants them. */
import { tsImport } from "tsx/esm/api";

const ENTRIES_AT_ONCE = 5_000;
/** Of Postgres's integer: a forged entry may stand before the first. */
const LOWEST = -(2 ** 31);

const { startChainCheck } = await tsImport("../lib/trail/chain.ts", import.meta.url);

/** A ChainEntry of lib/trail/chain.ts: JSON as the very text that was hashed. */
const COLUMNS = `no, id, client_id as "clientId", to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  person_id as "personId", person_name as "personName", organisation_id as "organisationId",
  organisation_name as "organisationName", side, kind, subject_type as "subjectType", subject_id as "subjectId", machine,
  from_state as "fromState", to_state as "toState", data::text, reason, audience, recorded::text, prev_hash as "prevHash", hash`;

/** The first entry whose recorded act no longer says what the entry says. */
const OTHERWISE_RECORDED = `select e.no from event e left join recorded_act r on r.event_id = e.id
    left join stored_file f on f.id = r.file_id
  where e.project_id = $1 and e.recorded is not null
    and (jsonb_build_object('bodyId', r.body_id, 'actedOn', r.acted_on, 'actedById', r.acted_by_id, 'fileId', r.file_id)
      is distinct from e.recorded - 'sha256' or f.sha256 is distinct from e.recorded ->> 'sha256')
  order by e.no limit 1`;

/**
 * Checks every trail against itself and what was anchored (project → heads). Yields {id, name, entries, fault} a project; fault is null or {no, sentence}. One snapshot, so
 * that acts carried out meanwhile do not look like faults.
 */
export async function* checkTrails(client, anchored = new Map()) {
  await client.query("begin transaction isolation level repeatable read read only");
  try {
    const { rows } = await client.query(`select id, p.name, h.no, h.hash from
      (select id from project union select project_id from trail_head union select distinct project_id from event) as known
      left join project p using (id) left join trail_head h on h.project_id = id order by p.created_at, id`);
    for (const { id, name, no, hash } of rows) {
      const head = no === null ? null : { no, hash };
      yield { id, name: name ?? id, ...(await checkTrail(client, id, head, anchored.get(id) ?? [])) };
    }
    yield* findGoneTrails(rows, anchored);
  } finally {
    await client.query("rollback");
  }
}

/** Trails that were anchored and are not there at all; the demonstration may be removed. */
function* findGoneTrails(rows, anchored) {
  const there = new Set(rows.map(({ id }) => id));
  for (const [id, heads] of anchored) {
    const { at, no, demo } = heads.at(-1);
    if (there.has(id) || demo) continue;
    yield {
      id,
      name: id,
      entries: 0,
      fault: { no: 0, sentence: `A trail of ${no} entries was anchored at ${at} and is gone.` },
    };
  }
}

async function checkTrail(client, projectId, head, anchors) {
  const check = startChainCheck(projectId, { anchors });
  for (let behind = LOWEST; behind !== null; ) {
    const { rows } = await client.query(
      `select ${COLUMNS} from event where project_id = $1 and no > $2 order by no limit ${ENTRIES_AT_ONCE}`,
      [projectId, behind],
    );
    for (const entry of rows) {
      const fault = check.take(entry);
      if (fault) return { entries: check.last.no, fault };
    }
    behind = rows.length === ENTRIES_AT_ONCE ? check.last.no : null;
  }
  return {
    entries: check.last.no,
    fault: check.end(head) ?? (await findOtherwiseRecorded(client, projectId)),
  };
}

async function findOtherwiseRecorded(client, projectId) {
  const { rows } = await client.query(OTHERWISE_RECORDED, [projectId]);
  if (rows.length === 0) return null;
  const [{ no }] = rows;
  const sentence = `Entry ${no} records an act with another day, person or proof than the record now shows.`;
  return { no, sentence };
}
