import { beforeAll, expect, test } from "vitest";
import { day } from "@/lib/day";
import { emptyNarrative } from "@/lib/documents/audit-report";
import type { Submission } from "@/lib/store/act";
import { issueFinding } from "@/lib/store/finding-issue";
import { readFinding } from "@/lib/store/finding-page";
import { draftFinding } from "@/lib/store/findings";
import { newId } from "@/lib/store/new-id";
import { listKnownProofs } from "@/lib/store/recorded-proofs";
import { issueReport, saveReportDraft } from "@/lib/store/reports";
import { codesOf } from "../support/codes";
import { rows } from "../support/rows";
import { AFTER_STAGE_2, layRunningStage2, type RunningStage2 } from "../support/running-stage2";
import { onDatabase, submission } from "../support/story";

onDatabase();

let here: RunningStage2;
let proofId: string;

beforeAll(async () => {
  here = await layRunningStage2({ connected: false });
  proofId = newId();
  const { clientId } = await rows().project.findUniqueOrThrow({ where: { id: here.projectId } });
  await rows().storedFile.create({
    data: {
      id: proofId,
      projectId: here.projectId,
      clientId,
      organisationId: clientId,
      side: "client",
      name: "stage2-report.pdf",
      mediaType: "application/pdf",
      size: 1200,
      sha256: "a".repeat(64),
      uploadedById: here.client.manager.personId,
      uploadedAt: AFTER_STAGE_2,
    },
  });
});

/** What the client's manager states of an act of the body. */
const recorded = (by: string, on = "2027-03-12"): Submission =>
  submission(AFTER_STAGE_2, { recorded: { on: day(on), by, proofId } });

const draft = {
  grade: "minor",
  requirementRef: "7.5.3",
  subRef: null,
  statement: "Two procedures have no owner.",
  evidence: "Procedures P-07 and P-11 name nobody.",
  siteId: null,
  process: null,
} as const;

const log = (sent: Submission, actor = here.client.manager) =>
  draftFinding(actor, { projectId: here.projectId, auditId: here.stage2Id, draft }, sent);

test("the client's manager records the finding of a body that is not on CertTrail, under the auditor's name", async () => {
  const lead = here.body.auditor.personName;
  const { findingId } = await log(recorded("Rosa  Lind"));
  const act = { projectId: here.projectId, findingId };
  expect(await codesOf(issueFinding(here.client.manager, act, recorded("Rosa Lind")))).toEqual(["not-lead"]);
  const { number } = await issueFinding(here.client.manager, act, recorded(lead));
  const { text, finding, activity } = await readFinding(here.client.manager, here.projectId, findingId);
  expect(text).toMatchObject({ draftedBy: "Rosa Lind", issuedBy: lead, issuedOn: "2027-03-12" });
  expect(finding).toMatchObject({ number, planDueOn: "2027-04-11" });
  expect(activity[0]?.recorded).toMatchObject({ actedBy: lead, on: "2027-03-12", standing: "recorded" });
  expect(await listKnownProofs(here.client.manager, here.projectId)).toEqual([
    { id: proofId, name: "stage2-report.pdf" },
  ]);
});

test("without day, person and document, or in the name of the client's own people, nothing is recorded", async () => {
  const before = await rows().finding.count();
  expect(await codesOf(log(submission(AFTER_STAGE_2)))).toEqual(["not-recorded", "not-on-team"]);
  const own = recorded(here.client.executive.personName);
  expect(await codesOf(log(own))).toEqual(["recorded-person-of-client", "not-on-team"]);
  expect(await codesOf(log(recorded("Somebody Else")))).toEqual(["not-on-team"]);
  expect(await codesOf(log(recorded("Rosa Lind", "2027-03-16")))).toEqual(["act-in-future"]);
  expect(await codesOf(log(recorded("Rosa Lind"), here.client.executive))).toEqual(["not-yours"]);
  expect(await rows().finding.count()).toBe(before);
});

test("the recorded report asks the same as the body's own (REP-1, CON-3)", async () => {
  const audit = { projectId: here.projectId, auditId: here.stage2Id };
  const lead = here.body.auditor.personName;
  const narrative = {
    ...emptyNarrative,
    recommendation: "certify_after_plan" as const,
    statement: "The system conforms but for one minor.",
    scopeAppropriate: true,
    objectivesMet: true,
  };
  await saveReportDraft(here.client.manager, { ...audit, narrative }, recorded(lead));
  expect(await codesOf(issueReport(here.client.manager, audit, recorded(lead)))).toEqual(["closing-missing"]);
});
