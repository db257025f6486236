import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { NotThere } from "@/lib/outcome";
import { db } from "@/lib/store/db";
import { checkTrail } from "@/lib/store/trail-check";
import { chainColumns } from "@/lib/store/trail-sql";
import { type ChainEntry, hashEntry } from "@/lib/trail/chain";
import { chooseBody, planProject } from "../support/sourcing-story";
import { createOrganisation, onDatabase } from "../support/story";
import { CUT_WITH_HEAD, tamper, tamperings } from "../support/tampered-trail";

const database = onDatabase();

async function chosen(name: string) {
  const scene = await planProject(name);
  await chooseBody(scene);
  return scene;
}

/** A certification case, which opens the project to the chosen body. */
async function openCase(manager: Actor, projectId: string): Promise<void> {
  await db(manager)
    .$executeRaw`INSERT INTO certification_case (id, project_id, client_id, body_id, state, version, created_at)
    SELECT gen_random_uuid(), id, client_id, body_id, 'engaged', 0, now() FROM project WHERE id = ${projectId}::uuid`;
}

const NASTY = {
  text: 'quote " backslash \\ tab \t line \n bell \u0007 delete \u007f separator \u2028 Ünïcode 𝒳 <b>',
  "": "",
  longerKey: 1.5,
  b: true,
  a: [null, -0.1, 12345678901234567890n.toString(), { nested: [] }],
};

test("the hash made here is the hash the database made, whatever an entry says", async () => {
  const { projectId, manager } = await planProject('Nasty "quotes" \\ & Söhne');
  await db(manager).event.create({
    data: {
      ...{
        id: manager.personId,
        projectId,
        clientId: manager.organisationId,
        no: 0,
        prevHash: "-",
        hash: "-",
      },
      ...{ at: new Date("2027-02-01T08:00:00.007Z"), personId: manager.personId, personName: NASTY.text },
      ...{
        organisationId: manager.organisationId,
        organisationName: "𝒳 & Co",
        side: "client",
        kind: "file.read",
      },
      ...{ subjectType: "file", subjectId: projectId, data: NASTY, reason: NASTY.text },
      recorded: { actedOn: "2027-01-01", sha256: "ü" },
    },
  });
  const entries = await db(manager).$queryRaw<ChainEntry[]>`
    SELECT ${chainColumns} FROM event e WHERE e.project_id = ${projectId}::uuid ORDER BY e.no`;
  expect(entries.length).toBeGreaterThan(1);
  expect(entries.map((entry) => hashEntry(projectId, entry))).toEqual(entries.map(({ hash }) => hash));
});

test("each side checks the whole chain, also over entries that only the other side may read", async () => {
  const { manager, projectId, planner } = await chosen("Whole");
  const total = await db(manager).event.count({ where: { projectId } });
  await openCase(manager, projectId);
  expect(await checkTrail(manager, projectId)).toEqual({ from: 1, to: total, total, sealed: 0, fault: null });
  const own = await db(manager).event.count({ where: { projectId, audience: "client" } });
  expect(own).toBeGreaterThan(0);
  expect(await checkTrail(planner, projectId)).toMatchObject({ to: total, total, sealed: own, fault: null });
});

test("a long trail is checked part by part, and each part goes on where the last one ended", async () => {
  const { manager, projectId } = await chosen("Parts");
  const total = await db(manager).event.count({ where: { projectId } });
  const parts: number[] = [];
  for (let behind = 0; behind < total; ) {
    const part = await checkTrail(manager, projectId, { behind, atOnce: 2 });
    expect(part).toMatchObject({ from: behind + 1, fault: null, total });
    parts.push(part.to - behind);
    behind = part.to;
  }
  expect(parts.length).toBe(Math.ceil(total / 2));
  await expect(checkTrail(manager, projectId, { behind: total + 1 })).rejects.toThrow(NotThere);
});

test.each(Object.entries(tamperings))("the check finds %s", async (name, { statements, sentence }) => {
  const { manager, projectId } = await chosen(name);
  await tamper(database.owner(), projectId, ...statements);
  const { fault } = await checkTrail(manager, projectId);
  expect(fault?.sentence).toContain(sentence);
});

test("a tail that is cut together with its head looks whole by itself", async () => {
  const { manager, projectId } = await chosen("Cut whole");
  await tamper(database.owner(), projectId, ...CUT_WITH_HEAD);
  expect(await checkTrail(manager, projectId)).toMatchObject({ total: 3, fault: null });
});

test("what the other side may not read is checked by the database, which finds an edit there too", async () => {
  const { manager, planner, projectId } = await chosen("Sealed");
  await openCase(manager, projectId);
  await tamper(
    database.owner(),
    projectId,
    "update event set reason = 'Another' where project_id = $1 and audience = 'client'",
  );
  const { fault } = await checkTrail(planner, projectId);
  expect(fault?.sentence).toContain("was changed");
});

test("a stranger finds no trail to check, and an action owner has no right to one", async () => {
  const { projectId } = await planProject("Not theirs");
  const { manager: stranger, owner } = await createOrganisation("client", "Elsewhere", ["manager", "owner"]);
  await expect(checkTrail(stranger, projectId)).rejects.toThrow(NotThere);
  await expect(checkTrail(owner, projectId)).rejects.toThrow(NotThere);
  const links = await db(stranger).$queryRaw`SELECT * FROM trail_links(${projectId}::uuid, 0, 100)`;
  expect(links).toEqual([]);
});

test("npm run trail:verify says a line a project, and fails at the first fault with its sentence", async () => {
  const verify = () =>
    promisify(execFile)(process.execPath, ["scripts/trail-verify.mjs"], {
      env: { ...process.env, DATABASE_URL: database.owner(), DATABASE_MIGRATION_URL: "" },
    });
  // The trails that the tests above have broken would be found first.
  await tamper(
    database.owner(),
    null,
    "delete from event where $1::text is null",
    "delete from trail_head where $1::text is null",
  );
  const { projectId } = await chosen("Verified");
  expect((await verify()).stdout).toMatch(
    /\d+ entries, chain whole {2}Verified ISMS\n[\s\S]*Every chain is whole/,
  );
  await tamper(database.owner(), projectId, "update event set reason = '-' where project_id = $1 and no = 1");
  await expect(verify()).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining("Verified ISMS: Entry 1 was changed"),
  });
});
