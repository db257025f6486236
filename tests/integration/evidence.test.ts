import { createHash } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { day } from "@/lib/day";
import { Changed, NotThere, Refused, Rejected } from "@/lib/outcome";
import { readCorrectiveAction } from "@/lib/store/corrective-actions";
import { proveAction, submitEvidence } from "@/lib/store/evidence";
import { findFile } from "@/lib/store/files";
import { savePlan, submitPlan } from "@/lib/store/plans";
import { acceptPlan, returnEvidence } from "@/lib/store/verification";
import {
  completePlan,
  createParties,
  type OpenFindings,
  openFindings,
  type Parties,
  readStates,
  uploadFile,
} from "../support/open-findings";
import { rows } from "../support/rows";
import { addPerson, onDatabase, START, submission } from "../support/story";

onDatabase();
let parties: Parties;
let story: OpenFindings;
let actionId: string;

beforeAll(async () => {
  parties = await createParties();
});

/** The major has an accepted plan with one action of the action owner. */
beforeEach(async () => {
  story = await openFindings(parties);
  const { manager, owner } = story.client;
  await submitPlan(manager, { ...story.major, plan: completePlan(owner.personId) }, submission());
  await acceptPlan(story.body.auditor, { ...story.major, method: "documents" }, submission());
  actionId = (await view()).actions[0]?.id ?? "";
});

const view = () => readCorrectiveAction(story.client.manager, story.projectId, story.major.findingId);
const proof = (fileIds: string[], more = {}) => ({
  ...{ ...story.major, actionId, fileIds, note: "First test", done: false },
  ...more,
});

test("a proof has a day of its own, beside the one on which it was added, and none that lies ahead", async () => {
  const { owner } = story.client;
  const file = await uploadFile(owner, story.projectId);
  const ahead = proveAction(owner, proof([file], { datedOn: day("2027-01-12") }), submission());
  await expect(ahead).rejects.toMatchObject({ errors: { datedOn: expect.stringContaining("11 Jan 2027") } });
  expect((await view()).evidence).toEqual([]);
  await proveAction(owner, proof([file], { datedOn: day("2026-12-03") }), submission());
  const [shown] = (await view()).evidence;
  expect(shown?.datedOn).toBe("2026-12-03");
  expect(new Date(shown?.at ?? "")).toEqual(START);
});

test("an action owner adds proof to the own action and marks it as done, in one act", async () => {
  const { owner } = story.client;
  const file = await uploadFile(owner, story.projectId, "Prüfprotokoll.pdf");
  await proveAction(owner, proof([file], { done: true }), submission());
  const { actions, evidence } = await view();
  expect(actions[0]).toMatchObject({
    doneOn: "2027-01-11",
    doneBy: owner.personName,
    doneNote: "First test",
  });
  expect(evidence).toMatchObject([
    {
      fileId: file,
      actionId,
      name: "Prüfprotokoll.pdf",
      size: 27,
      by: owner.personName,
      sha256: createHash("sha256").update("%PDF-1.7 Prüfprotokoll.pdf").digest("hex"),
    },
  ]);
});

test("an action owner cannot act on the action of somebody else (CAP-1)", async () => {
  const { owner, manager } = story.client;
  const other = completePlan(manager.personId);
  await savePlan(manager, { ...story.minor, plan: other }, submission());
  const theirs = await readCorrectiveAction(manager, story.projectId, story.minor.findingId);
  const file = await uploadFile(owner, story.projectId);
  const before = await readStates(story.minor);
  const act = { ...proof([file]), ...story.minor, actionId: theirs.actions[0]?.id ?? "" };
  await expect(proveAction(owner, act, submission())).rejects.toMatchObject({
    refusals: [{ code: "not-own-action" }],
  });
  expect(await readStates(story.minor)).toEqual(before);
});

test("an owner without an action in the project does not reach it, nor its files", async () => {
  const idle = await addPerson(story.client.admin, "Idle Owner", ["owner"]);
  const file = await uploadFile(story.client.manager, story.projectId);
  await expect(proveAction(idle, proof([file]), submission())).rejects.toBeInstanceOf(NotThere);
  await expect(findFile(idle, story.projectId, file)).rejects.toBeInstanceOf(NotThere);
});

test("neither the body nor an executive adds the client's evidence (INV-19)", async () => {
  const before = await readStates(story.major);
  for (const actor of [story.body.auditor, story.client.executive]) {
    const act = proveAction(actor, proof(["0190b1d2-0000-7000-8000-000000000000"]), submission());
    await expect(act).rejects.toMatchObject({
      refusals: expect.arrayContaining([expect.objectContaining({ code: "not-yours" })]),
    });
  }
  expect(await readStates(story.major)).toEqual(before);
});

test("a file of the other side, or of another project, is no evidence", async () => {
  const theirs = await uploadFile(story.body.auditor, story.projectId);
  const other = await openFindings(parties);
  const elsewhere = await uploadFile(story.client.manager, other.projectId);
  for (const file of [theirs, elsewhere]) {
    const act = proveAction(story.client.manager, proof([file]), submission());
    await expect(act).rejects.toBeInstanceOf(Rejected);
  }
  expect((await view()).evidence).toEqual([]);
});

test("nothing to add is said at the field, and an action is done only once", async () => {
  const { owner } = story.client;
  await expect(proveAction(owner, proof([]), submission())).rejects.toBeInstanceOf(Rejected);
  await proveAction(owner, proof([], { done: true }), submission());
  await expect(proveAction(owner, proof([], { done: true }), submission())).rejects.toBeInstanceOf(Changed);
});

test("an action that is not of this plan is refused", async () => {
  const file = await uploadFile(story.client.manager, story.projectId);
  const act = proveAction(
    story.client.manager,
    proof([file], { actionId: "0190b1d2-0000-7000-8000-000000000000" }),
    submission(),
  );
  await expect(act).rejects.toBeInstanceOf(Refused);
});

test("the body reads a file once its evidence was submitted, not before, and still after a return (CAP-2)", async () => {
  const { manager } = story.client;
  const { auditor } = story.body;
  const file = await uploadFile(manager, story.projectId);
  await proveAction(manager, proof([file], { done: true }), submission());
  await expect(findFile(auditor, story.projectId, file)).rejects.toBeInstanceOf(NotThere);
  const before = await readCorrectiveAction(auditor, story.projectId, story.major.findingId);
  expect(before.evidence).toEqual([]);
  await submitEvidence(manager, story.major, submission());
  expect(await findFile(auditor, story.projectId, file)).toMatchObject({ name: "protocol.pdf", size: 21 });
  await returnEvidence(auditor, { ...story.major, comment: "It carries no date." }, submission());
  const after = await readCorrectiveAction(auditor, story.projectId, story.major.findingId);
  expect(after.evidence.map(({ fileId }) => fileId)).toEqual([file]);
});

test("a plan saved again after a return keeps the evidence of its actions", async () => {
  const { manager, owner } = story.client;
  const plan = completePlan(owner.personId);
  await savePlan(manager, { ...story.minor, plan }, submission());
  const [row] = (await readCorrectiveAction(manager, story.projectId, story.minor.findingId)).actions;
  const file = await uploadFile(manager, story.projectId);
  const act = { ...proof([file]), ...story.minor, actionId: row?.id ?? "" };
  await proveAction(manager, act, submission());
  const kept = { ...plan, actions: plan.actions.map((action) => ({ ...action, id: row?.id ?? "" })) };
  await savePlan(manager, { ...story.minor, plan: kept }, submission());
  const evidence = () => rows().evidence.findMany({ where: { findingId: story.minor.findingId } });
  expect(await evidence()).toMatchObject([{ fileId: file, actionId: row?.id }]);
  await savePlan(manager, { ...story.minor, plan: { ...plan, actions: [] } }, submission());
  expect(await evidence()).toMatchObject([{ fileId: file, actionId: null }]);
});
