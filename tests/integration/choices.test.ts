import { expect, test } from "vitest";
import { day } from "@/lib/day";
import type { OutsideWork } from "@/lib/lifecycle/choice-rules";
import { Changed, NotThere, Refused } from "@/lib/outcome";
import { readEngagement } from "@/lib/store/agreement";
import { db } from "@/lib/store/db";
import { receiveProposal } from "@/lib/store/proposals";
import { saveScopeProfile } from "@/lib/store/scope-profiles";
import { evaluate, readSelection, recommendCb, selectCb } from "@/lib/store/selection";
import { readTrail } from "@/lib/store/trail";
import { rows } from "../support/rows";
import { scopeFacts, site, timeJudgement } from "../support/scope-profile";
import { offer, openRequest, planProject, type SourcingScene, stated } from "../support/sourcing-story";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

const codesOf = async (attempt: Promise<unknown>): Promise<string[]> => {
  const error = await attempt.catch((thrown: unknown) => thrown);
  if (!(error instanceof Refused)) throw error;
  return error.refusals.map(({ code }) => code);
};

/** A project whose one offer is compared: the body can be recommended. */
async function compared(name: string, advisers?: string): Promise<SourcingScene & { proposalId: string }> {
  const scene = await planProject(name);
  const { manager, planner, projectId } = scene;
  if (advisers) {
    const { record } = await readSelection(manager, projectId);
    const sites = [site("Berlin", { siteId: record.siteIds[0], permanent: 40 })];
    const facts = scopeFacts({ sites, sampling: false, advisers });
    await saveScopeProfile(manager, { projectId, facts, judgement: timeJudgement() }, submission());
  }
  const bodyId = planner.organisationId;
  await openRequest(scene, [bodyId]);
  await receiveProposal(planner, { projectId, bodyId, offer: offer(), fileId: null }, submission());
  await evaluate(manager, { projectId }, submission(START, { justification: "Only one body has answered." }));
  const [invited] = (await readSelection(manager, projectId)).invited;
  return { ...scene, proposalId: invited?.proposal?.id ?? "" };
}

const audits: OutsideWork = {
  kind: "internal_audit",
  by: "body",
  who: "Their audit desk",
  endedOn: day("2026-06-30"),
};

test("a choice is kept with its people, interests and earlier work, and only the client ever sees it", async () => {
  const { manager, executive, planner, projectId, proposalId } = await compared("Chosen");
  const conflicts = [{ who: "Viktor Lang", what: "His sister works there" }];
  const work = [{ ...audits, endedOn: day("2024-12-31") }];
  const involvedIds = [manager.personId, executive.personId];
  const people = { involvedIds, others: "Sam Reed, adviser", hasConflicts: true, conflicts };
  const choice = stated(manager, { ...people, hasWork: true, work });
  await recommendCb(manager, { projectId, proposalId, ...choice }, submission());
  await selectCb(executive, { projectId }, submission());
  const kept = { conflicts, work, others: "Sam Reed, adviser", reason: choice.reason };
  expect((await readSelection(executive, projectId)).choice).toMatchObject(kept);
  expect((await readEngagement(manager, projectId)).choice).toMatchObject(kept);
  await expect(readEngagement(planner, projectId)).rejects.toThrow(NotThere);
  expect(await db(planner).choice.count()).toBe(0);
  const { entries } = await readTrail(manager, projectId);
  expect(entries.filter(({ sentence }) => /sister/.test(sentence))).toHaveLength(1);
  const event = await rows().event.findFirst({ where: { projectId, kind: "sourcing.recommendCb" } });
  expect(event?.audience).toBe("client");
  expect(await rows().tie.findMany({ where: { clientId: manager.organisationId } })).toMatchObject([
    { kind: "internal_audit", personId: null, bodyId: planner.organisationId },
  ]);
});

test("internal audits of late by the body are refused, and nothing is kept (IMP-2)", async () => {
  const { manager, projectId, proposalId } = await compared("Audited");
  const choice = { projectId, proposalId, ...stated(manager, { hasWork: true, work: [audits] }) };
  const justified = submission(START, { justification: "They were friendly audits, and short ones." });
  expect(await codesOf(recommendCb(manager, choice, justified))).toEqual(["internal-audit-too-recent"]);
  expect(await rows().choice.count({ where: { projectId } })).toBe(0);
  expect((await readSelection(manager, projectId)).record.sourcing.recommendedProposalId).toBeNull();
  const cleared = { ...choice, work: [{ ...audits, endedOn: day("2025-01-11") }] };
  await recommendCb(manager, cleared, submission());
  expect((await readSelection(manager, projectId)).recommendedName).toBe("Audited Certification");
});

test("a tie on record counts as much as what is stated, and so does one that comes before the confirmation", async () => {
  const { manager, executive, planner, projectId, proposalId } = await compared("Tied");
  const tie = { bodyId: planner.organisationId, clientId: manager.organisationId, kind: "consultancy" };
  const declaredByOrganisationId = manager.organisationId;
  await rows().tie.create({
    data: { id: projectId, ...tie, declaredByOrganisationId, personId: planner.personId, endedOn: null },
  });
  await recommendCb(manager, { projectId, proposalId, ...stated(manager) }, submission());
  await rows().tie.updateMany({ where: tie, data: { personId: null } });
  expect(await codesOf(selectCb(executive, { projectId }, submission()))).toEqual(["body-gave-consultancy"]);
});

test("a person of the body who advised needs a reason, and is kept out of the audit by the record (IMP-4)", async () => {
  const { manager, executive, planner, projectId, proposalId } = await compared("Advised");
  const person = { ...audits, kind: "consultancy", by: "person", who: planner.personName } as const;
  const choice = { projectId, proposalId, ...stated(manager, { hasWork: true, work: [person] }) };
  expect(await codesOf(recommendCb(manager, choice, submission()))).toEqual(["person-of-body-worked"]);
  const justification = "The body names other auditors and says so in its offer.";
  await recommendCb(manager, choice, submission(START, { justification }));
  await selectCb(executive, { projectId }, submission());
  const { record } = await readSelection(manager, projectId);
  expect(record.ties).toEqual([
    { personId: planner.personId, kind: "consultancy", endedOn: day("2026-06-30"), cleared: false },
  ]);
  expect(record.bodyTies).toEqual([]);
});

test("what the scope profile says about the body is not passed over (IMP-3)", async () => {
  const { manager, projectId, proposalId } = await compared("Named", "Internal audits: Named Certification.");
  const choice = { projectId, proposalId, ...stated(manager) };
  expect(await codesOf(recommendCb(manager, choice, submission()))).toEqual(["profile-names-body"]);
  const work = [{ ...audits, endedOn: day("2023-05-31") }];
  await recommendCb(manager, { ...choice, hasWork: true, work }, submission());
  expect((await readSelection(manager, projectId)).choice?.work).toEqual(work);
});

test("nobody of another organisation recommends, or is named as one who took part", async () => {
  const { manager, executive, planner, projectId, proposalId } = await compared("Foreign");
  const stranger = await createOrganisation("client", "Foreign Stranger", ["manager"]);
  const choice = { projectId, proposalId, ...stated(manager) };
  await expect(recommendCb(stranger.manager, choice, submission())).rejects.toThrow(NotThere);
  await expect(recommendCb(planner, choice, submission())).rejects.toThrow(NotThere);
  expect(await codesOf(recommendCb(executive, choice, submission()))).toEqual(["not-yours"]);
  const named = { ...choice, involvedIds: [stranger.manager.personId] };
  expect(await codesOf(recommendCb(manager, named, submission()))).toEqual(["choosers-missing"]);
  expect(await rows().choice.count({ where: { projectId } })).toBe(0);
});

test("of two recommendations sent from the same page one is kept", async () => {
  const { manager, projectId, proposalId } = await compared("Twice");
  const { record } = await readSelection(manager, projectId);
  const choice = { projectId, proposalId, version: record.sourcing.version, ...stated(manager) };
  const both = await Promise.allSettled([
    recommendCb(manager, choice, submission()),
    recommendCb(manager, choice, submission()),
  ]);
  const failed = both.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(failed).toHaveLength(1);
  expect(failed[0]).toBeInstanceOf(Changed);
  expect(await rows().choice.count({ where: { projectId } })).toBe(1);
});
