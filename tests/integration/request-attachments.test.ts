import { expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { day } from "@/lib/day";
import { NotThere, Refused, Rejected } from "@/lib/outcome";
import { requireRecipient } from "@/lib/session/answer-link";
import { makeAnswerLink, revokeAnswerLink } from "@/lib/store/answer-links";
import { db } from "@/lib/store/db";
import { findFile } from "@/lib/store/files";
import { listMessages } from "@/lib/store/messages";
import { newId } from "@/lib/store/new-id";
import {
  attachToRequest,
  detachFromRequest,
  findAttachment,
  listAttachments,
  MAX_ATTACHMENTS,
} from "@/lib/store/request-attachments";
import { uploadFile } from "../support/open-findings";
import { rows } from "../support/rows";
import { chooseAsked, openRequest, planProject, registerBody } from "../support/sourcing-story";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

const attach = (actor: Actor, projectId: string, fileId: string, note: string | null = null) =>
  attachToRequest(actor, { projectId, fileId, note }, submission());

/** A request with one document, to a body on CertTrail and to one that has a link. */
async function askedWithDocument(name: string) {
  const scene = await planProject(name);
  const { manager, planner, projectId } = scene;
  const fileId = await uploadFile(manager, projectId);
  await attach(manager, projectId, fileId, "Our scope statement");
  const bodyId = await registerBody(manager, `${name} Island`);
  await openRequest(scene, [planner.organisationId, bodyId]);
  const token = await makeAnswerLink(
    manager,
    { projectId, bodyId, recipient: "Ines Falk", lastDay: day("2027-01-31") },
    submission(),
  );
  return { ...scene, fileId, bodyId, token };
}

test("what is attached is read and opened by every body that was asked, and by nobody else", async () => {
  const { manager, planner, projectId, fileId, token } = await askedWithDocument("Attached");
  const { actor } = await requireRecipient(token, START);
  for (const reader of [manager, planner, actor]) {
    expect(await listAttachments(reader, projectId)).toMatchObject([{ fileId, note: "Our scope statement" }]);
    expect(await findAttachment(reader, projectId, fileId)).toMatchObject({ id: fileId });
  }
  expect(await findFile(planner, projectId, fileId)).toMatchObject({ keeper: manager.organisationId });
  const stranger = await createOrganisation("body", "Attached Stranger", ["planner"]);
  expect(await listAttachments(stranger.planner, projectId)).toEqual([]);
  await expect(findFile(stranger.planner, projectId, fileId)).rejects.toThrow(NotThere);
});

test("by the database alone a body reads the documents and files of its own request and none besides", async () => {
  const { manager, planner, projectId, fileId } = await askedWithDocument("Guarded");
  const unattached = await uploadFile(manager, projectId);
  const other = await askedWithDocument("Guarded Other");
  const idsOf = async (actor: Actor) =>
    (await db(actor).storedFile.findMany({ select: { id: true } })).map(({ id }) => id);
  expect(await idsOf(planner)).toEqual([fileId]);
  expect(await db(planner).requestAttachment.count()).toBe(1);
  expect(await idsOf(other.planner)).toEqual([other.fileId]);
  await expect(findFile(planner, projectId, unattached)).rejects.toThrow(NotThere);
  const own = { projectId, clientId: manager.organisationId };
  const forged = { ...own, fileId: unattached, addedById: planner.personId, addedAt: START };
  await expect(db(planner).requestAttachment.create({ data: forged })).rejects.toThrow(/row-level security/);
  // Not even the client takes back what the bodies were given.
  expect((await db(manager).requestAttachment.deleteMany({ where: { fileId } })).count).toBe(0);
});

test("once another body is chosen the others read no document any more; the chosen one does", async () => {
  const scene = await askedWithDocument("Ended");
  const { manager, planner, projectId, fileId, bodyId, token } = scene;
  const { actor } = await requireRecipient(token, START);
  await chooseAsked(scene, planner.organisationId);
  expect(await listAttachments(planner, projectId)).toHaveLength(1);
  expect(await listAttachments(actor, projectId)).toEqual([]);
  await expect(findAttachment(actor, projectId, fileId)).rejects.toThrow(NotThere);
  await expect(findFile(actor, projectId, fileId)).rejects.toThrow(NotThere);
  expect(await db(actor).storedFile.count()).toBe(0);
  await revokeAnswerLink(manager, { projectId, bodyId }, submission());
  await expect(requireRecipient(token, START)).rejects.toThrow(NotThere);
});

test("a document that is added later is an entry of the client, and each body that was asked is told", async () => {
  const { manager, planner, projectId } = await askedWithDocument("Later");
  const before = await rows().event.count({ where: { projectId, kind: "proposal.attach" } });
  await attach(manager, projectId, await uploadFile(manager, projectId));
  const entries = await rows().event.findMany({ where: { projectId, kind: "proposal.attach" } });
  expect([before, entries.length]).toEqual([1, 2]);
  expect(entries.map(({ audience }) => audience)).toEqual(["client", "client"]);
  const told = (await listMessages(planner)).messages.map(({ subject }) => subject);
  expect(told.filter((subject) => subject === "A document was added to a request")).toHaveLength(1);
});

test("a link opens the documents of its request and no other file, not even the body's own", async () => {
  const { projectId, token } = await askedWithDocument("Only documents");
  const { actor } = await requireRecipient(token, START);
  const own = await uploadFile(actor, projectId);
  await expect(findAttachment(actor, projectId, own)).rejects.toThrow(NotThere);
});

test("a document is taken back while nobody was asked, and stays afterwards", async () => {
  const { manager, executive, projectId } = await planProject("Taken back");
  const fileId = await uploadFile(manager, projectId);
  await attach(manager, projectId, fileId);
  await expect(detachFromRequest(executive, { projectId, fileId }, submission())).rejects.toThrow(Refused);
  await detachFromRequest(manager, { projectId, fileId }, submission());
  expect(await listAttachments(manager, projectId)).toEqual([]);
  await expect(detachFromRequest(manager, { projectId, fileId }, submission())).rejects.toThrow(NotThere);
  const sent = await askedWithDocument("Not taken back");
  await expect(
    detachFromRequest(sent.manager, { projectId: sent.projectId, fileId: sent.fileId }, submission()),
  ).rejects.toThrow(Refused);
});

test("who may not, what not, how many", async () => {
  const { manager, executive, planner, projectId, fileId } = await askedWithDocument("Refused documents");
  const another = await uploadFile(manager, projectId);
  await expect(attach(executive, projectId, another)).rejects.toThrow(Refused);
  await expect(attach(planner, projectId, another)).rejects.toThrow(Refused);
  await expect(attach(manager, projectId, fileId)).rejects.toThrow(Rejected);
  await expect(attach(manager, projectId, await uploadFile(planner, projectId))).rejects.toThrow(Rejected);
  const stranger = await createOrganisation("client", "Refused stranger", ["manager"]);
  await expect(attach(stranger.manager, projectId, another)).rejects.toThrow(NotThere);
  const file = await rows().storedFile.findUniqueOrThrow({ where: { id: another } });
  const ids = Array.from({ length: MAX_ATTACHMENTS - 1 }, () => newId());
  await rows().storedFile.createMany({ data: ids.map((id) => ({ ...file, id })) });
  const own = { projectId, clientId: manager.organisationId, addedById: manager.personId, addedAt: START };
  await rows().requestAttachment.createMany({ data: ids.map((id) => ({ ...own, fileId: id })) });
  await expect(attach(manager, projectId, another)).rejects.toThrow(Rejected);
});

test("of two that add the same file at once one is refused, and it is attached once", async () => {
  const { manager, projectId } = await planProject("Twice at once");
  const fileId = await uploadFile(manager, projectId);
  const tried = await Promise.allSettled([
    attach(manager, projectId, fileId),
    attach(manager, projectId, fileId),
  ]);
  expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await listAttachments(manager, projectId)).toHaveLength(1);
});
