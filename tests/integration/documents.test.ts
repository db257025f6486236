import { createHash } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { day } from "@/lib/day";
import { Changed, NotThere, Rejected } from "@/lib/outcome";
import { tellDifferences } from "@/lib/preparation/register-picture";
import { db } from "@/lib/store/db";
import {
  addDocument,
  approveDocument,
  editDocument,
  removeDocument,
  renewDocument,
} from "@/lib/store/document-acts";
import { listColleagues, readDocument, readDocuments } from "@/lib/store/documents";
import { freezeRegister, listPictures, pictureOf } from "@/lib/store/register-pictures";
import { readTrail } from "@/lib/store/trail";
import { addColleague } from "../support/audit-story";
import { uploadFile } from "../support/open-findings";
import { codesOf } from "../support/refusals";
import { rows } from "../support/rows";
import { planProject, type SourcingScene } from "../support/sourcing-story";
import { onDatabase, submission } from "../support/story";

onDatabase();

const on = day("2027-01-11");
const entry = {
  title: "Security policy",
  clause: null,
  answers: ["policy"],
  ownerId: null,
  reviewDueOn: null,
};
let scene: SourcingScene;
let sam: Actor;

beforeEach(async () => {
  scene = await planProject("Register");
  sam = await addColleague(scene.manager, "Sam Okafor", ["manager"]);
});

const versionBy = (author: Actor, more = {}) => ({
  ...{ versionLabel: "1.0", authorId: author.personId, fileId: null, link: "https://example.com/policy" },
  ...more,
});

/** A document that Sam wrote. */
async function add(more = {}) {
  const { manager, projectId } = scene;
  const { id } = await addDocument(
    manager,
    { projectId, ...entry, ...versionBy(sam), ...more },
    submission(),
  );
  return { projectId, documentId: id };
}

const see = async ({ documentId }: { documentId: string }) =>
  (await readDocument(scene.manager, scene.projectId, documentId)).document;

test("a document is entered as a draft, approved by somebody else, and the trail tells the client alone", async () => {
  const document = await add();
  expect(await see(document)).toMatchObject({ state: "draft", author: "Sam Okafor", approver: null });
  await approveDocument(scene.executive, { ...document, approvedOn: on }, submission());
  expect(await see(document)).toMatchObject({
    ...{ state: "approved", approvedOn: on, approver: scene.executive.personName },
  });
  const { entries } = await readTrail(scene.manager, scene.projectId, { view: "acts" });
  expect(entries[0]?.sentence).toContain("approved version 1.0 of Security policy on 11 Jan 2027");
  expect(await db(scene.planner).document.count()).toBe(0);
  expect(await db(scene.planner).event.count({ where: { kind: { startsWith: "document." } } })).toBe(0);
});

test("nobody approves what they wrote: the server refuses, and so does the database", async () => {
  const document = await add();
  const own = approveDocument(sam, { ...document, approvedOn: on }, submission());
  expect(await codesOf(own)).toEqual(["own-document"]);
  expect(await see(document)).toMatchObject({ state: "draft", version: 0 });
  const approval = { state: "approved", approverId: sam.personId, approvedOn: new Date(on) };
  await expect(
    rows().document.update({ where: { id: document.documentId }, data: approval }),
  ).rejects.toThrow(/document_approver_is_not_the_author/);
});

test("a new version goes back to a draft, and who wrote it is barred from approving it", async () => {
  const { manager, executive } = scene;
  const document = await add();
  await approveDocument(manager, { ...document, approvedOn: on }, submission());
  await renewDocument(sam, { ...document, ...versionBy(manager, { versionLabel: "1.1" }) }, submission());
  expect(await see(document)).toMatchObject({ state: "draft", versionLabel: "1.1", approvedOn: null });
  expect(await codesOf(approveDocument(manager, { ...document, approvedOn: on }, submission()))).toEqual([
    "own-document",
  ]);
  await approveDocument(executive, { ...document, approvedOn: on }, submission());
  await expect(
    approveDocument(executive, { ...document, approvedOn: on }, submission()),
  ).rejects.toBeInstanceOf(Changed);
});

test("there must be something to approve, on a day that has come", async () => {
  const { manager } = scene;
  const nothing = await add({ link: null });
  const attempt = approveDocument(manager, { ...nothing, approvedOn: on }, submission());
  await expect(attempt).rejects.toMatchObject({
    errors: { approvedOn: expect.stringContaining("a file or a link") },
  });
  const ahead = approveDocument(manager, { ...(await add()), approvedOn: day("2027-01-12") }, submission());
  await expect(ahead).rejects.toMatchObject({
    errors: { approvedOn: expect.stringContaining("11 Jan 2027") },
  });
});

test("the entry changes without the version or its approval, and a stale page changes nothing", async () => {
  const { manager } = scene;
  const document = await add();
  await approveDocument(manager, { ...document, approvedOn: on }, submission());
  const changed = { ...entry, title: "Policy", answers: ["policy", "scope"], reviewDueOn: day("2028-01-11") };
  await expect(
    editDocument(manager, { ...document, version: 0, ...changed }, submission()),
  ).rejects.toBeInstanceOf(Changed);
  await editDocument(manager, { ...document, version: 1, ...changed }, submission());
  // In the order of the standard.
  expect(await see(document)).toMatchObject({
    ...{ title: "Policy", state: "approved", answers: ["scope", "policy"], reviewDueOn: "2028-01-11" },
  });
  await expect(removeDocument(manager, { ...document, version: 1 }, submission())).rejects.toBeInstanceOf(
    Changed,
  );
});

test("people must be of the client, files its own, and answers of the standard", async () => {
  const { planner, projectId, manager } = scene;
  const wrong = { ownerId: planner.personId };
  await expect(add(wrong)).rejects.toMatchObject({ errors: { ownerId: expect.any(String) } });
  await expect(add(versionBy(planner))).rejects.toMatchObject({ errors: { authorId: expect.any(String) } });
  await expect(add({ answers: ["policy", "party"] })).rejects.toMatchObject({
    errors: { covers: expect.any(String) },
  });
  const other = await planProject("Other");
  const fileId = await uploadFile(other.manager, other.projectId);
  await expect(add({ fileId })).rejects.toMatchObject({ errors: { fileId: expect.any(String) } });
  const own = await add({ fileId: await uploadFile(manager, projectId), link: null });
  expect((await see(own)).file).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test("the register is frozen as it is handed over: the hash is of exactly its text, and differences are told", async () => {
  const { manager, executive, projectId } = scene;
  await expect(freezeRegister(manager, { projectId, kind: "stage1" }, submission())).rejects.toBeInstanceOf(
    Rejected,
  );
  const policy = await add();
  await approveDocument(executive, { ...policy, approvedOn: on }, submission());
  const draft = await add({ title: "Risk method", answers: ["risk-method"] });
  const { sha256 } = await freezeRegister(manager, { projectId, kind: "stage1" }, submission());
  const [picture] = await listPictures(manager, projectId);
  if (!picture) throw new Error("No picture was kept.");
  expect(picture.sha256).toBe(sha256);
  expect(createHash("sha256").update(picture.text).digest("hex")).toBe(sha256);
  expect([await see(policy), await see(draft)].map(({ state }) => state)).toEqual(["frozen", "draft"]);
  const differences = async () => {
    const { record, ...register } = await readDocuments(manager, projectId);
    return tellDifferences(picture.content, pictureOf(record.standardId, register));
  };
  expect(await differences()).toEqual([]);
  await renewDocument(manager, { ...policy, ...versionBy(sam, { versionLabel: "2.0" }) }, submission());
  await removeDocument(manager, draft, submission());
  expect(await differences()).toEqual([
    "Risk method was removed.",
    "Security policy went from version 1.0 to 2.0 and is a draft now.",
    "How risks are assessed is missing now.",
  ]);
  expect((await listPictures(manager, projectId))[0]?.text).toBe(picture.text);
});

test("an executive approves and changes nothing; a consultant reads; an action owner and the body find nothing", async () => {
  const { manager, executive, planner, projectId } = scene;
  const document = await add();
  const consultant = await addColleague(manager, "Cora Blum", ["consultant"]);
  const owner = await addColleague(manager, "Ines Carvalho", ["owner"]);
  for (const attempt of [
    () => editDocument(executive, { ...document, ...entry }, submission()),
    () => renewDocument(executive, { ...document, ...versionBy(sam) }, submission()),
    () => removeDocument(executive, document, submission()),
    () => freezeRegister(executive, { projectId, kind: "stage1" }, submission()),
    () => addDocument(consultant, { projectId, ...entry, ...versionBy(sam) }, submission()),
    () => approveDocument(consultant, { ...document, approvedOn: on }, submission()),
    () => approveDocument(owner, { ...document, approvedOn: on }, submission()),
  ]) {
    expect(await codesOf(attempt())).toEqual(["not-yours"]);
  }
  expect((await readDocuments(consultant, projectId)).documents).toHaveLength(1);
  for (const actor of [owner, planner]) {
    await expect(readDocuments(actor, projectId)).rejects.toBeInstanceOf(NotThere);
    await expect(listPictures(actor, projectId)).rejects.toBeInstanceOf(NotThere);
    expect(await listColleagues(actor)).toEqual([]);
  }
  expect(await see(document)).toMatchObject({ state: "draft", version: 0 });
});

test("a document of another project is not found through one's own", async () => {
  const document = await add();
  const other = await planProject("Other");
  const there = { projectId: other.projectId, documentId: document.documentId };
  for (const attempt of [
    () => removeDocument(other.manager, there, submission()),
    () => removeDocument(other.manager, document, submission()),
    () => approveDocument(other.manager, { ...there, approvedOn: on }, submission()),
    () => readDocument(other.manager, other.projectId, document.documentId),
  ]) {
    await expect(attempt()).rejects.toBeInstanceOf(NotThere);
  }
});
