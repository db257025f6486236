import { expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { findFile } from "@/lib/store/files";
import { recordFileRead, recordReportRead, SAME_READ_MS } from "@/lib/store/reads";
import { readTrail } from "@/lib/store/trail";
import { checkTrail } from "@/lib/store/trail-check";
import { createParties, openFindings, uploadFile } from "../support/open-findings";
import { onDatabase, START } from "../support/story";

onDatabase();

const later = (ms: number) => new Date(START.getTime() + ms);

async function reads(actor: Actor, projectId: string): Promise<string[]> {
  const { entries } = await readTrail(actor, projectId, { view: "reads" });
  return entries.map(({ who, sentence }) => `${who} ${sentence}`);
}

async function open(actor: Actor, projectId: string, fileId: string, now = START): Promise<void> {
  await recordFileRead(actor, await findFile(actor, projectId, fileId), now);
}

test("what is opened again within the hour is one entry, also from two windows at once; later it is another", async () => {
  const { projectId, client } = await openFindings(await createParties());
  const fileId = await uploadFile(client.manager, projectId);
  await Promise.all([1, 2, 3, 4].map(() => open(client.manager, projectId, fileId)));
  await open(client.manager, projectId, fileId, later(SAME_READ_MS - 1));
  expect(await reads(client.manager, projectId)).toHaveLength(1);
  await open(client.manager, projectId, fileId, later(SAME_READ_MS));
  await open(client.executive, projectId, fileId);
  const told = await reads(client.manager, projectId);
  expect(told).toHaveLength(3);
  expect(told[2]).toBe(`${client.manager.personName} opened the file protocol.pdf`);
});

test("reads stand apart from the acts, in the same chain", async () => {
  const { projectId, client } = await openFindings(await createParties());
  await open(client.manager, projectId, await uploadFile(client.manager, projectId));
  expect((await readTrail(client.manager, projectId)).entries).toEqual([]);
  expect(await checkTrail(client.manager, projectId)).toMatchObject({ total: 1, fault: null });
});

test("a side sees who of the other opened its files, and not what the other opens of its own", async () => {
  const { projectId, client, body } = await openFindings(await createParties());
  const ours = await uploadFile(client.manager, projectId, "policy.pdf");
  const found = await findFile(client.manager, projectId, ours);
  await recordFileRead(client.manager, found, START);
  await recordFileRead(body.auditor, found, START);
  const seen = `${body.auditor.personName} opened the file policy.pdf`;
  expect(await reads(client.manager, projectId)).toEqual([
    seen,
    `${client.manager.personName} opened the file policy.pdf`,
  ]);
  expect(await reads(body.planner, projectId)).toEqual([seen]);
});

test("no body learns that the client opened another body's offer", async () => {
  const { projectId, client, body } = await openFindings(await createParties());
  const offer = await findFile(
    client.manager,
    projectId,
    await uploadFile(client.manager, projectId, "offer.pdf"),
  );
  const { body: other } = await createParties();
  await recordFileRead(client.manager, { ...offer, keeper: other.admin.organisationId }, START);
  expect(await reads(body.planner, projectId)).toEqual([]);
  expect(await reads(client.manager, projectId)).toHaveLength(1);
});

test("who has opened an issued report is known to both sides, each version by itself", async () => {
  const { projectId, client, body, auditId } = await openFindings(await createParties());
  const project = { id: projectId, clientId: client.manager.organisationId };
  for (const version of [1, 2, 2]) {
    const name = `the report of Stage 2, version ${version}`;
    await recordReportRead(client.executive, project, { auditId, name }, START);
  }
  expect(await reads(body.planner, projectId)).toEqual(
    [2, 1].map(
      (version) => `${client.executive.personName} opened the report of Stage 2, version ${version}`,
    ),
  );
});
