import { expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { day } from "@/lib/day";
import { NotThere, Refused, Rejected } from "@/lib/outcome";
import { requireRecipient } from "@/lib/session/answer-link";
import { makeAnswerLink, noteUse, readAnswerLink, revokeAnswerLink } from "@/lib/store/answer-links";
import { db } from "@/lib/store/db";
import { listMessages } from "@/lib/store/messages";
import { newId } from "@/lib/store/new-id";
import { tellOtherBodies } from "@/lib/store/other-bodies";
import { declineToPropose, readProposal, receiveProposal } from "@/lib/store/proposals";
import { findProject } from "@/lib/store/reach";
import {
  answerQuestion,
  askQuestion,
  listAskedQuestions,
  listQuestions,
  MAX_QUESTIONS,
} from "@/lib/store/request-questions";
import { inviteBody, readRequest } from "@/lib/store/requests";
import { readSelection } from "@/lib/store/selection";
import { rows } from "../support/rows";
import { chooseAsked, offer, openRequest, planProject, registerBody } from "../support/sourcing-story";
import { at, createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

const LAST_DAY = day("2027-01-31");
const RECIPIENT = "Ines Falk";

/** A request to a body on CertTrail and to one that is not, with a link for the second. */
async function askedByLink(name: string) {
  const scene = await planProject(name);
  const { manager, planner, projectId } = scene;
  const bodyId = await registerBody(manager, `${name} Island Certification`);
  await openRequest(scene, [planner.organisationId, bodyId]);
  const token = await makeLink(manager, projectId, bodyId);
  return { ...scene, bodyId, token };
}

const makeLink = async (manager: Actor, projectId: string, bodyId: string, more = {}) =>
  await makeAnswerLink(
    manager,
    { projectId, bodyId, recipient: RECIPIENT, lastDay: LAST_DAY, ...more },
    submission(),
  );

test("who holds the link answers for the body: the offer is the body's own word, and the client cannot change it", async () => {
  const { manager, planner, projectId, bodyId, token } = await askedByLink("By link");
  await receiveProposal(
    planner,
    { projectId, bodyId: planner.organisationId, fileId: null, offer: offer() },
    submission(),
  );
  const { actor, link } = await requireRecipient(token, START);
  expect(actor).toMatchObject({ organisationId: bodyId, personName: RECIPIENT, side: "body" });
  const sent = { projectId: link.projectId, bodyId, fileId: null, offer: offer({ dayRateMinor: 118_050 }) };
  await receiveProposal(actor, sent, submission());
  const { proposal } = await readProposal(manager, projectId, bodyId);
  expect(proposal).toMatchObject({ enteredByBody: true, offer: { dayRateMinor: 118_050 } });
  await expect(receiveProposal(manager, sent, submission())).rejects.toThrow(Refused);
  const shown = await readRequest(actor, projectId, START);
  expect(shown.proposal?.offer.dayRateMinor).toBe(118_050);
  expect(await db(actor).proposal.count({ where: { projectId } })).toBe(1);
  expect(await db(actor).bodyRequest.count({ where: { projectId } })).toBe(1);
});

test("it declines through the link too, for itself alone", async () => {
  const { manager, planner, projectId, bodyId, token } = await askedByLink("Declined by link");
  const { actor } = await requireRecipient(token, START);
  const forAnother = { projectId, bodyId: planner.organisationId, fileId: null, offer: offer() };
  await expect(receiveProposal(actor, forAnother, submission())).rejects.toThrow(Refused);
  await declineToPropose(actor, { projectId, reason: "No auditor for this sector this year." }, submission());
  expect((await readProposal(manager, projectId, bodyId)).proposal?.declined).toBe(true);
});

test("a link opens nothing but the request: neither the project nor anything of the other bodies", async () => {
  const { projectId, token } = await askedByLink("Nothing else");
  const { actor } = await requireRecipient(token, START);
  await expect(findProject(db(actor), actor, projectId)).rejects.toThrow(NotThere);
  expect(await db(actor).answerLink.count()).toBe(0);
  expect(await db(actor).exchangeRate.count()).toBe(0);
});

test("its token is kept nowhere, and the same form sent twice gives the same link", async () => {
  const { manager, projectId, bodyId } = await askedByLink("Kept nowhere");
  const input = { projectId, bodyId, recipient: RECIPIENT, lastDay: LAST_DAY };
  const once = submission();
  const token = await makeAnswerLink(manager, input, once);
  expect(await makeAnswerLink(manager, input, once)).toBe(token);
  const kept = await rows().answerLink.findMany({ where: { projectId } });
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toContain(token);
  const told = await rows().event.findMany({ where: { projectId } });
  expect(JSON.stringify(told)).not.toContain(token);
});

test.each([
  ["never was", async () => "no such token", START],
  [
    "was taken back",
    async ({ manager, projectId, bodyId, token }: Scene) => {
      await revokeAnswerLink(manager, { projectId, bodyId }, submission());
      return token;
    },
    START,
  ],
  [
    "a newer one took the place of",
    async ({ manager, projectId, bodyId, token }: Scene) => {
      await makeLink(manager, projectId, bodyId);
      return token;
    },
    START,
  ],
  ["is past its last day", async ({ token }: Scene) => token, at("2027-02-01")],
  [
    "was made before the body came to CertTrail",
    async ({ bodyId, token }: Scene) => {
      await rows().organisation.update({
        where: { id: bodyId },
        data: { connected: true, managedById: null },
      });
      return token;
    },
    START,
  ],
])("a link that %s opens nothing", async (what, meet, moment) => {
  const scene = await askedByLink(`Closed, ${what}`);
  await requireRecipient(scene.token, START);
  const token = await meet(scene);
  await expect(requireRecipient(token, moment)).rejects.toThrow(NotThere);
});

type Scene = Awaited<ReturnType<typeof askedByLink>>;

test("it opens on its last day in the project's zone to the end", async () => {
  const { token } = await askedByLink("Last day");
  await requireRecipient(token, new Date("2027-01-31T22:59:00Z"));
  await expect(requireRecipient(token, new Date("2027-01-31T23:00:00Z"))).rejects.toThrow(NotThere);
});

test("who may not, for whom not, until when not", async () => {
  const { manager, executive, planner, projectId, bodyId } = await askedByLink("Refused links");
  await expect(makeLink(executive, projectId, bodyId)).rejects.toThrow(Refused);
  await expect(makeLink(manager, projectId, planner.organisationId)).rejects.toThrow(Rejected);
  await expect(makeLink(manager, projectId, bodyId, { lastDay: day("2027-01-11") })).rejects.toThrow(
    Rejected,
  );
  const uninvited = await registerBody(manager, "Never invited");
  await expect(makeLink(manager, projectId, uninvited)).rejects.toThrow(NotThere);
  await expect(makeLink(planner, projectId, bodyId)).rejects.toThrow(Refused);
});

test("the client sees when the link was used and for what; looking again at once is one opening", async () => {
  const { manager, planner, projectId, bodyId, token } = await askedByLink("Uses");
  const { actor, link } = await requireRecipient(token, START);
  const later = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
  await noteUse(actor, link, "opened", START);
  await noteUse(actor, link, "opened", later(5));
  await noteUse(actor, link, "asked", later(6));
  await noteUse(actor, link, "opened", later(30));
  const shown = await readAnswerLink(manager, projectId, bodyId, day("2027-01-11"));
  expect(shown).toMatchObject({ recipient: RECIPIENT, state: "open", lastDay: LAST_DAY });
  expect(shown?.uses.map(({ what }) => what)).toEqual(["opened", "asked", "opened"]);
  expect(await readAnswerLink(manager, projectId, bodyId, day("2027-02-01"))).toMatchObject({
    state: "ended",
  });
  expect(await readAnswerLink(planner, projectId, bodyId, day("2027-01-11"))).toBeNull();
});

test("a question is the client's to see at once, and every body's once it is answered, without who asked", async () => {
  const { manager, planner, projectId, token } = await askedByLink("Questions");
  const { actor } = await requireRecipient(token, START);
  await askQuestion(actor, { projectId, question: "How many developers?" }, submission());
  const [asked] = await listQuestions(manager, projectId);
  expect(asked).toMatchObject({
    question: "How many developers?",
    answer: null,
    by: "Questions Island Certification",
  });
  expect(await listAskedQuestions(planner, projectId)).toEqual([]);
  expect(await listAskedQuestions(actor, projectId)).toMatchObject([{ by: "You", answer: null }]);
  const answer = { projectId, questionId: asked?.id ?? "", answer: "Forty." };
  await expect(answerQuestion(planner, answer, submission())).rejects.toThrow(Refused);
  await answerQuestion(manager, answer, submission());
  await expect(answerQuestion(manager, answer, submission())).rejects.toThrow(NotThere);
  for (const reader of [planner, actor]) {
    expect(await listAskedQuestions(reader, projectId)).toEqual([
      { id: asked?.id, question: "How many developers?", answer: "Forty.", by: null, askedAt: null },
    ]);
  }
  expect(await db(planner).requestQuestion.count()).toBe(0);
});

test("a body asks so many questions and no more", async () => {
  const { manager, planner, projectId } = await askedByLink("Many questions");
  const by = { projectId, clientId: manager.organisationId, bodyId: planner.organisationId };
  await rows().requestQuestion.createMany({
    data: Array.from({ length: MAX_QUESTIONS }, (_, no) => ({
      ...{ ...by, id: newId(), question: `Question ${no}` },
      ...{ askedById: planner.personId, askedAt: START },
    })),
  });
  const oneMore = askQuestion(planner, { projectId, question: "One more?" }, submission());
  await expect(oneMore).rejects.toThrow(Rejected);
});

test("an answered question and the choice of another body reach the bodies that were asked, in the client's words", async () => {
  const scene = await askedByLink("Told");
  const { manager, planner, projectId, bodyId, token } = scene;
  const third = await createOrganisation("body", "Told Third", ["planner"]);
  const invite = { projectId, bodyId: third.planner.organisationId };
  await inviteBody(manager, invite, submission());
  await askQuestion(planner, { projectId, question: "Which language?" }, submission());
  const [asked] = await listQuestions(manager, projectId);
  await answerQuestion(manager, { projectId, questionId: asked?.id ?? "", answer: "English." }, submission());
  const early = tellOtherBodies(manager, { projectId, text: "Thank you." }, submission());
  await expect(early).rejects.toThrow(Refused);
  await chooseAsked(scene, planner.organisationId);
  const words = { projectId, text: "We have chosen another body. Thank you." };
  await expect(tellOtherBodies(scene.executive, words, submission())).rejects.toThrow(Refused);
  expect(await tellOtherBodies(manager, words, submission())).toEqual({ off: ["Told Island Certification"] });
  await expect(tellOtherBodies(manager, words, submission())).rejects.toThrow(Rejected);
  const subjects = async (of: Actor) =>
    (await listMessages(of)).messages.map(({ subject }) => subject).sort();
  expect(await subjects(third.planner)).toEqual([
    "A question on a request is answered",
    "Another body was chosen",
    "You are asked for a proposal",
  ]);
  expect(await subjects(planner)).not.toContain("Another body was chosen");
  const { actor } = await requireRecipient(token, START);
  for (const reader of [actor, third.planner])
    expect((await readRequest(reader, projectId, START)).toldText).toBe(words.text);
  expect((await readRequest(planner, projectId, START)).toldText).toBeNull();
  const { invited } = await readSelection(manager, projectId);
  expect(invited.map(({ body, toldOn }) => [body.id === planner.organisationId, toldOn !== null])).toEqual(
    expect.arrayContaining([
      [true, false],
      [false, true],
    ]),
  );
  expect(invited.find(({ body }) => body.id === bodyId)?.toldOn).toBe("2027-01-11");
});
