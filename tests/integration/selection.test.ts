import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { NotThere, Refused, Rejected } from "@/lib/outcome";
import { editProject, readProject } from "@/lib/store/projects";
import { declineToPropose, readProposal, receiveProposal } from "@/lib/store/proposals";
import { inviteBody, issueRfp, listRequests, readRequest } from "@/lib/store/requests";
import { evaluate, readSelection, recommendCb, returnRecommendation, selectCb } from "@/lib/store/selection";
import { rows } from "../support/rows";
import { offer, openRequest, PERSONS, planProject, registerBody, stated } from "../support/sourcing-story";
import { at, createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

const codesOf = async (attempt: Promise<unknown>): Promise<string[]> => {
  const error = await attempt.catch((thrown: unknown) => thrown);
  if (!(error instanceof Refused)) throw error;
  return error.refusals.map(({ code }) => code);
};

const stateOf = async (projectId: string) =>
  (await rows().project.findUniqueOrThrow({ where: { id: projectId } })).state;

const justified = submission(START, { justification: "Two bodies have no auditors this year." });

test("a project takes the persons of its sites, and can be changed until the request goes out", async () => {
  const scene = await planProject("Persons");
  const { manager, executive, planner, projectId } = scene;
  const { name, record } = await readProject(manager, projectId);
  expect(record.personsInScope).toBe(PERSONS);
  const { standardId, scope, targetOn, timeZone } = record;
  const input = {
    projectId,
    name,
    standardId,
    scope,
    targetOn,
    timeZone,
    siteIds: [...record.siteIds],
    persons: 70,
  };
  expect(await codesOf(editProject(executive, input, submission()))).toEqual(["not-yours"]);
  await editProject(manager, input, submission());
  expect((await readProject(manager, projectId)).record.personsInScope).toBe(70);
  await openRequest(scene, [planner.organisationId]);
  expect(await codesOf(editProject(manager, { ...input, persons: 1 }, submission()))).toEqual([
    "wrong-state",
  ]);
  expect((await readProject(manager, projectId)).record.personsInScope).toBe(70);
});

test("a project takes no site of another organisation", async () => {
  const { manager, projectId } = await planProject("Own sites");
  const other = await planProject("Other sites");
  const { name, record } = await readProject(manager, projectId);
  const foreign = [...(await readProject(other.manager, other.projectId)).record.siteIds];
  const { standardId, scope, targetOn, timeZone } = record;
  const input = { projectId, name, standardId, scope, targetOn, timeZone, siteIds: foreign, persons: null };
  await expect(editProject(manager, input, submission())).rejects.toThrow(Rejected);
  expect((await readProject(manager, projectId)).record.siteIds).toEqual(record.siteIds);
});

test("an invited body sees the request and its own proposal; a stranger sees nothing", async () => {
  const scene = await planProject("Seen");
  const { planner, projectId } = scene;
  const stranger = await createOrganisation("body", "Seen Stranger", ["planner"]);
  await expect(readRequest(planner, projectId, START)).rejects.toThrow(NotThere);
  await openRequest(scene, [planner.organisationId]);
  const request = await readRequest(planner, projectId, START);
  expect(request).toMatchObject({
    requestNote: "Which auditors know hospitals?",
    proposal: null,
    agreement: null,
  });
  expect((await listRequests(planner)).map((one) => one.projectId)).toEqual([projectId]);
  expect(await listRequests(stranger.planner)).toEqual([]);
  await expect(readRequest(stranger.planner, projectId, START)).rejects.toThrow(NotThere);
  await expect(readSelection(planner, projectId)).rejects.toThrow(NotThere);
  expect((await readSelection(scene.manager, projectId)).invited[0]?.viewed).toBe(true);
});

test("nobody but the client's manager issues the request, and not without a body", async () => {
  const { manager, executive, planner, projectId } = await planProject("Issue");
  const input = { projectId, answerDueOn: day("2027-02-12"), note: null, bodyIds: [planner.organisationId] };
  expect(await codesOf(issueRfp(executive, input, submission()))).toEqual(["not-yours"]);
  expect(await codesOf(issueRfp(manager, { ...input, bodyIds: [] }, submission()))).toEqual([
    "no-body-invited",
  ]);
  const late = { ...input, answerDueOn: day("2027-01-10") };
  expect(await codesOf(issueRfp(manager, late, submission()))).toEqual(["answer-due-passed"]);
  const foreign = await registerBody((await planProject("Issue other")).manager, "Foreign Assurance");
  await expect(issueRfp(manager, { ...input, bodyIds: [foreign] }, submission())).rejects.toThrow(NotThere);
  expect(await stateOf(projectId)).toBe("planning");
  expect(await rows().bodyRequest.count({ where: { projectId } })).toBe(0);
});

test("one more body is invited while answers are taken, each only once", async () => {
  const scene = await planProject("More");
  const { manager, planner, projectId } = scene;
  const bodyId = await registerBody(manager, "More Assurance");
  expect(await codesOf(inviteBody(manager, { projectId, bodyId }, submission()))).toEqual(["wrong-state"]);
  await openRequest(scene, [planner.organisationId]);
  await inviteBody(manager, { projectId, bodyId }, submission());
  await expect(inviteBody(manager, { projectId, bodyId }, submission())).rejects.toThrow(Rejected);
  expect((await readSelection(manager, projectId)).invited.map(({ body }) => body.id)).toContain(bodyId);
});

test("each body answers for itself, and the client does not write over its answer", async () => {
  const scene = await planProject("Answers");
  const { manager, planner, projectId } = scene;
  const handId = await registerBody(manager, "Answers Assurance");
  const own = { projectId, bodyId: planner.organisationId, offer: offer(), fileId: null };
  await openRequest(scene, [planner.organisationId, handId]);
  const forged = { ...own, bodyId: handId };
  expect(await codesOf(receiveProposal(planner, forged, submission()))).toEqual(["body-not-invited"]);
  await receiveProposal(planner, own, submission());
  const cheaper = { ...own, offer: offer({ dayRateMinor: 1 }) };
  expect(await codesOf(receiveProposal(manager, cheaper, submission()))).toEqual(["proposal-of-body"]);
  expect((await readProposal(manager, projectId, own.bodyId)).proposal?.offer.dayRateMinor).toBe(140_000);
  await receiveProposal(manager, forged, submission());
  await receiveProposal(manager, { ...forged, offer: offer({ dayRateMinor: 130_000 }) }, submission());
  expect((await readProposal(manager, projectId, handId)).proposal).toMatchObject({
    enteredByBody: false,
    version: 1,
  });
});

test("what an offer does not state stays unstated, and a stated 0 stays 0", async () => {
  const scene = await planProject("Blank");
  const { planner, projectId } = scene;
  const bodyId = planner.organisationId;
  await openRequest(scene, [bodyId]);
  const blank = offer({ travelMinor: null, applicationFeeMinor: 0, validUntil: null });
  await receiveProposal(planner, { projectId, bodyId, offer: blank, fileId: null }, submission());
  expect((await readRequest(planner, projectId, START)).proposal?.offer).toEqual(blank);
});

test("a late answer needs a reason; a declined one keeps it", async () => {
  const scene = await planProject("Late");
  const { planner, projectId } = scene;
  const bodyId = planner.organisationId;
  await openRequest(scene, [bodyId]);
  const late = { projectId, bodyId, offer: offer(), fileId: null };
  const after = submission(at("2027-02-13"));
  expect(await codesOf(receiveProposal(planner, late, after))).toEqual(["proposal-late"]);
  const decline = { projectId, reason: "We have no free auditors." };
  expect(await codesOf(declineToPropose(planner, { ...decline, reason: "" }, submission()))).toEqual([
    "reason-missing",
  ]);
  await declineToPropose(planner, decline, submission());
  expect((await readRequest(planner, projectId, START)).proposal).toMatchObject({
    declined: true,
    offer: { notes: "We have no free auditors." },
  });
});

test("a body is recommended with a reason, overridden in writing, and confirmed by an executive", async () => {
  const scene = await planProject("Choice");
  const { manager, executive, planner, projectId } = scene;
  const bodyId = planner.organisationId;
  await openRequest(scene, [bodyId]);
  const thin = offer({ days: { ...offer().days, stage1: 100, stage2: 500 } });
  await receiveProposal(planner, { projectId, bodyId, offer: thin, fileId: null }, submission());
  expect(await codesOf(evaluate(manager, { projectId }, submission()))).toEqual(["few-proposals"]);
  await evaluate(manager, { projectId }, justified);
  const [invited] = (await readSelection(manager, projectId)).invited;
  expect(invited?.against.map(({ code }) => code)).toEqual(["days-too-low"]);
  const proposalId = invited?.proposal?.id ?? "";
  const reason = "Knows our trade and is close to both sites.";
  const choice = { projectId, proposalId, ...stated(manager, { reason }) };
  expect(await codesOf(recommendCb(manager, { ...choice, reason: "Cheap" }, submission()))).toEqual([
    "recommendation-reason-short",
    "days-too-low",
  ]);
  expect(await codesOf(recommendCb(executive, choice, submission()))).toContain("not-yours");
  const override = "It explained the fewer days in its letter.";
  await recommendCb(manager, choice, submission(START, { justification: override }));
  expect(await readSelection(manager, projectId)).toMatchObject({
    overrideReason: override,
    recommendReason: reason,
  });
  expect(await codesOf(selectCb(manager, { projectId }, submission()))).toEqual(["not-yours"]);
  await returnRecommendation(executive, { projectId, reason: "Ask for more days first." }, submission());
  expect(await codesOf(selectCb(executive, { projectId }, submission()))).toEqual(["no-recommendation"]);
  await recommendCb(manager, choice, submission(START, { justification: override }));
  await selectCb(executive, { projectId }, submission());
  expect((await readSelection(manager, projectId)).record).toMatchObject({
    bodyId,
    sourcing: { state: "cb_selected" },
  });
});

test("another offer of the recommended body takes the recommendation back", async () => {
  const scene = await planProject("Moved");
  const { manager, executive, planner, projectId } = scene;
  const own = { projectId, bodyId: planner.organisationId, offer: offer(), fileId: null };
  await openRequest(scene, [own.bodyId]);
  await receiveProposal(planner, own, submission());
  await evaluate(manager, { projectId }, submission(START, { justification: "Only one body has answered." }));
  const [invited] = (await readSelection(manager, projectId)).invited;
  const proposalId = invited?.proposal?.id ?? "";
  await recommendCb(manager, { projectId, proposalId, ...stated(manager) }, submission());
  await receiveProposal(planner, { ...own, offer: offer({ dayRateMinor: 900_000 }) }, submission());
  expect(await codesOf(selectCb(executive, { projectId }, submission()))).toEqual(["no-recommendation"]);
  expect(await stateOf(projectId)).toBe("evaluating");
});

test("the bodies never learn whom else the client asked or how it weighs them", async () => {
  const scene = await planProject("Silent");
  const { manager, planner, projectId } = scene;
  await openRequest(scene, [planner.organisationId]);
  await receiveProposal(
    planner,
    { projectId, bodyId: planner.organisationId, offer: offer(), fileId: null },
    submission(),
  );
  await evaluate(manager, { projectId }, submission(START, { justification: "Only one body has answered." }));
  const events = await rows().event.findMany({ where: { projectId }, orderBy: { no: "asc" } });
  expect(events.map(({ kind, audience }) => [kind, audience])).toEqual([
    ["project.start", "both"],
    ["sourcing.issueRfp", "client"],
    ["sourcing.receiveProposal", "both"],
    ["sourcing.evaluate", "client"],
  ]);
});
