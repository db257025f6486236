import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { issueFinding } from "@/lib/store/finding-issue";
import { discardDraft, type FindingDraft, keepDraft } from "@/lib/store/findings";
import { newId } from "@/lib/store/new-id";
import { codesOf } from "../support/codes";
import { rows } from "../support/rows";
import { duringStage2, layRunningStage2, type RunningStage2 } from "../support/running-stage2";
import { onDatabase } from "../support/story";

onDatabase();

const backup: FindingDraft = {
  grade: "major",
  requirementRef: "A.8.13",
  subRef: null,
  statement: "Backups are taken but never restored for a test.",
  evidence: "The backup log of February shows 28 jobs and no restore.",
  siteId: null,
  process: "IT operations",
};

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
