import { beforeAll, describe, expect, test } from "vitest";
import { day, dayToDate } from "@/lib/day";
import { countGrades, emptyNarrative, type ReportNarrative } from "@/lib/documents/audit-report";
import { paperOfView } from "@/lib/papers/report-paper";
import { withdrawFinding } from "@/lib/store/finding-grades";
import { issueFinding } from "@/lib/store/finding-issue";
import { discardDraft, draftFinding } from "@/lib/store/findings";
import { issueReport, readReport, saveReportDraft } from "@/lib/store/reports";
import { codesOf } from "../support/codes";
import { rows } from "../support/rows";
import { AFTER_STAGE_2, duringStage2, layRunningStage2, type RunningStage2 } from "../support/running-stage2";
import { createOrganisation, onDatabase, submission } from "../support/story";

const database = onDatabase();

const narrative: ReportNarrative = {
  ...emptyNarrative,
  recommendation: "certify_after_plan",
  statement: "The system conforms but for the findings below, and reaches its results.",
  scopeAppropriate: true,
  objectivesMet: true,
  deviations: "One session was moved by a day because of illness.",
};
const afterStage2 = () => submission(AFTER_STAGE_2);

async function closeMeeting({ stage2Id }: RunningStage2): Promise<void> {
  await rows().audit.update({
    where: { id: stage2Id },
    data: { closingHeldOn: dayToDate(day("2027-03-12")), closingAttendance: "Paul Adler\nAna Ruiz" },
  });
}

async function log(here: RunningStage2, grade: "major" | "opportunity"): Promise<string> {
  const { findingId } = await draftFinding(
    here.body.auditor,
    {
      projectId: here.projectId,
      auditId: here.stage2Id,
      draft: {
        grade,
        requirementRef: "A.8.9",
        subRef: null,
        statement: "Configurations are changed without approval.",
        evidence: "3 of 12 sampled changes had no approval.",
        siteId: here.siteId,
        process: null,
      },
    },
    duringStage2(),
  );
  return findingId;
}

const auditOf = ({ projectId, stage2Id }: RunningStage2) => ({ projectId, auditId: stage2Id });
const read = (here: RunningStage2, actor = here.body.auditor) =>
  readReport(actor, here.projectId, here.stage2Id);

async function stateOfCase({ caseId }: RunningStage2): Promise<string | undefined> {
  return (await rows().certificationCase.findUnique({ where: { id: caseId } }))?.state;
}

describe("the report of Stage 2", () => {
  let here: RunningStage2;
  beforeAll(async () => {
    here = await layRunningStage2();
  });

  test("the team drafts it; the client sees nothing of it, and cannot write or issue it (INV-19)", async () => {
    await saveReportDraft(here.second, { ...auditOf(here), narrative }, duringStage2());
    expect((await read(here)).draft?.narrative).toMatchObject({ recommendation: "certify_after_plan" });
    expect(await read(here, here.client.manager)).toMatchObject({ issued: null, draft: null });
    expect(paperOfView(await read(here))).toMatchObject({ isDraft: true, sha256: null });
    expect(paperOfView(await read(here, here.client.manager))).toBeNull();
    const asClient = saveReportDraft(here.client.manager, { ...auditOf(here), narrative }, duringStage2());
    expect(await codesOf(asClient)).toEqual(["not-yours", "not-on-team"]);
    expect(await codesOf(issueReport(here.client.manager, auditOf(here), afterStage2()))).toContain(
      "not-yours",
    );
  });

  test("a draft that somebody else saved meanwhile is not overwritten", async () => {
    const { view } = await read(here);
    await saveReportDraft(here.second, { ...auditOf(here), narrative }, duringStage2());
    const stale = { ...auditOf(here), version: view.audit.version, narrative: emptyNarrative };
    expect(await codesOf(saveReportDraft(here.body.auditor, stale, duringStage2()))).toEqual(["Changed"]);
  });

  test("it is not issued before the last day, without closing meeting, with drafts left or without its conclusions", async () => {
    const findingId = await log(here, "major");
    const unfinished = { ...narrative, scopeAppropriate: null, objectivesMet: null, recommendation: null };
    await saveReportDraft(
      here.second,
      { ...auditOf(here), narrative: { ...unfinished, statement: "Too short" } },
      duringStage2(),
    );
    expect(await codesOf(issueReport(here.body.auditor, auditOf(here), duringStage2()))).toEqual([
      "report-before-last-day",
      "closing-missing",
      "draft-findings-left",
      "recommendation-missing",
      "statement-missing",
      "scope-conclusion-missing",
      "objectives-unconfirmed",
    ]);
    await saveReportDraft(here.second, { ...auditOf(here), narrative }, duringStage2());
    expect(await codesOf(issueReport(here.second, auditOf(here), afterStage2()))).toContain("not-lead");
    expect(await stateOfCase(here)).toBe("stage2_running");
    expect((await read(here)).issued).toBeNull();
    await issueFinding(here.body.auditor, { projectId: here.projectId, findingId }, duringStage2());
  });

  test("issued, it is kept with its hash, both sides read the same, and the case goes on to its findings (REP-1…3)", async () => {
    await closeMeeting(here);
    const { sha256 } = await issueReport(here.body.auditor, auditOf(here), afterStage2());
    const mine = await read(here);
    const theirs = await read(here, here.client.executive);
    expect(mine.issued).toMatchObject({ sha256, version: 1, issuedOn: "2027-03-15", isIntact: true });
    expect(theirs.issued?.content).toEqual(mine.issued?.content);
    expect(mine.issued?.content).toMatchObject({
      soa: { version: "3.1" },
      narrative: { recommendation: "certify_after_plan" },
      closing: { on: "2027-03-12" },
      issued: { on: "2027-03-15", by: here.body.auditor.personName, version: 1 },
    });
    expect(countGrades(mine.issued?.content ?? { findings: [] })).toMatchObject({ major: 1, minor: 0 });
    expect(mine.view.audit).toMatchObject({ state: "reported", recommendation: "certify_after_plan" });
    expect(await stateOfCase(here)).toBe("findings_open");
  });

  test("withdrawing the last nonconformity hands the case over to the decision (DEC-4)", async () => {
    const [finding] = (await read(here)).view.record.findings;
    const act = { projectId: here.projectId, findingId: finding?.id ?? "" };
    const reason = "The sampled changes belong to another organisation.";
    await withdrawFinding(here.body.auditor, { ...act, reason }, afterStage2());
    expect(await stateOfCase(here)).toBe("review_pending");
    expect((await read(here)).issued?.content.findings).toMatchObject([{ isWithdrawn: false }]);
  });

  test("it is issued once, and cannot be drafted again", async () => {
    expect(await codesOf(issueReport(here.body.auditor, auditOf(here), afterStage2()))).toContain(
      "wrong-state",
    );
    const again = saveReportDraft(here.second, { ...auditOf(here), narrative }, afterStage2());
    expect(await codesOf(again)).toEqual(["wrong-state"]);
  });

  test("raw SQL can neither change nor delete it (invariant 21)", async () => {
    await expect(rows().report.updateMany({ data: { sha256: "0".repeat(64) } })).rejects.toThrow();
    await expect(rows().report.deleteMany({})).rejects.toThrow();
    expect((await read(here)).issued?.isIntact).toBe(true);
  });

  test("for strangers there is no report, and for nobody a version that was not issued", async () => {
    const second = readReport(here.client.manager, here.projectId, here.stage2Id, 2);
    expect(await codesOf(second)).toEqual(["NotThere"]);
    const { auditor } = await createOrganisation("body", "Birch Cert", ["auditor"]);
    expect(await codesOf(read(here, auditor))).toEqual(["NotThere"]);
    const save = saveReportDraft(auditor, { ...auditOf(here), narrative }, duringStage2());
    expect(await codesOf(save)).toEqual(["NotThere"]);
    expect(await codesOf(issueReport(auditor, auditOf(here), afterStage2()))).toEqual(["NotThere"]);
  });
});

test("an audit without nonconformities is valid, and goes straight to the decision (NC-9)", async () => {
  const here = await layRunningStage2();
  const findingId = await log(here, "opportunity");
  await discardDraft(here.body.auditor, { projectId: here.projectId, findingId }, duringStage2());
  await closeMeeting(here);
  const certify = { ...narrative, recommendation: "certify" as const };
  await saveReportDraft(here.body.auditor, { ...auditOf(here), narrative: certify }, duringStage2());
  await issueReport(here.body.auditor, auditOf(here), afterStage2());
  expect(await stateOfCase(here)).toBe("review_pending");
});

test("the report of Stage 1 needs a conclusion that fits its concerns, and takes the case to its review (ST1-2, ST1-3)", async () => {
  const here = await layRunningStage2();
  const { clientId, bodyId } = await rows().audit.findUniqueOrThrow({ where: { id: here.stage1Id } });
  const stage1Id = "01a20000-0000-7000-8000-000000000001";
  const own = { caseId: here.caseId, projectId: here.projectId, clientId, bodyId };
  const concern = {
    auditId: stage1Id,
    requirementRef: "6.1.2",
    statement: "The method is new.",
    number: "S1-09",
  };
  const ownerUrl = new URL(database.owner());
  const { default: pg } = await import("pg");
  const owner = new pg.Client({ connectionString: ownerUrl.href });
  await owner.connect();
  // Back to the point before Stage 1 was reported: only the owner of the tables can turn time.
  await owner.query("SET session_replication_role = replica");
  await owner.query("UPDATE certification_case SET state = 'stage1_planned' WHERE id = $1", [here.caseId]);
  await owner.query("UPDATE audit SET state = 'cancelled', ended_reason = 'Not needed here' WHERE id = $1", [
    here.stage2Id,
  ]);
  await owner.end();
  await rows().audit.create({
    data: {
      ...own,
      id: stage1Id,
      kind: "stage1",
      no: 2,
      state: "running",
      startsOn: dayToDate(day("2027-03-08")),
      endsOn: dayToDate(day("2027-03-09")),
      createdAt: AFTER_STAGE_2,
    },
  });
  await rows().teamMember.create({
    data: { ...own, auditId: stage1Id, personId: here.body.auditor.personId, role: "lead" },
  });
  await rows().concern.create({
    data: {
      ...own,
      ...concern,
      id: "01a20000-0000-7000-8000-000000000002",
      blocking: true,
      state: "open",
      draftedByOrganisationId: bodyId,
    },
  });
  const audit = { projectId: here.projectId, auditId: stage1Id };
  const ready = {
    ...emptyNarrative,
    conclusion: "ready" as const,
    statement: "Documents and checks are there.",
  };
  await saveReportDraft(here.body.auditor, { ...audit, narrative: ready }, duringStage2());
  expect(await codesOf(issueReport(here.body.auditor, audit, afterStage2()))).toEqual([
    "readiness-incomplete",
    "conclusion-ignores-concern",
  ]);
  await rows().readinessItem.createMany({
    data: (await rows().readinessItem.findMany({ where: { auditId: here.stage1Id } })).map((item) => ({
      ...item,
      auditId: stage1Id,
    })),
  });
  const corrected = { ...ready, conclusion: "ready_after_corrections" as const };
  await saveReportDraft(here.body.auditor, { ...audit, narrative: corrected }, duringStage2());
  await issueReport(here.body.auditor, audit, afterStage2());
  const { issued } = await readReport(here.client.manager, here.projectId, stage1Id);
  expect(issued?.content).toMatchObject({
    narrative: { conclusion: "ready_after_corrections" },
    concerns: [{ number: "S1-09", blocking: true }],
    stage1: null,
  });
  expect(await stateOfCase(here)).toBe("stage1_review");
});
