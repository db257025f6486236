import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { day } from "@/lib/day";
import { NotThere, Refused } from "@/lib/outcome";
import { tellDifferences } from "@/lib/preparation/register-picture";
import { approvedLines, compareVersions } from "@/lib/soa/approved";
import { db } from "@/lib/store/db";
import { addDocument, removeDocument } from "@/lib/store/document-acts";
import { readDocuments } from "@/lib/store/documents";
import { freezeRegister, listPictures, pictureOf } from "@/lib/store/register-pictures";
import { addOwnControl, readSoa, removeOwnControl, saveSoa } from "@/lib/store/soa";
import { addEvidence, type EvidenceInput, removeEvidence } from "@/lib/store/soa-evidence";
import { approveSoa, readSoaVersions } from "@/lib/store/soa-versions";
import { readTrail } from "@/lib/store/trail";
import { uploadFile } from "../support/open-findings";
import { planProject, type SourcingScene } from "../support/sourcing-story";
import { createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

let scene: SourcingScene;
beforeEach(async () => {
  scene = await planProject("Evidence");
});

const nothing = { documentId: null, fileId: null, link: null, words: null };
const link = { ...nothing, link: "https://example.com/log", words: "Backup log" };

async function add(ref: string, more: Partial<EvidenceInput> = link): Promise<string> {
  const { manager, projectId } = scene;
  const input = { projectId, ref, ...nothing, ...more };
  return (await addEvidence(manager, input, submission())).id;
}

async function register(): Promise<string> {
  const { manager, projectId } = scene;
  const entry = { title: "Backup policy", clause: null, answers: [], ownerId: null, reviewDueOn: null };
  const version = {
    versionLabel: "1.0",
    authorId: manager.personId,
    fileId: null,
    link: "https://x.example/1",
  };
  return (await addDocument(manager, { projectId, ...entry, ...version }, submission())).id;
}

const proofsOf = async (ref: string) =>
  (await readSoa(scene.manager, scene.projectId)).lines.find((line) => line.ref === ref)?.proofs ?? [];

test("a control is shown by a document, a file and a link, and the trail tells the client alone", async () => {
  const { manager, planner, projectId } = scene;
  await add("A.8.13", { documentId: await register() });
  await add("A.8.13", { fileId: await uploadFile(manager, projectId), words: "Restored in March" });
  await add("A.8.13");
  expect((await proofsOf("A.8.13")).map(({ kind, label }) => [kind, label])).toEqual([
    ["document", "Backup policy, version 1.0"],
    ["file", expect.stringMatching(/: Restored in March$/)],
    ["link", "Backup log"],
  ]);
  const { entries } = await readTrail(manager, projectId, { view: "acts" });
  expect(entries[0]?.sentence).toContain("added evidence of A.8.13");
  expect(await db(planner).soaEvidence.count()).toBe(0);
});

test("it is one of the three, a link says what it shows, and the control is in the statement", async () => {
  await expect(add("A.8.13", {})).rejects.toMatchObject({ errors: { documentId: expect.any(String) } });
  const both = { ...link, documentId: await register() };
  await expect(add("A.8.13", both)).rejects.toMatchObject({ errors: { documentId: expect.any(String) } });
  await expect(add("A.8.13", { link: link.link })).rejects.toMatchObject({
    errors: { words: expect.any(String) },
  });
  await expect(add("A.9.99")).rejects.toBeInstanceOf(NotThere);
  expect(await proofsOf("A.8.13")).toEqual([]);
});

test("evidence goes with what it is made of, and a repeated removal finds nothing", async () => {
  const { manager, projectId } = scene;
  const id = await add("A.8.13");
  const both = await Promise.allSettled([
    removeEvidence(manager, { projectId, evidenceId: id }, submission()),
    removeEvidence(manager, { projectId, evidenceId: id }, submission()),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const documentId = await register();
  await add("A.8.13", { documentId });
  await removeDocument(manager, { projectId, documentId }, submission());
  await addOwnControl(manager, { projectId, ref: "OC-1", title: "Guard dogs" }, submission());
  await add("OC-1");
  await removeOwnControl(manager, { projectId, ref: "OC-1" }, submission());
  expect(await db(manager).soaEvidence.count()).toBe(0);
});

test("a version and a picture of the register keep it, and what changes later is a difference", async () => {
  const { manager, projectId } = scene;
  const { lines } = await readSoa(manager, projectId);
  const all = lines.map(({ ref }) => ({ ref, seen: "" }));
  for (const [field, text] of [
    ["applicable", "yes"],
    ["justification", "Law"],
    ["implementation", "implemented"],
  ] as const)
    await saveSoa(manager, { projectId, field, text, lines: all }, submission());
  const id = await add("A.8.13");
  await register();
  expect((await readDocuments(manager, projectId)).proven).toEqual({ all: lines.length, proven: 1 });
  const asked = { projectId, label: "1.0", approvedOn: day("2027-01-11"), version: undefined };
  await approveSoa(manager, asked, submission());
  await freezeRegister(manager, { projectId, kind: "stage1" }, submission());
  await removeEvidence(manager, { projectId, evidenceId: id }, submission());
  const { contents } = await readSoaVersions(manager, projectId, [1]);
  expect(contents[0]?.isIntact).toBe(true);
  const now = approvedLines((await readSoa(manager, projectId)).lines);
  expect(compareVersions(contents[0]?.lines ?? [], now)).toMatchObject([
    { ref: "A.8.13", sentences: ["Evidence gone: Backup log (https://example.com/log)."] },
  ]);
  const [picture] = await listPictures(manager, projectId);
  const { record, ...kept } = await readDocuments(manager, projectId);
  const told = picture && tellDifferences(picture.content, pictureOf(record.standardId, kept));
  expect(told).toContain("A.8.13 is no longer shown by Backup log (https://example.com/log).");
});

test("the manager alone adds and removes; files and controls of others do not exist", async () => {
  const { manager, executive, planner, projectId } = scene;
  const evidenceId = await add("A.8.13");
  const { manager: stranger } = await createOrganisation("client", "Elsewhere", ["manager"]);
  const acts = (actor: Actor) => [
    () => addEvidence(actor, { projectId, ref: "A.8.13", ...link }, submission()),
    () => removeEvidence(actor, { projectId, evidenceId }, submission()),
  ];
  for (const actor of [executive, planner])
    for (const act of acts(actor)) await expect(act()).rejects.toBeInstanceOf(Refused);
  for (const act of acts(stranger)) await expect(act()).rejects.toBeInstanceOf(NotThere);
  const other = await planProject("Elsewhere again");
  const fileId = await uploadFile(other.manager, other.projectId);
  const foreign = addEvidence(manager, { projectId, ref: "A.8.13", ...nothing, fileId }, submission());
  await expect(foreign).rejects.toBeInstanceOf(NotThere);
  expect(await proofsOf("A.8.13")).toHaveLength(1);
});
