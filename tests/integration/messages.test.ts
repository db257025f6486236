import { beforeEach, expect, test } from "vitest";
import { NotThere, Refused } from "@/lib/outcome";
import { countUnread, listMessages, markAllRead, openMessage, sweepMessages } from "@/lib/store/messages";
import { submitPlan } from "@/lib/store/plans";
import { acceptPlan, returnPlan } from "@/lib/store/verification";
import { completePlan, createParties, type OpenFindings, openFindings } from "../support/open-findings";
import { rows } from "../support/rows";
import { openRequest, planProject } from "../support/sourcing-story";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();
let story: OpenFindings;

beforeEach(async () => {
  story = await openFindings(await createParties());
});

const told = async (actor: Parameters<typeof listMessages>[0]) =>
  (await listMessages(actor)).messages.map(({ subject }) => subject);

async function submit() {
  const { manager, owner } = story.client;
  await submitPlan(manager, { ...story.minor, plan: completePlan(owner.personId) }, submission());
}

test("an act tells the people whom it concerns, and nobody else", async () => {
  const { client, body, minor } = story;
  await submit();
  expect(await told(body.auditor)).toEqual(["Plan of NC-002 submitted"]);
  await acceptPlan(body.auditor, { ...minor, method: "documents" }, submission());
  expect(await told(client.manager)).toEqual(["Plan of NC-002 accepted"]);
  expect(await told(client.owner)).toEqual(["You have an action of NC-002 to do"]);
  // Of the own act nobody is told.
  expect(await told(body.auditor)).toEqual(["Plan of NC-002 submitted"]);
  expect(await told(client.executive)).toEqual([]);
  expect(await told(body.decider)).toEqual([]);
});

test("a body that is asked for a proposal is told, though the entry of the trail is the client's alone", async () => {
  const asked = await createOrganisation("body", "Asked", ["planner"]);
  const other = await createOrganisation("body", "Other", ["planner"]);
  await openRequest(await planProject("Asked"), [asked.admin.organisationId]);
  expect(await told(asked.planner)).toEqual(["You are asked for a proposal"]);
  expect(await told(other.planner)).toEqual([]);
});

test("an act that is refused, or sent twice, tells nobody, or once", async () => {
  const { client, body, minor } = story;
  const comment = "The cause is missing.";
  await expect(returnPlan(body.auditor, { ...minor, comment }, submission())).rejects.toThrow(Refused);
  expect(await told(client.manager)).toEqual([]);
  await submit();
  const twice = submission();
  await returnPlan(body.auditor, { ...minor, comment }, twice);
  await returnPlan(body.auditor, { ...minor, comment }, twice);
  expect(await told(client.manager)).toEqual(["Plan of NC-002 returned"]);
});

test("no message holds what was written in the record", async () => {
  const { body, minor } = story;
  await submit();
  await returnPlan(body.auditor, { ...minor, comment: "The cause is missing." }, submission());
  const kept = JSON.stringify(await rows().message.findMany());
  const finding = await rows().finding.findUniqueOrThrow({ where: { id: minor.findingId } });
  for (const text of ["The cause is missing", finding.statement ?? "", finding.evidence ?? ""]) {
    expect(text).not.toBe("");
    expect(kept).not.toContain(text);
  }
});

test("opening a message marks it as read and leads to its page; nobody opens another one's", async () => {
  const { client, body, minor } = story;
  await submit();
  await returnPlan(body.auditor, { ...minor, comment: "The cause is missing." }, submission());
  const [message] = (await listMessages(client.manager)).messages;
  expect(await countUnread(client.manager)).toBe(1);
  const id = message?.id ?? "";
  for (const other of [client.owner, client.admin, body.auditor]) {
    await expect(openMessage(other, id, START)).rejects.toThrow(NotThere);
  }
  expect(await countUnread(client.manager)).toBe(1);
  const { organisationSlug } = client.manager;
  const page = `/${organisationSlug}/projects/${minor.projectId}/findings/${minor.findingId}/plan`;
  expect(await openMessage(client.manager, id, START)).toBe(page);
  expect(await countUnread(client.manager)).toBe(0);
});

test("all messages until now are marked as read at once, one's own alone", async () => {
  const { client, body, minor } = story;
  await submit();
  await acceptPlan(body.auditor, { ...minor, method: "documents" }, submission());
  const once = submission();
  expect(await markAllRead(client.manager, once)).toEqual({ count: 1 });
  expect(await markAllRead(client.manager, once)).toEqual({ count: 1 });
  expect(await markAllRead(client.manager, submission())).toEqual({ count: 0 });
  expect(await countUnread(client.manager)).toBe(0);
  expect(await countUnread(client.owner)).toBe(1);
});

test("what is older than ninety days goes; the trail keeps what happened", async () => {
  const { body } = story;
  await submit();
  const at = (days: number) => new Date(START.getTime() + days * 24 * 3_600_000);
  expect(await sweepMessages(at(89))).toBe(0);
  expect(await told(body.auditor)).toHaveLength(1);
  expect(await sweepMessages(at(91))).toBeGreaterThan(0);
  expect(await told(body.auditor)).toEqual([]);
  expect(await rows().event.count({ where: { kind: "nonconformity.submitResponse" } })).toBeGreaterThan(0);
});
