import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { Refused, Rejected } from "@/lib/outcome";
import { readComparison } from "@/lib/store/comparison";
import { db } from "@/lib/store/db";
import { listRates, saveRates } from "@/lib/store/exchange-rates";
import { receiveProposal } from "@/lib/store/proposals";
import { readSelection } from "@/lib/store/selection";
import { readTrail } from "@/lib/store/trail";
import { compareOffers } from "../../app/(workspace)/[org]/projects/[project]/selection/compare/columns";
import { chooseBody, offer, openRequest, planProject, registerBody } from "../support/sourcing-story";
import { onDatabase, submission } from "../support/story";

onDatabase();

const GBP = { from: "GBP", millionths: 1_170_000 };
const today = day("2027-01-11");

/** A request to two bodies: one offers in euros, one in pounds. */
async function twoCurrencies(name: string) {
  const scene = await planProject(name);
  const { manager, planner, projectId } = scene;
  const other = await registerBody(manager, `${name} Island Certification`);
  await openRequest(scene, [planner.organisationId, other]);
  const enter = async (bodyId: string, of: ReturnType<typeof offer>) =>
    await receiveProposal(manager, { projectId, bodyId, fileId: null, offer: of }, submission());
  await enter(planner.organisationId, offer());
  await enter(other, offer({ currency: "GBP", dayRateMinor: 118_050 }));
  return { ...scene, other };
}

const save = (scene: { manager: Parameters<typeof saveRates>[0]; projectId: string }, more = {}) =>
  saveRates(
    scene.manager,
    { projectId: scene.projectId, to: "EUR", on: today, rates: [GBP], ...more },
    submission(),
  );

test("offers in two currencies are compared in one, to the cent", async () => {
  const scene = await twoCurrencies("Two currencies");
  const own = await readComparison(scene.manager, scene.projectId, [], "ISO/IEC 27001");
  const before = compareOffers(await readSelection(scene.manager, scene.projectId), own, []);
  expect(before.currencies).toEqual(["EUR", "GBP"]);
  expect(before.columns.flatMap(({ verdicts }) => verdicts)).not.toContain("Lowest cost over three years");
  await save(scene);
  const { columns, currencies, stated } = compareOffers(
    await readSelection(scene.manager, scene.projectId),
    own,
    [],
  );
  expect([currencies, stated]).toEqual([["EUR"], ["EUR", "GBP"]]);
  // EUR: 500.00 + 18 days x 1,400.00 + 600.00 + 3 x 400.00 + 2,500.00.
  // GBP: 500.00 | 3 x 1,180.50 | 8 x | 3.5 x, twice | 600.00 | 1,200.00 | 2,500.00, each x 1.17:
  // 585.00 + 4,143.56 + 11,049.48 + 2 x 4,834.15 + 702.00 + 1,404.00 + 2,925.00.
  expect(columns.map(({ cost }) => [cost.currency, cost.totalMinor])).toEqual([
    ["EUR", 3_000_000],
    ["EUR", 3_047_734],
  ]);
  expect(columns.map(({ verdicts }) => verdicts.includes("Lowest cost over three years"))).toEqual([
    true,
    false,
  ]);
});

test("new rates take the place of the old ones, and the trail tells the client alone", async () => {
  const scene = await twoCurrencies("New rates");
  await save(scene);
  await save(scene, { to: "GBP", rates: [{ from: "EUR", millionths: 854_701 }] });
  expect(await listRates(scene.manager, scene.projectId)).toEqual([
    { from: "EUR", to: "GBP", millionths: 854_701, on: today },
  ]);
  const { entries } = await readTrail(scene.manager, scene.projectId, { view: "acts" });
  expect(entries[0]?.sentence).toContain("EUR 1 = GBP 0.854701");
  expect(await db(scene.planner).exchangeRate.count()).toBe(0);
  expect(await db(scene.planner).event.count({ where: { kind: "proposal.convert" } })).toBe(0);
});

test.each([
  ["a day that lies ahead", { on: day("2027-01-12") }, "on"],
  ["no currency", { to: "EURO" }, "into"],
  ["no rate but its own", { rates: [{ from: "EUR", millionths: 1 }] }, "into"],
])("%s is refused, and the rates stay", async (_what, more, field) => {
  const scene = await twoCurrencies("Refused");
  await save(scene);
  const attempt = save(scene, more);
  await expect(attempt).rejects.toBeInstanceOf(Rejected);
  await expect(attempt).rejects.toMatchObject({ errors: { [field]: expect.any(String) } });
  expect(await listRates(scene.manager, scene.projectId)).toHaveLength(1);
});

test("an executive enters no rates, and nobody does once a body is chosen", async () => {
  const scene = await planProject("Chosen");
  await chooseBody(scene);
  await expect(save(scene)).rejects.toBeInstanceOf(Refused);
  await expect(save({ ...scene, manager: scene.executive })).rejects.toBeInstanceOf(Refused);
});
