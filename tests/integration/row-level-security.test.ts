import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../support/database";
import { idOf, openWorld, tryAs, undone } from "../support/world";

/** What belongs to the installation and to no organisation. */
const INSTALLATION = [
  "_prisma_migrations",
  "act_request",
  "allowed_move",
  "oidc_attempt",
  "passkey",
  "passkey_challenge",
  "password_reset",
  "person",
  "recovery_code",
  "second_factor",
  "session",
  "throttle",
  "trail_anchor",
];
/** Open to every organisation on CertTrail: the register of its certification bodies. */
const REGISTER = ["accreditation", "organisation"];

let database: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await openWorld(database.ownerUrl);
});

afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function listGuarded(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and relrowsecurity and relforcerowsecurity order by 1`,
  );
  return rows.map(({ name }) => name);
}

interface Who {
  org?: string;
  person?: string;
  door?: string;
}

/** What one asker does as the product's role; everything is undone. */
async function asAsker<T>({ org, person, door }: Who, work: () => Promise<T>): Promise<T> {
  return await undone(owner, async () => {
    await owner.query("set local role certtrail_app");
    await owner.query(
      "select set_config('app.org', $1, true), set_config('app.person', $2, true), set_config('app.door', $3, true)",
      [org ? idOf(org) : "", person ? idOf(person) : "", door ?? ""],
    );
    return await work();
  });
}

const count = async (table: string) =>
  (await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? 0;

/** The guarded tables of which an asker sees a row. */
async function seenBy(who: Who): Promise<string[]> {
  const tables = await listGuarded();
  return await asAsker(who, async () => {
    const seen: string[] = [];
    for (const table of tables) if ((await count(table)) > 0) seen.push(table);
    return seen;
  });
}

test("every table but the installation's own is guarded, for its owner too, and holds a row to try it on", async () => {
  const { rows } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1",
  );
  const guarded = await listGuarded();
  expect(rows.map(({ name }) => name).filter((name) => !guarded.includes(name))).toEqual(INSTALLATION);
  for (const table of guarded) expect([table, await count(table)]).not.toEqual([table, 0]);
});

describe("without a word of the store, the database alone", () => {
  test("shows nothing to who does not say who asks", async () => {
    expect(await seenBy({})).toEqual([]);
  });

  test("shows another organisation the register, and its own entry there, and nothing else", async () => {
    expect(await seenBy({ org: "stranger" })).toEqual(REGISTER);
    const ids = await asAsker(
      { org: "stranger" },
      async () => (await owner.query("select id from organisation order by slug")).rows,
    );
    expect(ids).toEqual([{ id: idOf("stranger") }, { id: idOf("body") }]);
  });

  test("shows both parties their project with all that belongs to it", async () => {
    const ofTheOther = {
      client: ["body_counter", "competence"],
      body: [
        "answer_link",
        "body_note",
        "choice",
        "comparison_note",
        "comparison_weights",
        "document",
        "exchange_rate",
        "expertise_mark",
        "identity_provider",
        "invitation",
        "message",
        "oidc_identity",
        "plan_task",
        "register_picture",
        "awareness_entry",
        "soa_evidence",
        "treatment_line",
        "request_reminder",
        "sign_in_domain",
        "soa_line",
      ],
    };
    for (const side of ["client", "body"] as const) {
      const seen = await seenBy({ org: side });
      const expected = (await listGuarded()).filter((table) => !ofTheOther[side].includes(table));
      expect([side, ...seen]).toEqual([
        side,
        ...expected.filter((table) => side === "client" || table !== "organisation_event"),
      ]);
    }
  });

  test("shows a body that was asked to propose the project, its own request and proposal, and no rival's", async () => {
    const seen = await undone(owner, async () => {
      await owner.query(`insert into organisation (name, legal_name, time_zone, created_at, id, kind, slug)
        values ('Rival', 'Rival Ltd', 'UTC', '2027-05-18T10:00Z', '${idOf("new")}', 'body', 'rival')`);
      await owner.query(`insert into body_request (id, project_id, client_id, body_id, sent_at)
        values ('${idOf("new")}', '${idOf("project")}', '${idOf("client")}', '${idOf("new")}', '2027-05-18T10:00Z')`);
      await owner.query("set local role certtrail_app");
      await owner.query("select set_config('app.org', $1, true)", [idOf("new")]);
      const found: Record<string, number> = {};
      for (const table of await listGuarded()) {
        const n = await count(table);
        if (n > 0) found[table] = n;
      }
      return found;
    });
    // The project brings what asking for an offer tells: the client, its sites, its people's names, the counters of numbers.
    expect(seen).toMatchObject({ project: 1, body_request: 1 });
    for (const hidden of [
      "proposal",
      "certification_case",
      "audit",
      "finding",
      "stored_file",
      "file_scan",
      "evidence",
      "event",
      "decision",
      "letter",
    ]) {
      expect([hidden, seen[hidden]]).toEqual([hidden, undefined]);
    }
  });

  test("keeps drafts and working notes on the side that wrote them", async () => {
    await undone(owner, async () => {
      await owner.query("set local session_replication_role = replica");
      await owner.query(
        "update finding set state = 'draft', number = null, issued_on = null, issued_by_id = null, plan_due_on = null, verified_on = null, verified_by_id = null",
      );
      await owner.query(
        "update concern set state = 'draft', number = null, answer = null, answered_by_id = null, answered_on = null, comment = null, accepted_by_id = null, accepted_on = null",
      );
      await owner.query("update event set audience = 'body'");
      await owner.query("set local session_replication_role = origin");
      await owner.query("set local role certtrail_app");
      const seen: Record<string, number[]> = {};
      for (const side of ["client", "body"]) {
        await owner.query("select set_config('app.org', $1, true)", [idOf(side)]);
        seen[side] = [await count("finding"), await count("concern"), await count("event")];
      }
      expect(seen.client).toEqual([0, 0, 0]);
      expect(seen.body?.every((n) => n > 0)).toBe(true);
    });
  });

  test("lets nobody write rows of another organisation, nor change or delete them", async () => {
    const project = `insert into project (id, client_id, name, standard_id, scope, persons_in_scope, time_zone, created_at)
      values ('#new', '#client', 'Theirs', 'iso-27001-2022', 'All', 1, 'UTC', now())`;
    const verdicts = await asAsker({ org: "stranger" }, async () => ({
      changed: (await owner.query("update finding set version = version + 1")).rowCount,
      deleted: (await owner.query("delete from evidence")).rowCount,
      renamed: (await owner.query("update organisation set name = 'Mine' where kind = 'body'")).rowCount,
    }));
    expect(verdicts).toEqual({ changed: 0, deleted: 0, renamed: 0 });
    const asStranger = ["set local role certtrail_app", "select set_config('app.org', '#stranger', true)"];
    expect(await tryAs("owner", owner, asStranger, project)).toBe("42501");
    const asClient = ["set local role certtrail_app", "select set_config('app.org', '#client', true)"];
    expect(await tryAs("owner", owner, asClient, project)).toBeNull();
  });

  test("lets the front door see organisations and their members, and no project", async () => {
    const seen = await seenBy({ door: "front" });
    expect(seen).toEqual([
      "accreditation",
      "identity_provider",
      "invitation",
      "membership",
      "oidc_identity",
      "organisation",
      "organisation_event",
      "sign_in_domain",
    ]);
  });
});

test("who asked is forgotten with the end of the transaction", async () => {
  await asAsker({ org: "client" }, async () => expect(await count("project")).toBe(1));
  await undone(owner, async () => {
    await owner.query("set local role certtrail_app");
    expect(await count("project")).toBe(0);
  });
});
