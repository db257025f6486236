import { expect, test } from "vitest";
import { NotThere, Rejected } from "@/lib/outcome";
import { readAudit } from "@/lib/store/audit-view";
import {
  acceptConcern,
  answerConcern,
  discardConcern,
  draftConcern,
  issueConcern,
  returnConcern,
} from "@/lib/store/concerns";
import { addInterview, setReadiness } from "@/lib/store/stage1";
import { type AuditScene, engageProject, runStage1, STAGE_1_DAY, seeAudit } from "../support/audit-story";
import { codesOf } from "../support/refusals";
import { rows } from "../support/rows";
import { at, createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

const onDay = () => submission(at(STAGE_1_DAY));
const draft = {
  concernId: null,
  requirementRef: "6.1.3",
  statement: "The treatment plan names no owner for three of nine risks.",
  blocking: true,
};

async function draftOne(scene: AuditScene, auditId: string) {
  const ref = { projectId: scene.projectId, auditId };
  await draftConcern(scene.auditor, { ...ref, ...draft }, onDay());
  const concerns = (await seeAudit(scene, auditId)).details.concerns;
  return { ...ref, concernId: concerns.find(({ state }) => state === "draft")?.id ?? "" };
}

test("the readiness list is saved in one act, only what changed, and stays with the body until the report (IS-3)", async () => {
  const scene = await engageProject("Readiness");
  const { auditor, manager, projectId } = scene;
  const auditId = await runStage1(scene);
  const ref = { projectId, auditId };
  const items = [
    { key: "scope", verdict: "seen" as const, note: null },
    { key: "policy", verdict: "missing" as const, note: "Not approved yet" },
  ];
  await setReadiness(auditor, { ...ref, items }, onDay());
  const seen = await seeAudit(scene, auditId);
  expect(seen.audit.readiness).toMatchObject({ looked: 2, listed: 15, missing: 1 });
  expect((await readAudit(manager, projectId, auditId)).details.readiness).toEqual([]);
  await expect(setReadiness(auditor, { ...ref, items }, onDay())).rejects.toThrow(Rejected);
  expect((await seeAudit(scene, auditId)).audit.version).toBe(seen.audit.version);
  const entries = await rows().event.findMany({ where: { kind: "audit.setReadiness", subjectId: auditId } });
  expect(entries.map(({ audience }) => audience)).toEqual(["body", "body"]);
});

test("an interview is noted with who and what about (ST1-1)", async () => {
  const scene = await engageProject("Interviews");
  const { lead, projectId } = scene;
  const auditId = await runStage1(scene);
  const ref = { projectId, auditId };
  await addInterview(lead, { ...ref, who: "Head of IT", topic: "Backups", note: null }, onDay());
  expect((await seeAudit(scene, auditId)).details.interviews).toMatchObject([
    { who: "Head of IT", topic: "Backups", on: STAGE_1_DAY },
  ]);
  expect(await codesOf(addInterview(lead, { ...ref, who: "", topic: "", note: null }, onDay()))).toEqual([
    "interview-incomplete",
  ]);
});

test("a concern is drafted for the own side, issued with a number, answered, returned and accepted (ST1-2)", async () => {
  const scene = await engageProject("Concerns");
  const { lead, auditor, manager, projectId } = scene;
  const auditId = await runStage1(scene);
  const concern = await draftOne(scene, auditId);
  expect((await readAudit(manager, projectId, auditId)).details.concerns).toEqual([]);
  const rewritten = { ...concern, ...draft, concernId: concern.concernId, blocking: false };
  await draftConcern(auditor, rewritten, onDay());
  await draftConcern(auditor, { ...rewritten, blocking: true }, onDay());
  expect(await codesOf(issueConcern(auditor, concern, onDay()))).toEqual(["not-lead"]);
  await issueConcern(lead, concern, onDay());
  const short = { ...concern, answer: "Done" };
  expect(await codesOf(answerConcern(manager, short, onDay()))).toEqual(["reason-missing"]);
  await answerConcern(manager, { ...concern, answer: "Each risk has an owner now." }, onDay());
  await returnConcern(auditor, { ...concern, comment: "Risk 7 still has none." }, onDay());
  expect((await readAudit(manager, projectId, auditId)).details.concerns).toMatchObject([
    { number: "S1-01", state: "open", comment: "Risk 7 still has none.", blocking: true },
  ]);
  await answerConcern(manager, { ...concern, answer: "Risk 7 has an owner too." }, onDay());
  await acceptConcern(lead, concern, onDay());
  expect((await seeAudit(scene, auditId)).details.concerns).toMatchObject([
    { state: "accepted", acceptedBy: "Concerns Lead", acceptedOn: STAGE_1_DAY, comment: null },
  ]);
});

test("the client neither issues nor accepts, and the body does not answer for it (INV-19)", async () => {
  const scene = await engageProject("Own sides");
  const { lead, manager } = scene;
  const auditId = await runStage1(scene);
  const concern = await draftOne(scene, auditId);
  // The body's draft is not there for the client.
  const refused = await codesOf(issueConcern(manager, concern, onDay()));
  expect(refused).toEqual(["not-yours", "not-lead", "concern-not-there"]);
  await issueConcern(lead, concern, onDay());
  const answer = "Each risk has an owner now.";
  expect(await codesOf(answerConcern(lead, { ...concern, answer }, onDay()))).toEqual(["not-yours"]);
  await answerConcern(manager, { ...concern, answer }, onDay());
  expect(await codesOf(acceptConcern(manager, concern, onDay()))).toEqual(["not-yours", "not-on-team"]);
  const { planner: stranger } = await createOrganisation("body", "Strangers", ["planner"]);
  await expect(acceptConcern(stranger, concern, onDay())).rejects.toThrow(NotThere);
  expect((await seeAudit(scene, auditId)).details.concerns[0]?.state).toBe("answered");
});

test("a draft is deleted without leaving a number behind; an issued concern is not deleted", async () => {
  const scene = await engageProject("Discards");
  const { lead, auditor } = scene;
  const auditId = await runStage1(scene);
  await discardConcern(auditor, await draftOne(scene, auditId), onDay());
  const concern = await draftOne(scene, auditId);
  await issueConcern(lead, concern, onDay());
  expect(await codesOf(discardConcern(auditor, concern, onDay()))).toEqual(["concern-not-there"]);
  const { concerns } = (await seeAudit(scene, auditId)).details;
  expect(concerns.map(({ number }) => number)).toEqual(["S1-01"]);
});

test("20 concerns issued at the same time get 20 numbers", async () => {
  const scene = await engageProject("Numbers");
  const auditId = await runStage1(scene);
  const drafts: Awaited<ReturnType<typeof draftOne>>[] = [];
  for (let count = 0; count < 20; count += 1) {
    const ref = { projectId: scene.projectId, auditId };
    await draftConcern(scene.auditor, { ...ref, ...draft }, onDay());
  }
  for (const { id } of (await seeAudit(scene, auditId)).details.concerns)
    drafts.push({ projectId: scene.projectId, auditId, concernId: id });
  await Promise.all(drafts.map((concern) => issueConcern(scene.lead, concern, onDay())));
  const { concerns } = (await seeAudit(scene, auditId)).details;
  const expected = Array.from({ length: 20 }, (_, index) => `S1-${String(index + 1).padStart(2, "0")}`);
  expect(concerns.map(({ number }) => number)).toEqual(expected);
});
