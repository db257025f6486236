import { expect, test } from "vitest";
import { listAwaitedProposals } from "@/lib/store/awaited-proposals";
import { declineToPropose, receiveProposal } from "@/lib/store/proposals";
import { offer, openRequest, planProject, registerBody } from "../support/sourcing-story";
import { onDatabase, submission } from "../support/story";

onDatabase();

test("every body that was asked is awaited until it answers or declines, by who may enter its answer", async () => {
  const scene = await planProject("Awaited");
  const { manager, executive, planner, projectId } = scene;
  const bodyId = await registerBody(manager, "Awaited Island");
  expect(await listAwaitedProposals(manager)).toEqual([]);
  await openRequest(scene, [planner.organisationId, bodyId]);
  const awaited = await listAwaitedProposals(manager, projectId);
  expect(awaited.map((one) => [one.bodyName, one.connected, one.projectName, one.dueOn])).toEqual([
    ["Awaited Certification", true, "Awaited ISMS", "2027-02-12"],
    ["Awaited Island", false, "Awaited ISMS", "2027-02-12"],
  ]);
  for (const other of [executive, planner]) expect(await listAwaitedProposals(other)).toEqual([]);
  await receiveProposal(manager, { projectId, bodyId, fileId: null, offer: offer() }, submission());
  expect((await listAwaitedProposals(manager)).map((one) => one.bodyName)).toEqual(["Awaited Certification"]);
  const reason = "No auditor for this sector this year.";
  await declineToPropose(planner, { projectId, reason }, submission());
  expect(await listAwaitedProposals(manager)).toEqual([]);
});
