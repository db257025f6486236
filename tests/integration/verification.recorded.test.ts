import { beforeAll, expect, test } from "vitest";
import { day } from "@/lib/day";
import { Refused } from "@/lib/outcome";
import { readCorrectiveAction } from "@/lib/store/corrective-actions";
import { submitPlan } from "@/lib/store/plans";
import { acceptPlan } from "@/lib/store/verification";
import {
  completePlan,
  createParties,
  type OpenFindings,
  openFindings,
  readStates,
  uploadFile,
} from "../support/open-findings";
import { onDatabase, submission } from "../support/story";

onDatabase();
let story: OpenFindings;
let proofId: string;

beforeAll(async () => {
  story = await openFindings(await createParties({ connected: false }));
  const { manager, owner } = story.client;
  await submitPlan(manager, { ...story.major, plan: completePlan(owner.personId) }, submission());
  proofId = await uploadFile(manager, story.projectId, "mail-of-the-body.pdf");
});

const accept = (by: string | null) => {
  const recorded = by === null ? undefined : { on: day("2027-01-11"), by, proofId };
  const act = { ...story.major, method: "documents" as const };
  return acceptPlan(story.client.manager, act, submission(undefined, { recorded }));
};

async function refusedCodes(run: () => Promise<unknown>) {
  const before = await readStates(story.major);
  const error = await run().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refused);
  expect(await readStates(story.major)).toEqual(before);
  return (error as Refused).refusals.map(({ code }) => code);
}

test("the client does not accept its own plan: it records the body's act, or none (INV-19)", async () => {
  expect(await refusedCodes(() => accept(null))).toEqual(["not-recorded"]);
});

test("nobody of the client can be named as the one who accepted (IMP-4)", async () => {
  expect(await refusedCodes(() => accept(story.client.executive.personName))).toContain(
    "recorded-person-of-client",
  );
});

test("the recorded acceptance names day, person and document wherever it shows", async () => {
  await accept(story.body.auditor.personName);
  expect(await readStates(story.major)).toMatchObject({ finding: "plan_accepted" });
  const view = await readCorrectiveAction(story.client.manager, story.projectId, story.major.findingId);
  expect(view.rounds[0]).toMatchObject({
    kind: "nonconformity.acceptPlan",
    by: story.client.manager.personName,
    recorded: { on: "2027-01-11", by: story.body.auditor.personName, fileId: proofId, standing: "recorded" },
  });
});
