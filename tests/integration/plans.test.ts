import { beforeAll, expect, test } from "vitest";
import { addDays } from "@/lib/day";
import { Changed, NotThere, Refused, Rejected } from "@/lib/outcome";
import { readCorrectiveAction } from "@/lib/store/corrective-actions";
import { savePlan, submitPlan } from "@/lib/store/plans";
import { returnPlan } from "@/lib/store/verification";
import {
  CLOSURE_DUE,
  completePlan,
  createParties,
  type OpenFindings,
  openFindings,
  PLAN_DUE,
  readStates,
} from "../support/open-findings";
import { rows } from "../support/rows";
import { at, createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();
let story: OpenFindings;
const empty = {
  correction: null,
  extent: null,
  cause: null,
  causeMethod: "free_text" as const,
  effectivenessCheck: null,
  actions: [],
};

beforeAll(async () => {
  story = await openFindings(await createParties());
});

/** The codes of the refusals, and proof that nothing was written. */
async function refusedCodes(run: () => Promise<unknown>) {
  const before = await readStates(story.major);
  const refusal = await run().then(
    () => null,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(Refused);
  expect(await readStates(story.major)).toEqual(before);
  return (refusal as Refused).refusals;
}

test("the manager saves a plan with gaps, which the body cannot see (CAP-1)", async () => {
  const { manager } = story.client;
  const plan = { ...empty, correction: "Restored once." };
  await savePlan(manager, { ...story.major, plan }, submission());
  const own = await readCorrectiveAction(manager, story.projectId, story.major.findingId);
  expect(own.plan?.correction).toBe("Restored once.");
  const theirs = await readCorrectiveAction(story.body.auditor, story.projectId, story.major.findingId);
  expect(theirs.plan).toBeNull();
  const events = await rows().event.findMany({ where: { kind: "nonconformity.savePlan" } });
  expect(events.map(({ audience }) => audience)).toEqual(["client"]);
});

test("a plan without correction, extent, cause or action is refused with each reason (CAP-1, CAP-4, CAP-6)", async () => {
  const refusals = await refusedCodes(() =>
    submitPlan(story.client.manager, { ...story.major, plan: empty }, submission()),
  );
  expect(refusals.map(({ code, rule }) => `${code} ${rule}`)).toEqual([
    "correction-missing CAP-4",
    "extent-missing CAP-6",
    "cause-missing CAP-1",
    "action-missing CAP-4",
  ]);
});

test("an action due after the day of closing is refused, and the reason names the day (CAP-1)", async () => {
  const plan = completePlan(story.client.owner.personId, addDays(CLOSURE_DUE, 1));
  const refusals = await refusedCodes(() =>
    submitPlan(story.client.manager, { ...story.major, plan }, submission()),
  );
  expect(refusals).toMatchObject([{ code: "action-past-limit", data: { limit: CLOSURE_DUE } }]);
});

test("an action without owner and due day can be saved but not submitted (CAP-1)", async () => {
  const plan = completePlan(story.client.owner.personId);
  const gaps = {
    ...plan,
    actions: plan.actions.map((action) => ({ ...action, ownerId: null, dueOn: null })),
  };
  await savePlan(story.client.manager, { ...story.major, plan: gaps }, submission());
  const refusals = await refusedCodes(() =>
    submitPlan(story.client.manager, { ...story.major, plan: gaps }, submission()),
  );
  expect(refusals.map(({ code }) => code)).toEqual(["action-incomplete"]);
});

test("a late plan asks for a reason and passes with one, which is kept (CAP-1)", async () => {
  const plan = completePlan(story.client.owner.personId);
  const late = at(addDays(PLAN_DUE, 1));
  const refusals = await refusedCodes(() =>
    submitPlan(story.client.manager, { ...story.major, plan }, submission(late)),
  );
  expect(refusals).toMatchObject([{ code: "plan-late", severity: "justify" }]);
});

test("an owner who is nobody of the client is turned away at the field", async () => {
  const plan = completePlan(story.body.auditor.personId);
  const failure = savePlan(story.client.manager, { ...story.major, plan }, submission());
  await expect(failure).rejects.toBeInstanceOf(Rejected);
  await expect(failure).rejects.toHaveProperty("errors", {
    "actions.0.ownerId": "Choose an owner from the people of your organisation.",
  });
});

test("only the client's manager writes the plan (INV-19)", async () => {
  const plan = completePlan(story.client.owner.personId);
  for (const actor of [story.client.executive, story.body.auditor]) {
    const refusals = await refusedCodes(() => submitPlan(actor, { ...story.major, plan }, submission()));
    expect(refusals.map(({ code }) => code)).toEqual(["not-yours"]);
  }
});

test("a stranger's finding does not exist, for plan and page alike", async () => {
  const stranger = await createOrganisation("client", "Contoso", ["manager"]);
  const plan = completePlan(stranger.manager.personId);
  const before = await readStates(story.major);
  await expect(savePlan(stranger.manager, { ...story.major, plan }, submission())).rejects.toBeInstanceOf(
    NotThere,
  );
  await expect(submitPlan(stranger.manager, { ...story.major, plan }, submission())).rejects.toBeInstanceOf(
    NotThere,
  );
  const read = readCorrectiveAction(stranger.manager, story.projectId, story.major.findingId);
  await expect(read).rejects.toBeInstanceOf(NotThere);
  expect(await readStates(story.major)).toEqual(before);
});

test("an action owner does not read the plan's page: own actions only", async () => {
  const read = readCorrectiveAction(story.client.owner, story.projectId, story.major.findingId);
  await expect(read).rejects.toBeInstanceOf(NotThere);
});

test("a plan written against an older version is not saved over the newer one", async () => {
  const plan = completePlan(story.client.owner.personId);
  const { version } = await readStates(story.major);
  const act = { ...story.major, plan, version: version - 1 };
  await expect(savePlan(story.client.manager, act, submission())).rejects.toBeInstanceOf(Changed);
});

test("each submission is kept word for word, and a returned plan keeps its due day and its actions (CAP-2)", async () => {
  const { manager, owner } = story.client;
  const plan = completePlan(owner.personId);
  expect(await submitPlan(manager, { ...story.major, plan }, submission())).toEqual({
    reference: "NC-001-1",
  });
  const comment = "This does not address the cause.";
  await returnPlan(story.body.auditor, { ...story.major, comment }, submission());
  expect(await readStates(story.major)).toMatchObject({ finding: "open", returnComment: comment });

  const view = await readCorrectiveAction(manager, story.projectId, story.major.findingId);
  expect(view.finding.planDueOn).toBe(PLAN_DUE);
  const [kept] = view.actions;
  const again = {
    ...plan,
    cause: "Nobody owns it.",
    actions: plan.actions.map((row) => ({ ...row, id: kept?.id ?? "" })),
  };
  expect(await submitPlan(manager, { ...story.major, plan: again }, submission())).toEqual({
    reference: "NC-001-2",
  });

  const after = await readCorrectiveAction(story.body.auditor, story.projectId, story.major.findingId);
  expect(after.actions.map(({ id }) => id)).toEqual([kept?.id]);
  expect(after.submissions.map(({ no, content }) => [no, content.cause])).toEqual([
    [2, "Nobody owns it."],
    [1, "No one owns the restore test."],
  ]);
  expect(after.submissions[0]?.content.actions[0]).toMatchObject({
    owner: owner.personName,
    dueOn: "2027-02-20",
  });
  expect(await readStates(story.major)).toMatchObject({ finding: "response_submitted", returnComment: null });
});

test("a submitted plan cannot be saved again before the body answers (6.4)", async () => {
  const plan = completePlan(story.client.owner.personId);
  const refusals = await refusedCodes(() =>
    savePlan(story.client.manager, { ...story.major, plan }, submission()),
  );
  expect(refusals.map(({ code }) => code)).toEqual(["wrong-state"]);
});

test("an opportunity asks for no plan (NC-5)", async () => {
  const plan = completePlan(story.client.owner.personId);
  const failure = submitPlan(story.client.manager, { ...story.opportunity, plan }, submission());
  await expect(failure).rejects.toMatchObject({ refusals: [{ code: "wrong-state" }] });
});

test("the same form sent twice is one submission", async () => {
  const once = submission();
  const plan = completePlan(story.client.owner.personId);
  const act = { ...story.minor, plan };
  const first = await submitPlan(story.client.manager, act, once);
  expect(await submitPlan(story.client.manager, act, once)).toEqual(first);
  expect(await rows().planSubmission.count({ where: { findingId: story.minor.findingId } })).toBe(1);
});
