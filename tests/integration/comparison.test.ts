import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { Changed, NotThere, Refused, Rejected } from "@/lib/outcome";
import { noParticulars } from "@/lib/selection/particulars";
import { defaultWeights } from "@/lib/selection/weighing";
import { addBodyNote } from "@/lib/store/body-notes";
import { readComparison } from "@/lib/store/comparison";
import { markExpertise, saveOfferNote, saveWeights } from "@/lib/store/comparison-acts";
import { db } from "@/lib/store/db";
import { receiveProposal } from "@/lib/store/proposals";
import { readSelection } from "@/lib/store/selection";
import { compareOffers } from "../../app/(workspace)/[org]/projects/[project]/selection/compare/columns";
import { rows } from "../support/rows";
import { offer, openRequest, planProject, registerBody, type SourcingScene } from "../support/sourcing-story";
import { createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

const SCHEME = "ISO/IEC 27001";

/** Two offers: the connected body states its people and comes early, the other is dearer and says nothing. */
async function twoOffers(name: string): Promise<SourcingScene & { other: string }> {
  const scene = await planProject(name);
  const other = await registerBody(scene.manager, `${name} Assurance`);
  await openRequest(scene, [scene.planner.organisationId, other]);
  const { manager, projectId } = scene;
  const particulars = { ...noParticulars, sectors: "Hospitals", leadAuditor: "Ten years of audits" };
  const early = offer({ particulars, earliestOn: day("2027-03-01"), stageGapWeeks: 4 });
  await receiveProposal(
    manager,
    { projectId, bodyId: scene.planner.organisationId, fileId: null, offer: early },
    submission(),
  );
  const dearer = offer({ dayRateMinor: 160_000 });
  await receiveProposal(manager, { projectId, bodyId: other, fileId: null, offer: dearer }, submission());
  return { ...scene, other };
}

const bodiesOf = ({ planner, other }: { planner: { organisationId: string }; other: string }) => [
  planner.organisationId,
  other,
];

test("the offers are ranked by the weights, and the weights by whoever set them last", async () => {
  const scene = await twoOffers("Weighed");
  const { manager, executive, projectId } = scene;
  const read = async () => {
    const own = await readComparison(manager, projectId, bodiesOf(scene), SCHEME);
    return { own, ...compareOffers(await readSelection(manager, projectId), own, []) };
  };
  const before = await read();
  expect([before.own.weights, before.own.weightsVersion]).toEqual([defaultWeights, null]);
  expect(before.weighing.rows.map(({ id, rank }) => [id, rank])).toEqual([
    [scene.planner.organisationId, 1],
    [scene.other, 2],
  ]);
  expect(before.stability.every(({ firstId }) => firstId === scene.planner.organisationId)).toBe(true);
  const weights = { ...defaultWeights, cost: 50, days: 5 };
  await saveWeights(manager, { projectId, weights, version: null }, submission());
  expect((await read()).own).toMatchObject({ weights, weightsVersion: 0 });
  // Who did not see them does not overwrite them.
  for (const version of [null, 3])
    await expect(saveWeights(manager, { projectId, weights, version }, submission())).rejects.toThrow(
      Changed,
    );
  await expect(
    saveWeights(manager, { projectId, weights: { ...weights, cost: 51 }, version: 0 }, submission()),
  ).rejects.toThrow(Rejected);
  await expect(saveWeights(executive, { projectId, weights, version: 0 }, submission())).rejects.toThrow(
    Refused,
  );
  const told = await rows().event.findMany({ where: { projectId, kind: "proposal.weigh" } });
  expect(told.map(({ audience }) => audience)).toEqual(["client"]);
});

test("of two who set the weights at once, one is told that the other was faster", async () => {
  const { manager, projectId } = await twoOffers("Weighed twice");
  const both = [30, 40].map((cost) =>
    saveWeights(
      manager,
      { projectId, weights: { ...defaultWeights, cost, days: 55 - cost }, version: null },
      submission(),
    ),
  );
  const [won, lost] = (await Promise.allSettled(both)).sort((one) => (one.status === "fulfilled" ? -1 : 1));
  expect(won?.status).toBe("fulfilled");
  expect(lost).toMatchObject({ reason: expect.any(Changed) as Changed });
});

test("a mark stands on what an offer states, and can be taken back", async () => {
  const scene = await twoOffers("Marked");
  const { manager, executive, projectId } = scene;
  const bodyId = scene.planner.organisationId;
  const marksOf = async () =>
    (await readComparison(manager, projectId, bodiesOf(scene), SCHEME)).of.get(bodyId)?.marks;
  const mark = { projectId, bodyId, point: "sectors", standing: "confirmed" } as const;
  await markExpertise(manager, mark, submission());
  expect(await marksOf()).toEqual({ sectors: "confirmed" });
  await expect(markExpertise(executive, mark, submission())).rejects.toThrow(Refused);
  await expect(markExpertise(manager, { ...mark, point: "technologies" }, submission())).rejects.toThrow(
    Rejected,
  );
  await markExpertise(manager, { ...mark, standing: "stated" }, submission());
  expect(await marksOf()).toEqual({});
});

test("a note is its writer's alone until it is shared, and never a body's", async () => {
  const scene = await twoOffers("Noted");
  const { manager, executive, planner, projectId } = scene;
  const bodyId = planner.organisationId;
  const seenBy = async (actor: typeof manager) =>
    (await readComparison(actor, projectId, bodiesOf(scene), SCHEME)).of
      .get(bodyId)
      ?.notes.map(({ words, isOwn }) => [words, isOwn]);
  const note = { projectId, bodyId, words: "Answers within the day.", shared: false };
  await saveOfferNote(executive, note, submission());
  expect([await seenBy(executive), await seenBy(manager)]).toEqual([[[note.words, true]], []]);
  // The database alone keeps it from the others too.
  expect(await db(manager).comparisonNote.count()).toBe(0);
  await saveOfferNote(executive, { ...note, shared: true }, submission());
  expect(await seenBy(manager)).toEqual([[note.words, false]]);
  expect(await db(planner).comparisonNote.count()).toBe(0);
  await saveOfferNote(executive, { ...note, words: null }, submission());
  expect([await seenBy(executive), await seenBy(manager)]).toEqual([[], []]);
  await expect(saveOfferNote(planner, note, submission())).rejects.toThrow(Refused);
});

test("what is known of a body speaks in the comparison, of a stranger's nothing", async () => {
  const scene = await twoOffers("Known");
  const { manager, planner, projectId } = scene;
  const stranger = await createOrganisation("client", "Strange comparison", ["manager"]);
  for (const grade of [4, 4, 5])
    await addBodyNote(
      manager,
      {
        bodyId: scene.other,
        kind: "reference",
        notedOn: day("2027-01-04"),
        source: "Jo",
        words: "Good",
        grade,
      },
      submission(),
    );
  const own = await readComparison(manager, projectId, bodiesOf(scene), SCHEME);
  expect(own.of.get(scene.other)).toMatchObject({
    accreditedSince: "2024-01-01",
    reputation: { points: 83, references: { count: 3 } },
  });
  const read = (actor: typeof manager) => readComparison(actor, projectId, bodiesOf(scene), SCHEME);
  await expect(read(stranger.manager)).rejects.toThrow(NotThere);
  await expect(read(planner)).rejects.toThrow(NotThere);
  const act = { projectId, weights: defaultWeights, version: null };
  await expect(saveWeights(stranger.manager, act, submission())).rejects.toThrow(NotThere);
});
