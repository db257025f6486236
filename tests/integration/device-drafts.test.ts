import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { findFile } from "@/lib/store/files";
import { issueFinding } from "@/lib/store/finding-issue";
import { readFinding } from "@/lib/store/finding-page";
import { addPhoto, hasPhoto, MAX_PHOTOS } from "@/lib/store/finding-photos";
import { discardDraft, draftFinding, type FindingDraft, keepDraft } from "@/lib/store/findings";
import { newId } from "@/lib/store/new-id";
import { storeFile } from "@/prisma/demo/teller";
import { codesOf } from "../support/codes";
import { backup } from "../support/observed-backup";
import { rows } from "../support/rows";
import {
  DURING_STAGE_2,
  duringStage2,
  layRunningStage2,
  type RunningStage2,
} from "../support/running-stage2";
import { onDatabase } from "../support/story";

onDatabase();

interface Sent {
  baseVersion: number | null;
  actor: Actor;
  auditId: string;
}

describe("a draft that a device kept", () => {
  let here: RunningStage2;
  beforeAll(async () => {
    here = await layRunningStage2();
  });

  const send = async (
    findingId: string,
    draft: Partial<FindingDraft>,
    { baseVersion = null, actor = here.body.auditor, auditId = here.stage2Id }: Partial<Sent> = {},
  ) => {
    const input = { projectId: here.projectId, auditId, findingId, baseVersion };
    return await keepDraft(actor, { ...input, draft: { ...backup, ...draft } }, duringStage2());
  };

  test("is kept once, however often and by whatever request it comes", async () => {
    const id = newId();
    const jotted = { grade: null, requirementRef: null, statement: null };
    expect(await send(id, jotted)).toEqual({ version: 0 });
    expect(await send(id, jotted)).toEqual({ version: 0 });
    expect(await send(id, { grade: "minor" }, { baseVersion: 0 })).toEqual({ version: 1 });
    expect(await send(id, { grade: "minor" }, { baseVersion: 0 })).toEqual({ version: 1 });
    expect(await rows().finding.count({ where: { id } })).toBe(1);
  });

  test("overwrites nothing that was written, issued or deleted meanwhile", async () => {
    const id = newId();
    await send(id, {});
    await send(id, { evidence: "Seen by another." }, { baseVersion: 0, actor: here.second });
    expect(await codesOf(send(id, { evidence: "Seen by me." }, { baseVersion: 0 }))).toEqual(["Changed"]);
    const act = { projectId: here.projectId, findingId: id };
    await issueFinding(here.body.auditor, act, duringStage2());
    expect(await codesOf(send(id, { evidence: "Seen by me." }, { baseVersion: 1 }))).toEqual(["Changed"]);
    const gone = newId();
    await send(gone, {});
    await discardDraft(here.body.auditor, { ...act, findingId: gone }, duringStage2());
    expect(await codesOf(send(gone, {}, { baseVersion: 0 }))).toEqual(["Changed"]);
  });

  test("takes no id of another audit, of another organisation's draft or of another project", async () => {
    const id = newId();
    await send(id, {});
    expect(await codesOf(send(id, {}, { auditId: here.stage1Id }))).toEqual(["NotThere"]);
    const other = await layRunningStage2();
    const elsewhere = { projectId: other.projectId, auditId: other.stage2Id, findingId: id };
    const sent = { ...elsewhere, baseVersion: null, draft: backup };
    expect(await codesOf(keepDraft(other.body.auditor, sent, duringStage2()))).toEqual(["NotThere"]);
    expect(await codesOf(send(newId(), {}, { actor: here.client.manager }))).toEqual([
      "not-yours",
      "not-on-team",
    ]);
  });

  test("waits for its grade, and is not issued without one (NC-1)", async () => {
    const id = newId();
    await send(id, { grade: null });
    const act = { projectId: here.projectId, findingId: id };
    expect(await codesOf(issueFinding(here.body.auditor, act, duringStage2()))).toEqual(["grade-missing"]);
  });
});

describe("a photo of a draft", () => {
  let here: RunningStage2;
  beforeAll(async () => {
    here = await layRunningStage2();
  });

  const photoOf = async (findingId: string, photoId = newId(), actor = here.body.auditor) => {
    const { projectId } = here;
    const fileId = await storeFile(actor, projectId, { name: "photo-1.txt", text: "-" }, DURING_STAGE_2);
    await addPhoto(actor, { projectId, findingId, photoId, fileId }, duringStage2());
    return { photoId, fileId };
  };
  const begin = async () => {
    const sent = { projectId: here.projectId, auditId: here.stage2Id, draft: backup };
    return (await draftFinding(here.body.auditor, sent, duringStage2())).findingId;
  };

  test("is there once, stays with the body, and goes to the client with the issued finding", async () => {
    const findingId = await begin();
    const { photoId, fileId } = await photoOf(findingId);
    await photoOf(findingId, photoId);
    const place = { projectId: here.projectId, findingId, photoId };
    expect(await hasPhoto(here.body.auditor, place)).toBe(true);
    expect(await codesOf(hasPhoto(here.client.manager, place))).toEqual(["NotThere"]);
    expect(await codesOf(findFile(here.client.manager, here.projectId, fileId))).toEqual(["NotThere"]);
    await issueFinding(here.body.auditor, { projectId: here.projectId, findingId }, duringStage2());
    const { text } = await readFinding(here.client.manager, here.projectId, findingId);
    expect(text.photos).toMatchObject([{ fileId, name: "photo-1.txt" }]);
    expect((await findFile(here.client.manager, here.projectId, fileId)).id).toBe(fileId);
  });

  test("is not added to what is issued, past ten, or by who may write no draft", async () => {
    const findingId = await begin();
    for (let count = 0; count < MAX_PHOTOS; count += 1) await photoOf(findingId);
    expect(await codesOf(photoOf(findingId))).toEqual(["Rejected"]);
    await issueFinding(here.body.auditor, { projectId: here.projectId, findingId }, duringStage2());
    expect(await codesOf(photoOf(findingId))).toEqual(["Changed"]);
    expect(await codesOf(photoOf(await begin(), newId(), here.client.manager))).toEqual(["NotThere"]);
  });
});
