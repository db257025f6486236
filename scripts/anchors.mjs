/** Anchors of the trails: taken with the owner's rights, signed with a key the database does not have, kept twice. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tsImport } from "tsx/esm/api";
import { hashOf } from "./data-folder.mjs";
import { withClient } from "./database.mjs";
import { Refusal } from "./refusal.mjs";

const { checkAnchors, exportKey, fingerprint, signAnchor } = await tsImport(
  "../lib/trail/anchor.ts",
  import.meta.url,
);

/** The instant is the server's: a fixed clock of a demonstration must not date an anchor. */
const HEADS = `select h.project_id as project, h.no, h.hash, coalesce(p.demo, false) as demo
  from trail_head h left join project p on p.id = h.project_id where h.no > 0`;
const NOW = `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;
const LAST_HEADS =
  "select distinct on (project_id) project_id as project, no from trail_anchor_head order by project_id, at desc";
const KEPT = 'select content, hash, public_key as "publicKey", signature from trail_anchor';

/** The private key of CERTTRAIL_ANCHOR_KEY (a PEM file), or the data folder's own, made once and readable by nobody else. */
export function openAnchorKey(dataFolder) {
  const file = process.env.CERTTRAIL_ANCHOR_KEY || join(dataFolder, "anchor-key.pem");
  if (!existsSync(file)) {
    if (process.env.CERTTRAIL_ANCHOR_KEY) {
      throw new Refusal(
        `CERTTRAIL_ANCHOR_KEY names ${file}, which is not there. Name a PEM file with an Ed25519 key.`,
      );
    }
    makeKey(file);
  }
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== "ed25519") {
    throw new Refusal(`${file} holds no Ed25519 key. Make one with: openssl genpkey -algorithm ed25519`);
  }
  return key;
}

/** Linked into place: of two starts at once, both then use the one that came first. */
function makeKey(file) {
  const beside = `${file}.${process.pid}`;
  const pem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" });
  writeFileSync(beside, pem, { mode: 0o600 });
  try {
    linkSync(beside, file);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  } finally {
    rmSync(beside);
  }
}

/** Where the files lie: one data folder may have served several databases, whose anchors do not follow each other. */
export function anchorFolder(dataFolder, { url, isEmbedded }) {
  const { host, pathname } = new URL(url);
  return isEmbedded ? join(dataFolder, "anchors") : join(dataFolder, "anchors", hashOf(`${host}${pathname}`));
}

/** Takes an anchor of every trail. Returns {at, trails, file}. */
export async function takeAnchor(database, dataFolder) {
  const key = openAnchorKey(dataFolder);
  const folder = anchorFolder(dataFolder, database);
  mkdirSync(folder, { recursive: true });
  return await withClient(database.url, async (client) => {
    await client.query("begin");
    // One anchor after the other, each tied to the one before.
    await client.query("lock table trail_anchor in share row exclusive mode");
    const ask = async (sql) => (await client.query(sql)).rows;
    const [[{ at }], heads, earlier] = [await ask(NOW), await ask(HEADS), await ask(LAST_HEADS)];
    const previous = (await listAnchors(client, folder)).at(-1);
    const lastNo = new Map(earlier.map(({ project, no }) => [project, no]));
    const changed = heads.filter(({ project, no }) => lastNo.get(project) !== no);
    const content = { anchor: randomUUID(), at, previous: previous?.hash ?? null, heads };
    const signed = signAnchor(content, changed, key);
    await keep(client, content, signed);
    const mailed = process.env.CERTTRAIL_SMTP ? await mail(client, content, signed.heads) : 0;
    const file = join(folder, `${at.replaceAll(":", "-")}.json`);
    // Before the commit: a row whose file is missing would be an anchor that only the database vouches for.
    writeFileSync(file, `${JSON.stringify(signed.anchor, null, 1)}\n`, { flag: "wx", flush: true });
    await client.query("commit");
    return { at, trails: heads.length, mailed, file, key: fingerprint(signed.anchor.publicKey) };
  });
}

async function keep(client, { anchor, at }, signed) {
  const { content, hash, publicKey, signature } = signed.anchor;
  await client.query(
    "insert into trail_anchor (id, at, content, hash, public_key, signature) values ($1, $2, $3, $4, $5, $6)",
    [anchor, at, content, hash, publicKey, signature],
  );
  await client.query(
    `insert into trail_anchor_head (project_id, anchor_id, at, no, hash, demo, public_key, signature)
     select project, $2, $3, no, hash, demo, "publicKey", signature from jsonb_to_recordset($1::jsonb)
       as h(project uuid, no int, hash text, demo boolean, "publicKey" text, signature text)`,
    [JSON.stringify(signed.heads), anchor, at],
  );
}

/** To the administrators of both sides of each trail that went on: what they download by hand as "Trail anchors.json". */
const MAIL = `
  with head as (
    select h as content, o.id as organisation_id, o.name, o.slug from jsonb_array_elements($1::jsonb) h
      join project p on p.id = (h ->> 'project')::uuid and not p.demo
      join organisation o on o.id in (p.client_id, p.body_id) and o.connected
  ), copy as (
    select organisation_id, name, slug, count(*) as trails, jsonb_pretty(jsonb_build_object('certtrail', 'trail anchors',
      'organisation', name, 'heads', jsonb_agg(content order by content ->> 'project'))) as attachment
    from head group by 1, 2, 3
  )
  insert into message (id, organisation_id, address, kind, subject, about, path, attachment, created_at, mail, next_try_at)
  select gen_random_uuid(), c.organisation_id, q.email, 'trail.anchor', 'Anchors of ' || c.trails ||
    case c.trails when 1 then ' trail' else ' trails' end, c.name, '/' || c.slug, c.attachment, $2, 'waiting', $2
  from copy c join membership m on m.organisation_id = c.organisation_id and m.active and 'admin' = any(m.roles)
    join person q on q.id = m.person_id and q.email is not null`;

async function mail(client, { at }, heads) {
  return (await client.query(MAIL, [JSON.stringify(heads), at])).rowCount;
}

/** Every anchor that a row or a file keeps, oldest first. */
async function listAnchors(client, folder) {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".json")) : [];
  const files = names.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")));
  // A file stands for its row: whoever rewrites the database does not reach the files.
  const all = new Map([...(await client.query(KEPT)).rows, ...files].map((anchor) => [anchor.hash, anchor]));
  const dated = [...all.values()].map((anchor) => ({ ...anchor, at: JSON.parse(anchor.content).at }));
  return dated.sort((one, two) => (one.at < two.at ? -1 : 1));
}

/**
 * What was anchored, from files and rows together: {fault, heads: project → AnchoredHead[], count, ignored}. Anchors of
 * another key than this installation's prove nothing here: anybody can sign with a key of their own.
 */
export async function readAnchors(client, database, dataFolder) {
  const anchors = await listAnchors(client, anchorFolder(dataFolder, database));
  const own = anchors.length === 0 ? null : exportKey(createPublicKey(openAnchorKey(dataFolder)));
  const ours = anchors.filter(({ publicKey }) => publicKey === own);
  const heads = new Map();
  for (const { at, content } of ours) {
    for (const { project, no, hash, demo } of JSON.parse(content).heads) {
      heads.set(project, [...(heads.get(project) ?? []), { at, no, hash, demo }]);
    }
  }
  const fault = checkAnchors(anchors);
  return { fault, heads, count: ours.length, ignored: anchors.length - ours.length };
}
