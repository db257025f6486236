import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { deliverDue } from "@/lib/mail/worker";
import { isHeadSigned, type SignedHead } from "@/lib/trail/anchor";
import { type MailServer, openMailServer } from "../support/mail-server";
import { rows } from "../support/rows";
import { chooseBody, planProject, type SourcingScene } from "../support/sourcing-story";
import { onDatabase } from "../support/story";

/** Read once at the start of a process, so the port is chosen before anything of the product is loaded. */
const port = vi.hoisted(() => {
  const chosen = 30_000 + (process.pid % 10_000);
  process.env.CERTTRAIL_SMTP = `smtp://127.0.0.1:${chosen}`;
  process.env.CERTTRAIL_MAIL_FROM = "certtrail@mail.example";
  return chosen;
});
const database = onDatabase();
let folder: string;
let server: MailServer;

const takeAnchor = async (smtp = process.env.CERTTRAIL_SMTP) => {
  const env = { ...process.env, CERTTRAIL_SMTP: smtp, CERTTRAIL_DATA: folder };
  Object.assign(env, { DATABASE_URL: database.owner(), DATABASE_MIGRATION_URL: "" });
  return (await promisify(execFile)(process.execPath, ["scripts/trail-anchor.mjs"], { env })).stdout;
};
/** A project on which client and body are agreed, and the addresses of both sides' administrators. */
async function begin(name: string): Promise<SourcingScene & { addresses: string[] }> {
  const scene = await planProject(name);
  await chooseBody(scene);
  const organisations = [scene.manager.organisationId, scene.planner.organisationId];
  const administrators = await rows().membership.findMany({
    where: { organisationId: { in: organisations }, roles: { has: "admin" } },
    include: { person: true },
  });
  return { ...scene, addresses: administrators.map(({ person }) => person.email ?? "").sort() };
}

/** Long after everything is due. */
const LATE = new Date("2040-01-01T00:00:00Z");
const deliverAll = async () => {
  while ((await deliverDue(LATE)) > 0);
};

/** The heads in the file that a mail carries. */
function attachedTo({ raw }: { raw: string }): SignedHead[] {
  const [, encoded = ""] = /filename=trail-anchors\.json[\s\S]*?\r?\n\r?\n([\w+/=\r\n]+)/.exec(raw) ?? [];
  const { certtrail, heads } = JSON.parse(Buffer.from(encoded, "base64").toString());
  expect(certtrail).toBe("trail anchors");
  return heads;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "certtrail-anchors-"));
  server = await openMailServer(port);
  await begin("Before");
  await takeAnchor("");
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test("the administrators of both sides get the signed heads of their own trails that went on, and no others", async () => {
  const { projectId, addresses } = await begin("Mailed");
  expect(addresses).toHaveLength(2);
  expect(await takeAnchor()).toContain("2 administrators get theirs by mail.");
  await deliverAll();
  const anchors = server.taken.filter(({ raw }) => raw.includes("trail-anchors.json"));
  expect(anchors.map(({ to }) => to).sort()).toEqual(addresses);
  for (const mail of anchors) {
    const heads = attachedTo(mail);
    expect(heads.map(({ project }) => project)).toEqual([projectId]);
    expect(heads.every(isHeadSigned)).toBe(true);
  }
  const kept = await rows().message.findMany({ where: { kind: "trail.anchor" } });
  expect(kept.map(({ mail, attachment }) => [mail, attachment])).toEqual([
    ["sent", null],
    ["sent", null],
  ]);
});

test("without mail nothing waits", async () => {
  await begin("Not mailed");
  expect(await takeAnchor("")).not.toContain("by mail");
  expect(await rows().message.count({ where: { kind: "trail.anchor", mail: "waiting" } })).toBe(0);
});
