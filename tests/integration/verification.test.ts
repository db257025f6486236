import { beforeAll, beforeEach, expect, test } from "vitest";
import { addDays } from "@/lib/day";
import { NEXT_SURVEILLANCE } from "@/lib/lifecycle/record";
import { NotThere, Refused } from "@/lib/outcome";
import { readCorrectiveAction } from "@/lib/store/corrective-actions";
import { proveAction, submitEvidence } from "@/lib/store/evidence";
import type { FindingAct } from "@/lib/store/finding-act";
import { submitPlan } from "@/lib/store/plans";
import {
  acceptPlan,
  carryFinding,
  closeFinding,
  returnEvidence,
  returnPlan,
  verifyFinding,
} from "@/lib/store/verification";
import {
  completePlan,
  createParties,
  type OpenFindings,
  openFindings,
  type Parties,
  readStates,
  SIX_MONTHS,
  uploadFile,
} from "../support/open-findings";
import { rows } from "../support/rows";
import { at, createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();
let parties: Parties;
let story: OpenFindings;

beforeAll(async () => {
  parties = await createParties();
});

beforeEach(async () => {
  story = await openFindings(parties);
});

const effectiveness = "Two restore tests took place on their day.";

async function plan(finding: FindingAct) {
  const { manager, owner } = story.client;
  await submitPlan(manager, { ...finding, plan: completePlan(owner.personId) }, submission());
}

async function accept(finding: FindingAct) {
  return await acceptPlan(story.body.auditor, { ...finding, method: "documents" }, submission());
}

async function prove(finding: FindingAct, now = undefined as Date | undefined) {
  const { manager } = story.client;
  const { actions } = await readCorrectiveAction(manager, finding.projectId, finding.findingId);
  const fileIds = [await uploadFile(manager, finding.projectId)];
  const actionId = actions[0]?.id ?? null;
  await proveAction(manager, { ...finding, actionId, fileIds, note: null, done: true }, submission(now));
  await submitEvidence(manager, finding, submission(now, { justification: "The supplier was late." }));
}

/** Runs an act that must be refused, and shows that nothing changed. */
async function refused(finding: FindingAct, run: () => Promise<unknown>): Promise<string[]> {
  const before = await readStates(finding);
  const error = await run().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refused);
  expect(await readStates(finding)).toEqual(before);
  return (error as Refused).refusals.map(({ code }) => code);
}

test("the decision opens by itself once the major is verified and the minor's plan accepted (DEC-4)", async () => {
  await plan(story.major);
  await plan(story.minor);
  expect(await accept(story.minor)).toEqual({ handedOver: false });
  await accept(story.major);
  await prove(story.major);
  const act = { ...story.major, method: "documents" as const, effectiveness };
  expect(await verifyFinding(story.body.auditor, act, submission())).toEqual({ handedOver: true });
  expect(await readStates(story.major)).toMatchObject({ finding: "verified", case: "review_pending" });
  const kinds = await rows().event.findMany({
    where: { projectId: story.projectId },
    orderBy: { no: "desc" },
    take: 2,
  });
  expect(kinds.map(({ kind }) => kind)).toEqual(["certification.completeFindings", "nonconformity.verify"]);
  await closeFinding(story.body.auditor, story.major, submission());
  expect(await readStates(story.major)).toMatchObject({ finding: "closed" });
});

test("the decision stays shut when a major was verified after its six months (DEC-6)", async () => {
  await plan(story.major);
  await plan(story.minor);
  await accept(story.minor);
  await accept(story.major);
  const late = at(addDays(SIX_MONTHS, 1));
  await prove(story.major, late);
  const act = { ...story.major, method: "documents" as const, effectiveness };
  expect(await verifyFinding(story.body.auditor, act, submission(late))).toEqual({ handedOver: false });
  expect(await readStates(story.major)).toMatchObject({ finding: "verified", case: "findings_open" });
});

test("the client cannot accept, return, verify or close its own answer (INV-19)", async () => {
  await plan(story.major);
  for (const actor of [story.client.manager, story.client.executive]) {
    const acts = [
      () => acceptPlan(actor, { ...story.major, method: null }, submission()),
      () => returnPlan(actor, { ...story.major, comment: "Not good enough." }, submission()),
      () => verifyFinding(actor, { ...story.major, method: "documents", effectiveness }, submission()),
      () => closeFinding(actor, story.major, submission()),
    ];
    for (const act of acts) expect(await refused(story.major, act)).toContain("not-yours");
  }
});

test("an auditor who is on no audit of the case does not review it (CAP-2)", async () => {
  await plan(story.major);
  await rows().teamMember.deleteMany({ where: { auditId: story.auditId } });
  const act = () => acceptPlan(story.body.auditor, { ...story.major, method: null }, submission());
  expect(await refused(story.major, act)).toEqual(["not-on-team"]);
});

test("work is returned only with a reason, and the client reads it (CAP-2)", async () => {
  await plan(story.major);
  const short = () => returnPlan(story.body.auditor, { ...story.major, comment: "No." }, submission());
  expect(await refused(story.major, short)).toEqual(["reason-missing"]);
  await accept(story.major);
  await prove(story.major);
  const comment = "The protocol carries no date.";
  await returnEvidence(story.body.auditor, { ...story.major, comment }, submission());
  const view = await readCorrectiveAction(story.client.manager, story.projectId, story.major.findingId);
  expect(view.returnComment).toBe(comment);
  expect(view.finding.state).toBe("plan_accepted");
  expect(view.evidence).toHaveLength(1);
});

test("evidence needs a file and every action done (CAP-2)", async () => {
  await plan(story.major);
  await accept(story.major);
  const act = () => submitEvidence(story.client.manager, story.major, submission());
  expect(await refused(story.major, act)).toEqual(["evidence-missing", "action-not-done"]);
});

test("nothing is verified without words on what showed that it works (CAP-2)", async () => {
  await plan(story.major);
  await accept(story.major);
  await prove(story.major);
  const act = () =>
    verifyFinding(
      story.body.auditor,
      { ...story.major, method: "documents", effectiveness: "ok" },
      submission(),
    );
  expect(await refused(story.major, act)).toEqual(["effectiveness-missing"]);
});

test("nothing is closed that is not verified (6.4)", async () => {
  await plan(story.major);
  await accept(story.major);
  const act = () => closeFinding(story.body.auditor, story.major, submission());
  expect(await refused(story.major, act)).toEqual(["wrong-state"]);
});

test("a minor with an accepted plan is carried to the next audit, a major is not (DEC-4)", async () => {
  await plan(story.minor);
  await accept(story.minor);
  const auditor = story.body.auditor;
  await carryFinding(auditor, { ...story.minor, to: NEXT_SURVEILLANCE }, submission());
  const view = await readCorrectiveAction(auditor, story.projectId, story.minor.findingId);
  expect(view.carriedTo).toBe(NEXT_SURVEILLANCE);
  const own = () => carryFinding(auditor, { ...story.minor, to: story.auditId }, submission());
  expect(await refused(story.minor, own)).toEqual(["next-audit-unknown"]);
  await plan(story.major);
  await accept(story.major);
  const major = () => carryFinding(auditor, { ...story.major, to: NEXT_SURVEILLANCE }, submission());
  expect(await refused(story.major, major)).toEqual(["only-minor"]);
});

test("another body's finding does not exist for any of these acts", async () => {
  await plan(story.major);
  const { auditor } = await createOrganisation("body", "Otherwell", ["auditor"]);
  const before = await readStates(story.major);
  const acts = [
    () => acceptPlan(auditor, { ...story.major, method: null }, submission()),
    () => returnPlan(auditor, { ...story.major, comment: "Not good enough." }, submission()),
    () => returnEvidence(auditor, { ...story.major, comment: "Not good enough." }, submission()),
    () => verifyFinding(auditor, { ...story.major, method: "documents", effectiveness }, submission()),
    () => carryFinding(auditor, { ...story.major, to: NEXT_SURVEILLANCE }, submission()),
    () => closeFinding(auditor, story.major, submission()),
    () => submitEvidence(auditor, story.major, submission()),
    () => readCorrectiveAction(auditor, story.projectId, story.major.findingId),
  ];
  for (const act of acts) await expect(act()).rejects.toBeInstanceOf(NotThere);
  expect(await readStates(story.major)).toEqual(before);
});

test("two auditors at once: one accepts, the other learns that it was done", async () => {
  await plan(story.major);
  const { version } = await readStates(story.major);
  const act = { ...story.major, version };
  const results = await Promise.allSettled([
    acceptPlan(story.body.auditor, { ...act, method: null }, submission()),
    returnPlan(story.body.auditor, { ...act, comment: "The extent is not checked." }, submission()),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});
