import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { NotThere, Refused } from "@/lib/outcome";
import { acceptApplication, declineApplication, sendApplication } from "@/lib/store/applications";
import { draftLetter, signForBody, signForClient, terminateEngagement } from "@/lib/store/letters";
import { rows } from "../support/rows";
import { chooseBody, letterText, planProject } from "../support/sourcing-story";
import { createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

const statement = {
  signatory: "Viktor Lang, Chief executive",
  consultancy: "None",
  consultancyBodyRelated: false,
  consultancyEndedOn: null,
  notes: null,
};
const competence = "Information security in software development";

async function chosenScene(name: string) {
  const scene = await planProject(name);
  await chooseBody(scene);
  return scene;
}

async function acceptedScene(name: string) {
  const scene = await chosenScene(name);
  const { manager, planner, projectId } = scene;
  await sendApplication(manager, { projectId, ...statement }, submission());
  await acceptApplication(planner, { projectId, competence }, submission());
  await draftLetter(planner, { projectId, letter: await letterText(scene) }, submission());
  return scene;
}

const stateOf = async (projectId: string) =>
  (await rows().project.findUniqueOrThrow({ where: { id: projectId } })).state;

const codesOf = async (attempt: Promise<unknown>): Promise<string[]> => {
  const error = await attempt.catch((thrown: unknown) => thrown);
  if (!(error instanceof Refused)) throw error;
  return error.refusals.map(({ code }) => code);
};

test("the second signature engages the body and opens its case (APP-6, invariant 13)", async () => {
  const { executive, planner, projectId } = await acceptedScene("Signing");
  await signForClient(executive, { projectId, signatory: "Viktor Lang, Chief executive" }, submission());
  expect(await stateOf(projectId)).toBe("contracted_pending");
  expect(await rows().certificationCase.count({ where: { projectId } })).toBe(0);
  await signForBody(planner, { projectId, signatory: "Tomas Novak, Planner" }, submission());
  expect(await stateOf(projectId)).toBe("engaged");
  const opened = await rows().certificationCase.findUniqueOrThrow({ where: { projectId } });
  expect(opened).toMatchObject({ state: "engaged", bodyId: planner.organisationId });
});

test("nobody signs for the other side, and the manager does not sign", async () => {
  const { executive, manager, planner, projectId } = await acceptedScene("Sides");
  const signatory = "Somebody, Director";
  expect(await codesOf(signForClient(manager, { projectId, signatory }, submission()))).toEqual([
    "not-yours",
  ]);
  expect(await codesOf(signForClient(planner, { projectId, signatory }, submission()))).toEqual([
    "not-yours",
  ]);
  expect(await codesOf(signForBody(executive, { projectId, signatory }, submission()))).toEqual([
    "not-yours",
  ]);
  const letter = await rows().letter.findFirstOrThrow({ where: { projectId } });
  expect([letter.clientSignedOn, letter.bodySignedOn]).toEqual([null, null]);
});

test("a signed letter cannot be changed any more (APP-6)", async () => {
  const scene = await acceptedScene("Frozen");
  const { executive, planner, projectId } = scene;
  await signForClient(executive, { projectId, signatory: "Viktor Lang, Chief executive" }, submission());
  const letter = { ...(await letterText(scene)), feesText: "EUR 9,000.00 a day" };
  expect(await codesOf(draftLetter(planner, { projectId, letter }, submission()))).toEqual([
    "letter-already-signed",
  ]);
  expect((await rows().letter.findFirstOrThrow({ where: { projectId } })).feesText).toBe(
    "EUR 1,400.00 a day",
  );
});

test("a letter without every site of the scope is refused (APP-6)", async () => {
  const scene = await chosenScene("Sites");
  const { manager, planner, projectId } = scene;
  await sendApplication(manager, { projectId, ...statement }, submission());
  await acceptApplication(planner, { projectId, competence }, submission());
  const letter = { ...(await letterText(scene)), siteIds: [] };
  expect(await codesOf(draftLetter(planner, { projectId, letter }, submission()))).toEqual([
    "letter-misses-site",
  ]);
  expect(await rows().letter.count({ where: { projectId } })).toBe(0);
});

test("an application without a word on consultancy or a signatory is refused (APP-1, APP-2)", async () => {
  const { manager, projectId } = await chosenScene("Blank");
  const blank = { projectId, ...statement, signatory: " ", consultancy: "" };
  expect(await codesOf(sendApplication(manager, blank, submission()))).toEqual([
    "application-unsigned",
    "consultancy-not-stated",
  ]);
  expect(await rows().application.count({ where: { projectId } })).toBe(0);
});

test("consultancy by a firm related to the body bars it for two years (IMP-3)", async () => {
  const { manager, planner, projectId } = await chosenScene("Related");
  const related = { ...statement, consultancy: "Firm A", consultancyBodyRelated: true };
  const ended = { ...related, consultancyEndedOn: day("2026-05-01") };
  await sendApplication(manager, { projectId, ...ended }, submission());
  expect(await codesOf(acceptApplication(planner, { projectId, competence }, submission()))).toEqual([
    "body-gave-consultancy",
  ]);
  expect(await stateOf(projectId)).toBe("cb_selected");
});

test("a declined application sends the client back to its proposals, with the reasons (APP-4)", async () => {
  const { manager, planner, projectId } = await chosenScene("Declined");
  await sendApplication(manager, { projectId, ...statement }, submission());
  const reason = "We have no auditor for this technical area.";
  await declineApplication(planner, { projectId, reason }, submission());
  const project = await rows().project.findUniqueOrThrow({
    where: { id: projectId },
    include: { application: true },
  });
  expect(project).toMatchObject({ state: "evaluating", bodyId: null, recommendedProposalId: null });
  expect(project.application).toMatchObject({ outcome: "declined", reasons: reason });
});

test("for a body that was invited and not chosen application and letter do not exist", async () => {
  const scene = await planProject("Rivals");
  const rival = await createOrganisation("body", "Rivals Other", ["planner"]);
  await chooseBody(scene);
  const { manager, projectId } = scene;
  await rows().bodyRequest.create({
    data: {
      id: crypto.randomUUID(),
      projectId,
      clientId: manager.organisationId,
      bodyId: rival.planner.organisationId,
      sentAt: submission().now,
    },
  });
  await sendApplication(manager, { projectId, ...statement }, submission());
  await expect(acceptApplication(rival.planner, { projectId, competence }, submission())).rejects.toThrow(
    NotThere,
  );
  expect(await stateOf(projectId)).toBe("cb_selected");
});

test("a stranger finds no application and no letter", async () => {
  const { projectId } = await acceptedScene("Private");
  const stranger = await createOrganisation("client", "Stranger", ["manager", "executive"]);
  const other = await createOrganisation("body", "Stranger Body", ["planner"]);
  const signatory = "A Stranger, Director";
  await expect(signForClient(stranger.executive, { projectId, signatory }, submission())).rejects.toThrow(
    NotThere,
  );
  await expect(signForBody(other.planner, { projectId, signatory }, submission())).rejects.toThrow(NotThere);
});

test("ending the engagement needs a reason and closes the case", async () => {
  const { executive, planner, projectId } = await acceptedScene("Ending");
  await signForClient(executive, { projectId, signatory: "Viktor Lang, Chief executive" }, submission());
  await signForBody(planner, { projectId, signatory: "Tomas Novak, Planner" }, submission());
  expect(await codesOf(terminateEngagement(executive, { projectId, reason: "No" }, submission()))).toEqual([
    "reason-missing",
  ]);
  await terminateEngagement(executive, { projectId, reason: "The company is being sold." }, submission());
  expect(await stateOf(projectId)).toBe("closed");
  expect(await rows().certificationCase.findUniqueOrThrow({ where: { projectId } })).toMatchObject({
    state: "closed",
  });
});
