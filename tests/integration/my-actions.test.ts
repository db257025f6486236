import { beforeAll, expect, test } from "vitest";
import { day } from "@/lib/day";
import { standingOfProof } from "@/lib/lifecycle/proof-standing";
import { NotThere } from "@/lib/outcome";
import { proveAction, submitEvidence } from "@/lib/store/evidence";
import { listActions, readAction } from "@/lib/store/my-actions";
import { submitPlan } from "@/lib/store/plans";
import { acceptPlan, returnEvidence } from "@/lib/store/verification";
import { listVerifyQueue } from "@/lib/store/verify-queue";
import {
  completePlan,
  createParties,
  type OpenFindings,
  openFindings,
  uploadFile,
} from "../support/open-findings";
import { addPerson, at, createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();
let story: OpenFindings;

beforeAll(async () => {
  story = await openFindings(await createParties());
  const { manager, owner } = story.client;
  await submitPlan(manager, { ...story.major, plan: completePlan(owner.personId) }, submission());
  const later = completePlan(manager.personId, day("2027-01-30"));
  await submitPlan(manager, { ...story.minor, plan: later }, submission(at("2027-01-14")));
});

const standings = async () => (await listActions(story.client.owner, "mine")).map(standingOfProof);

test("an action owner sees own actions alone, with finding, day and what counts as proof", async () => {
  const actions = await listActions(story.client.owner, "all");
  expect(actions).toMatchObject([
    {
      what: "Test a restore each quarter",
      number: "NC-001",
      grade: "major",
      dueOn: "2027-02-20",
      proof: "Protocol of the first test",
      files: 0,
    },
  ]);
});

test("the manager sees own actions, or those of everybody with what is due first on top", async () => {
  const { manager } = story.client;
  expect((await listActions(manager, "mine")).map(({ number }) => number)).toEqual(["NC-002"]);
  expect((await listActions(manager, "all")).map(({ number }) => number)).toEqual(["NC-002", "NC-001"]);
});

test("an action of somebody else does not exist for an owner, and none for a stranger or the body", async () => {
  const [theirs] = await listActions(story.client.manager, "mine");
  const stranger = await createOrganisation("client", "Contoso", ["manager"]);
  for (const actor of [story.client.owner, stranger.manager, story.body.auditor]) {
    await expect(readAction(actor, theirs?.id ?? "")).rejects.toBeInstanceOf(NotThere);
  }
  expect(await listActions(stranger.manager, "all")).toEqual([]);
  await expect(listActions(story.body.auditor, "all")).rejects.toBeInstanceOf(NotThere);
  await expect(listActions(story.client.executive, "mine")).rejects.toBeInstanceOf(NotThere);
});

test("the queue shows what waits for the body, the longest wait first, and whose audit it is", async () => {
  const queue = await listVerifyQueue(story.body.auditor);
  expect(queue.map(({ number, state, isMine }) => [number, state, isMine])).toEqual([
    ["NC-001", "response_submitted", true],
    ["NC-002", "response_submitted", true],
  ]);
  expect(queue[0]).toMatchObject({ clientName: "Northwind", closureDueOn: "2027-04-08" });
  const colleague = await addPerson(story.body.admin, "Another Auditor", ["auditor"]);
  expect((await listVerifyQueue(colleague)).map(({ isMine }) => isMine)).toEqual([false, false]);
});

test("another body's queue is empty, and a client has none", async () => {
  const other = await createOrganisation("body", "Otherwell", ["auditor"]);
  expect(await listVerifyQueue(other.auditor)).toEqual([]);
  await expect(listVerifyQueue(story.client.manager)).rejects.toBeInstanceOf(NotThere);
});

test("an owner learns what became of the last proof: none, added, done, with the body, returned", async () => {
  const { owner, manager } = story.client;
  const { auditor } = story.body;
  const [action] = await listActions(owner, "mine");
  const act = { ...story.major, actionId: action?.id ?? "", note: null };
  expect(await standings()).toEqual(["none"]);
  await acceptPlan(auditor, { ...story.major, method: "documents" }, submission());
  const fileIds = [await uploadFile(owner, story.projectId)];
  await proveAction(owner, { ...act, fileIds, done: false }, submission());
  expect(await standings()).toEqual(["added"]);
  await proveAction(owner, { ...act, fileIds: [], done: true }, submission());
  expect(await standings()).toEqual(["done"]);
  await submitEvidence(manager, story.major, submission(at("2027-01-15")));
  expect(await standings()).toEqual(["with_body"]);
  const queue = await listVerifyQueue(auditor);
  expect(queue.map(({ number, state }) => [number, state])).toEqual([
    ["NC-002", "response_submitted"],
    ["NC-001", "evidence_submitted"],
  ]);
  await returnEvidence(
    auditor,
    { ...story.major, comment: "It carries no date." },
    submission(at("2027-01-16")),
  );
  expect(await standings()).toEqual(["returned"]);
  expect(await readAction(owner, act.actionId)).toMatchObject({
    returnComment: "It carries no date.",
    evidence: [{ fileId: fileIds[0], name: "protocol.pdf" }],
  });
});
