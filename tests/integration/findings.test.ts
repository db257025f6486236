import { beforeAll, describe, expect, test } from "vitest";
import { Changed } from "@/lib/outcome";
import { issueFinding, issueFindings } from "@/lib/store/finding-issue";
import { readFinding } from "@/lib/store/finding-page";
import type { FindingDraft } from "@/lib/store/findings";
import { discardDraft, draftFinding, editDraft } from "@/lib/store/findings";
import { readLogger } from "@/lib/store/logger";
import { codesOf } from "../support/codes";
import { backup } from "../support/observed-backup";
import { rows } from "../support/rows";
import { duringStage2, layRunningStage2, type RunningStage2 } from "../support/running-stage2";
import { createOrganisation, onDatabase } from "../support/story";

onDatabase();

describe("logging and issuing findings", () => {
  let here: RunningStage2;
  beforeAll(async () => {
    here = await layRunningStage2();
  });

  const log = async (draft: Partial<FindingDraft> = {}, actor = here.body.auditor) =>
    await draftFinding(
      actor,
      { projectId: here.projectId, auditId: here.stage2Id, draft: { ...backup, ...draft } },
      duringStage2(),
    );
  const open = (findingId: string, actor = here.body.auditor) =>
    readFinding(actor, here.projectId, findingId);

  test("an auditor of the team logs a draft with gaps, and it is there again", async () => {
    const { findingId } = await log({ requirementRef: null, statement: null }, here.second);
    const { drafts } = await readLogger(here.body.auditor, here.projectId, here.stage2Id);
    const draft = drafts.find(({ finding }) => finding.id === findingId);
    expect(draft?.evidence).toBe(backup.evidence);
    expect(draft?.author).toBe("Rosa Lind");
    expect(draft?.finding.hasStatement).toBe(false);
  });

  test("a draft does not exist for the client, on its page, in the logger and in its acts", async () => {
    const { findingId } = await log();
    const { drafts } = await readLogger(here.client.manager, here.projectId, here.stage2Id);
    expect(drafts).toEqual([]);
    await expect(open(findingId, here.client.manager)).rejects.toThrow("Nothing is here");
    const act = { projectId: here.projectId, findingId };
    expect(await codesOf(issueFinding(here.client.manager, act, duringStage2()))).toEqual(["NotThere"]);
    expect(await codesOf(discardDraft(here.client.manager, act, duringStage2()))).toEqual(["NotThere"]);
  });

  test("the client cannot log a finding, and a body's person outside the team cannot either (INV-19, NC-3)", async () => {
    expect(await codesOf(log({}, here.client.manager))).toEqual(["not-yours", "not-on-team"]);
    expect(await codesOf(log({}, here.body.planner))).toEqual(["not-yours", "not-on-team"]);
  });

  test("Stage 1 has no findings, only areas of concern (6.4)", async () => {
    const before = await rows().finding.count();
    const stage1 = { projectId: here.projectId, auditId: here.stage1Id, draft: backup };
    expect(await codesOf(draftFinding(here.body.auditor, stage1, duringStage2()))).toEqual(["wrong-state"]);
    expect(await rows().finding.count()).toBe(before);
  });

  test("a requirement that the standard does not have, or a foreign site, is asked for again", async () => {
    expect(await codesOf(log({ requirementRef: "A.99.1" }))).toEqual(["Rejected"]);
    expect(await codesOf(log({ siteId: here.caseId }))).toEqual(["Rejected"]);
  });

  test("a draft can be rewritten and, by its author or the lead, deleted", async () => {
    const { findingId } = await log({}, here.second);
    const act = { projectId: here.projectId, findingId };
    await editDraft(here.body.auditor, { ...act, draft: { ...backup, grade: "minor" } }, duringStage2());
    expect((await open(findingId)).finding.grade).toBe("minor");
    const stale = editDraft(here.second, { ...act, version: 0, draft: backup }, duringStage2());
    expect(await codesOf(stale)).toEqual(["Changed"]);
    await discardDraft(here.body.auditor, act, duringStage2());
    await expect(open(findingId)).rejects.toThrow("Nothing is here");
  });

  test("only the author or the lead deletes a draft (NC-3)", async () => {
    const { findingId } = await log({}, here.body.auditor);
    const act = { projectId: here.projectId, findingId };
    expect(await codesOf(discardDraft(here.second, act, duringStage2()))).toEqual(["not-own-draft"]);
    expect((await open(findingId)).finding.state).toBe("draft");
  });

  test("a finding without requirement, statement or evidence cannot be issued (NC-3)", async () => {
    const { findingId } = await log({ requirementRef: null, statement: null, evidence: null });
    const act = { projectId: here.projectId, findingId };
    expect(await codesOf(issueFinding(here.body.auditor, act, duringStage2()))).toEqual([
      "requirement-missing",
      "finding-statement-missing",
      "finding-evidence-missing",
    ]);
    expect((await open(findingId)).finding.number).toBeNull();
    await discardDraft(here.body.auditor, act, duringStage2());
  });

  test("only the lead issues, and an issued nonconformity has number, deadlines and a trail both sides read", async () => {
    const { findingId } = await log();
    const act = { projectId: here.projectId, findingId };
    expect(await codesOf(issueFinding(here.second, act, duringStage2()))).toEqual(["not-lead"]);
    const { number } = await issueFinding(here.body.auditor, act, duringStage2());
    expect(number).toMatch(/^NC-\d{3}$/);
    const seen = await open(findingId, here.client.manager);
    expect(seen.finding).toMatchObject({
      state: "open",
      number,
      planDueOn: "2027-04-11",
      closureDueOn: "2027-06-10",
      grades: ["major"],
    });
    expect(seen.activity.map(({ sentence }) => sentence)).toEqual([`issued major ${number} against A.8.13`]);
  });

  test("an opportunity may stand without evidence and owes nothing (NC-5); a conformity is numbered apart", async () => {
    const opportunity = await log({ grade: "opportunity", evidence: null });
    const conformity = await log({ grade: "conformity" });
    const act = { projectId: here.projectId };
    const issue = (findingId: string) =>
      issueFinding(here.body.auditor, { ...act, findingId }, duringStage2());
    expect((await issue(opportunity.findingId)).number).toBe("OFI-001");
    expect((await issue(conformity.findingId)).number).toBe("C-001");
    const { finding } = await open(opportunity.findingId);
    expect(finding).toMatchObject({ state: "recorded", planDueOn: null, closureDueOn: null });
  });

  test("all complete drafts are issued at once; the others stay drafts", async () => {
    await log({ grade: "minor" });
    await log({ grade: "minor", evidence: null });
    const audit = { projectId: here.projectId, auditId: here.stage2Id };
    const { numbers, left } = await issueFindings(here.body.auditor, audit, duringStage2());
    expect(numbers.length).toBeGreaterThan(0);
    const { drafts } = await readLogger(here.body.auditor, here.projectId, here.stage2Id);
    expect(drafts).toHaveLength(left);
    expect(await codesOf(issueFindings(here.body.auditor, audit, duringStage2()))).toContain(
      "finding-evidence-missing",
    );
    for (const draft of drafts) {
      await discardDraft(
        here.body.auditor,
        { projectId: here.projectId, findingId: draft.finding.id },
        duringStage2(),
      );
    }
    await expect(issueFindings(here.body.auditor, audit, duringStage2())).rejects.toThrow(Changed);
  });

  test("an issued finding is neither rewritten nor deleted, not even by raw SQL (invariant 21)", async () => {
    const { findingId } = await log();
    const act = { projectId: here.projectId, findingId };
    await issueFinding(here.body.auditor, act, duringStage2());
    expect(await codesOf(editDraft(here.body.auditor, { ...act, draft: backup }, duringStage2()))).toEqual([
      "wrong-state",
    ]);
    expect(await codesOf(discardDraft(here.body.auditor, act, duringStage2()))).toEqual(["wrong-state"]);
    await expect(
      rows().finding.update({ where: { id: findingId }, data: { statement: "Another" } }),
    ).rejects.toThrow("cannot be rewritten");
  });

  test("for strangers of either side nothing is there", async () => {
    const { findingId } = await log();
    const strangers = [
      (await createOrganisation("client", "Contoso", ["manager"])).manager,
      (await createOrganisation("body", "Birch Cert", ["auditor"])).auditor,
    ];
    for (const stranger of strangers) {
      expect(await codesOf(log({}, stranger))).toEqual(["NotThere"]);
      expect(await codesOf(readLogger(stranger, here.projectId, here.stage2Id))).toEqual(["NotThere"]);
      expect(await codesOf(open(findingId, stranger))).toEqual(["NotThere"]);
    }
  });
});

test("twenty findings issued at once get twenty numbers without a hole", async () => {
  const here = await layRunningStage2();
  const audit = { projectId: here.projectId, auditId: here.stage2Id };
  const drafts = [];
  for (let count = 0; count < 20; count += 1) {
    drafts.push(await draftFinding(here.body.auditor, { ...audit, draft: backup }, duringStage2()));
  }
  const issued = await Promise.all(
    drafts.map(({ findingId }) =>
      issueFinding(here.body.auditor, { projectId: here.projectId, findingId }, duringStage2()),
    ),
  );
  const expected = Array.from({ length: 20 }, (_, i) => `NC-${String(i + 1).padStart(3, "0")}`);
  expect(issued.map(({ number }) => number).sort()).toEqual(expected);
});
