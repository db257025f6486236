import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { Changed, NotThere, Refused, Rejected } from "@/lib/outcome";
import { requireRecipient } from "@/lib/session/answer-link";
import { makeAnswerLink } from "@/lib/store/answer-links";
import { db } from "@/lib/store/db";
import { listMessages } from "@/lib/store/messages";
import { readProposal, receiveProposal } from "@/lib/store/proposals";
import { inviteBody, readRequest } from "@/lib/store/requests";
import { saveScopeProfile } from "@/lib/store/scope-profiles";
import { sendScopeChanges } from "@/lib/store/scope-versions";
import { readSelection } from "@/lib/store/selection";
import { engage } from "../support/audit-story";
import { rows } from "../support/rows";
import { scopeFacts, site, timeJudgement } from "../support/scope-profile";
import { offer, openRequest, planProject, registerBody, type SourcingScene } from "../support/sourcing-story";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

async function save({ manager, projectId }: SourcingScene, permanent: number, remotePercent = 0) {
  const { sites } = await readSelection(manager, projectId);
  const facts = scopeFacts({ sites: [site(sites[0]?.id ?? "", { permanent })], remotePercent });
  return await saveScopeProfile(manager, { projectId, facts, judgement: timeJudgement() }, submission());
}

/** Two bodies were asked on version 1 of 60 persons; version 2 states 90 of them and some remote work. */
async function changedSince(name: string) {
  const scene = await planProject(name);
  const { manager, planner, projectId } = scene;
  await save(scene, 60);
  const bodyId = await registerBody(manager, `${name} Island`);
  await openRequest(scene, [planner.organisationId, bodyId]);
  const sent = { projectId, bodyId: planner.organisationId, fileId: null, offer: offer() };
  await receiveProposal(planner, sent, submission());
  await save(scene, 90, 40);
  return { ...scene, bodyId, sent };
}

const BERLIN = ["Berlin: full-time", "60", "90"];
const REMOTE = ["Work done remotely", "0 %", "40 %"];
const told = (change: Awaited<ReturnType<typeof readRequest>>["scopeChange"]) => ({
  nos: [change?.basedOn.no, change?.current.no],
  facts: change?.differences.map(({ what, before, after }) => [what, before, after]),
});

test("request and proposal keep the version they were based on; the client sees what changed since, the bodies not yet", async () => {
  const { manager, planner, projectId } = await changedSince("Kept");
  const kept = await rows().bodyRequest.findMany({ where: { projectId }, select: { scopeNo: true } });
  expect(kept).toEqual([{ scopeNo: 1 }, { scopeNo: 1 }]);
  const own = await readProposal(manager, projectId, planner.organisationId);
  expect(own.proposal?.scopeNo).toBe(1);
  expect(told(own.scopeChange)).toEqual({ nos: [1, 2], facts: [BERLIN, REMOTE] });
  const shown = await readRequest(planner, projectId, START);
  expect(told(shown.scopeChange)).toEqual({ nos: [1, 1], facts: [] });
  expect(await db(planner).scopeProfile.count({ where: { projectId } })).toBe(1);
});

test("one act tells all bodies asked the newest facts, on their page and by their link, and nothing of the judgement", async () => {
  const scene = await changedSince("Sent");
  const { manager, planner, projectId, bodyId, sent } = scene;
  const token = await makeAnswerLink(
    manager,
    { projectId, bodyId, recipient: "Ines Falk", lastDay: day("2027-01-31") },
    submission(),
  );
  expect(await sendScopeChanges(manager, { projectId, no: 2 }, submission())).toEqual({
    off: ["Sent Island"],
  });
  const { actor } = await requireRecipient(token, START);
  for (const reader of [planner, actor]) {
    const view = await readRequest(reader, projectId, START);
    expect(told(view.scopeChange)).toEqual({ nos: [1, 2], facts: [BERLIN, REMOTE] });
    expect(view.told).toMatchObject({ remotePercent: 40 });
    expect(view.record.personsInScope).toBe(90);
    expect(JSON.stringify(view)).not.toContain(timeJudgement().complexity?.reason);
  }
  const subjects = (await listMessages(planner)).messages.map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject === "The scope of a request has changed")).toHaveLength(1);
  // A changed offer and a body that is asked later stand on the new version; the other offer keeps its own.
  await receiveProposal(planner, sent, submission());
  const third = await createOrganisation("body", "Sent Third", ["planner"]);
  await inviteBody(manager, { projectId, bodyId: third.planner.organisationId }, submission());
  const proposals = await rows().proposal.findMany({ where: { projectId } });
  expect(proposals.map(({ scopeNo }) => scopeNo)).toEqual([2]);
  const requests = await rows().bodyRequest.findMany({ where: { projectId }, orderBy: { sentAt: "asc" } });
  expect(requests.map(({ scopeNo }) => scopeNo).sort()).toEqual([1, 1, 2]);
});

test("who may not send changes, which version not, when not; of two at once one does", async () => {
  const { manager, executive, planner, projectId } = await changedSince("Not sent");
  for (const other of [executive, planner])
    await expect(sendScopeChanges(other, { projectId, no: 2 }, submission())).rejects.toThrow(Refused);
  const stranger = await createOrganisation("client", "Not sent stranger", ["manager"]);
  await expect(sendScopeChanges(stranger.manager, { projectId, no: 2 }, submission())).rejects.toThrow(
    NotThere,
  );
  await expect(sendScopeChanges(manager, { projectId, no: 1 }, submission())).rejects.toThrow(Changed);
  const tried = await Promise.allSettled([
    sendScopeChanges(manager, { projectId, no: 2 }, submission()),
    sendScopeChanges(manager, { projectId, no: 2 }, submission()),
  ]);
  expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(sendScopeChanges(manager, { projectId, no: 2 }, submission())).rejects.toThrow(Rejected);
  const planned = await planProject("Not sent yet");
  await save(planned, 60);
  await expect(
    sendScopeChanges(planned.manager, { projectId: planned.projectId, no: 1 }, submission()),
  ).rejects.toThrow(Refused);
});

test("the letter keeps the version that the bodies knew when it was drafted", async () => {
  const scene = await planProject("Lettered");
  await save(scene, 60);
  await engage("Lettered", scene);
  const letter = await rows().letter.findFirstOrThrow({ where: { projectId: scene.projectId } });
  expect(letter.scopeNo).toBe(1);
});
