import { expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { day } from "@/lib/day";
import { NotThere, Refused, Rejected } from "@/lib/outcome";
import { requireRecipient } from "@/lib/session/answer-link";
import { makeAnswerLink, readAnswerLink } from "@/lib/store/answer-links";
import { db } from "@/lib/store/db";
import { listMessages } from "@/lib/store/messages";
import { receiveProposal } from "@/lib/store/proposals";
import { listReminders, remindBody } from "@/lib/store/reminders";
import { rows } from "../support/rows";
import { offer, openRequest, planProject, registerBody } from "../support/sourcing-story";
import { at, createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

/** A request that nobody has answered: to a body on CertTrail and to one that is not. */
async function askedTwo(name: string) {
  const scene = await planProject(name);
  const bodyId = await registerBody(scene.manager, `${name} Island`);
  await openRequest(scene, [scene.planner.organisationId, bodyId]);
  return { ...scene, bodyId };
}

const remind = (actor: Actor, projectId: string, bodyId: string, more: object = {}, moment = START) =>
  remindBody(actor, { projectId, bodyId, withLink: false, address: null, ...more }, submission(moment));

const link = (actor: Actor, projectId: string, bodyId: string) =>
  makeAnswerLink(
    actor,
    { projectId, bodyId, recipient: "Ines Falk", lastDay: day("2027-01-31") },
    submission(),
  );

test("a body on CertTrail gets a message, and no other body does", async () => {
  const { manager, planner, projectId } = await askedTwo("Reminded here");
  expect(await remind(manager, projectId, planner.organisationId)).toEqual({
    ...{ way: "message", body: "Reminded here Certification", text: null },
  });
  const subjects = (await listMessages(planner)).messages.map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject === "Your answer to a request is awaited")).toHaveLength(1);
  expect(await rows().message.count({ where: { kind: "proposal.remind" } })).toBe(1);
  expect((await listReminders(manager, projectId)).get(planner.organisationId)).toEqual({
    ...{ count: 1, lastOn: "2027-01-11" },
  });
});

test("a body by link gets words to send; a new link in them takes the place of the old one, and is kept nowhere", async () => {
  const { manager, projectId, bodyId } = await askedTwo("Reminded by text");
  const before = await link(manager, projectId, bodyId);
  const plain = await remind(manager, projectId, bodyId);
  expect(plain).toMatchObject({ way: "text", text: expect.stringContaining("still opens our request") });
  await requireRecipient(before, START);
  const later = at("2027-01-14");
  const { text } = await remind(manager, projectId, bodyId, { withLink: true }, later);
  const token = /\/answer\/([\w-]+)/.exec(text ?? "")?.[1] ?? "";
  expect((await requireRecipient(token, later)).actor.personName).toBe("Ines Falk");
  await expect(requireRecipient(before, later)).rejects.toThrow(NotThere);
  const kept = [
    await rows().answerLink.findMany(),
    await rows().actRequest.findMany(),
    await rows().event.findMany(),
  ];
  expect(
    JSON.stringify(kept, (_key, value) => (typeof value === "bigint" ? String(value) : value)),
  ).not.toContain(token);
  const shown = await readAnswerLink(manager, projectId, bodyId, day("2027-01-14"));
  expect(shown).toMatchObject({ recipient: "Ines Falk", lastDay: "2027-01-31" });
});

test("the same form sent twice reminds once and gives the same words", async () => {
  const { manager, projectId, bodyId } = await askedTwo("Sent twice");
  await link(manager, projectId, bodyId);
  const once = submission();
  const input = { projectId, bodyId, withLink: true, address: null };
  const first = await remindBody(manager, input, once);
  expect(await remindBody(manager, input, once)).toEqual(first);
  expect(await rows().requestReminder.count({ where: { projectId } })).toBe(1);
});

test("a body is left in peace between two reminders, and of two at once one goes out", async () => {
  const { manager, planner, projectId } = await askedTwo("In peace");
  const bodyId = planner.organisationId;
  const tried = await Promise.allSettled([
    remind(manager, projectId, bodyId),
    remind(manager, projectId, bodyId),
  ]);
  expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(remind(manager, projectId, bodyId, {}, at("2027-01-12"))).rejects.toThrow(Rejected);
  await remind(manager, projectId, bodyId, {}, at("2027-01-13"));
  expect((await listReminders(manager, projectId)).get(bodyId)).toEqual({ count: 2, lastOn: "2027-01-13" });
});

test("who may not, who has answered, who was never asked, and a new link for nobody", async () => {
  const { manager, executive, planner, projectId, bodyId } = await askedTwo("Refused reminders");
  for (const other of [executive, planner])
    await expect(remind(other, projectId, bodyId)).rejects.toThrow(Refused);
  const stranger = await createOrganisation("client", "Reminding stranger", ["manager"]);
  await expect(remind(stranger.manager, projectId, bodyId)).rejects.toThrow(NotThere);
  const uninvited = await registerBody(manager, "Refused, never asked");
  await expect(remind(manager, projectId, uninvited)).rejects.toThrow(NotThere);
  await expect(remind(manager, projectId, bodyId, { withLink: true })).rejects.toThrow(Rejected);
  await receiveProposal(manager, { projectId, bodyId, fileId: null, offer: offer() }, submission());
  await expect(remind(manager, projectId, bodyId)).rejects.toThrow(Rejected);
  expect(await rows().requestReminder.count({ where: { projectId } })).toBe(0);
});

test("how often a body was reminded is the client's alone", async () => {
  const { manager, planner, projectId } = await askedTwo("Own reminders");
  await remind(manager, projectId, planner.organisationId);
  expect(await db(planner).requestReminder.count()).toBe(0);
  expect((await listReminders(planner, projectId)).size).toBe(0);
});
