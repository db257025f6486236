import { expect, test } from "vitest";
import { type Day, day } from "@/lib/day";
import { Refused, Rejected } from "@/lib/outcome";
import { readEngagement } from "@/lib/store/agreement";
import { acceptApplication, sendApplication } from "@/lib/store/applications";
import { draftLetter, signForBody, signForClient } from "@/lib/store/letters";
import { readTrail } from "@/lib/store/trail";
import { storeFile } from "../../prisma/demo/teller";
import { rows } from "../support/rows";
import {
  chooseBody,
  letterText,
  planProject,
  registerBody,
  type SourcingScene,
} from "../support/sourcing-story";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

const application = {
  signatory: "Viktor Lang, Chief executive",
  consultancy: "None",
  consultancyBodyRelated: false,
  consultancyEndedOn: null,
  notes: null,
};
const competence = "Information security in software development";

const codesOf = async (attempt: Promise<unknown>): Promise<string[]> => {
  const error = await attempt.catch((thrown: unknown) => thrown);
  if (!(error instanceof Refused)) throw error;
  return error.refusals.map(({ code }) => code);
};

async function proof({ manager, projectId }: SourcingScene, letter: string): Promise<string> {
  return await storeFile(manager, projectId, { name: `${letter}.pdf`, text: `%PDF-1.7 ${letter}` }, START);
}

/** A body off CertTrail is chosen, and the application is sent to it. */
async function appliedScene(name: string): Promise<SourcingScene> {
  const scene = await planProject(name);
  const bodyId = await registerBody(scene.manager, `${name} Assurance`);
  await chooseBody(scene, bodyId);
  await sendApplication(scene.manager, { projectId: scene.projectId, ...application }, submission());
  return scene;
}

const recorded = (on: Day, by: string, proofId: string) =>
  submission(START, { recorded: { on, by, proofId } });

test("the manager records what a body off CertTrail did, and both signatures engage it", async () => {
  const scene = await appliedScene("Recorded");
  const { manager, executive, projectId } = scene;
  const on = day("2027-01-08");
  const accepting = recorded(on, "Mara Stein", await proof(scene, "a"));
  await acceptApplication(manager, { projectId, competence }, accepting);
  await draftLetter(manager, { projectId, letter: await letterText(scene) }, submission());
  await signForClient(executive, { projectId, signatory: "Viktor Lang, Chief executive" }, submission());
  const signing = recorded(on, "Mara Stein", await proof(scene, "b"));
  await signForBody(manager, { projectId, signatory: "Mara Stein, Director" }, signing);
  const { record, agreement } = await readEngagement(manager, projectId);
  expect(record.certificationCase?.state).toBe("engaged");
  expect(agreement.application?.recorded).toEqual({ by: "Recorded", standing: "recorded" });
  expect(agreement.letter?.bodySignature).toMatchObject({
    on,
    signatory: "Mara Stein, Director",
    recorded: { by: "Recorded", standing: "recorded" },
  });
  expect(agreement.letter?.clientSignature).toMatchObject({ recorded: null });
});

test("an act of the body is recorded with its proof, and never in the name of a person of the client", async () => {
  const scene = await appliedScene("Unproven");
  const { manager, executive, projectId } = scene;
  const on = day("2027-01-08");
  const accept = (sent: ReturnType<typeof submission>) =>
    acceptApplication(manager, { projectId, competence }, sent);
  expect(await codesOf(accept(submission()))).toEqual(["not-recorded"]);
  await expect(accept(recorded(on, "Mara Stein", crypto.randomUUID()))).rejects.toThrow(Rejected);
  const file = await proof(scene, "c");
  expect(await codesOf(accept(recorded(on, executive.personName, file)))).toEqual([
    "recorded-person-of-client",
  ]);
  expect(await codesOf(accept(recorded(day("2027-01-12"), "Mara Stein", file)))).toEqual(["act-in-future"]);
  expect((await readEngagement(manager, projectId)).agreement.application?.outcome).toBe("waiting");
});

test("nothing is recorded for a body that works on CertTrail", async () => {
  const scene = await planProject("Connected");
  await chooseBody(scene);
  const { manager, projectId } = scene;
  await sendApplication(manager, { projectId, ...application }, submission());
  const sent = recorded(day("2027-01-08"), "Mara Stein", await proof(scene, "d"));
  expect(await codesOf(acceptApplication(manager, { projectId, competence }, sent))).toEqual([
    "body-connected",
  ]);
});

test("the engaged body reads no act of a body that also answered", async () => {
  const scene = await planProject("Trails");
  const rival = await createOrganisation("body", "Trails Rival", ["planner"]);
  await chooseBody(scene);
  const { manager, executive, planner, projectId } = scene;
  await sendApplication(manager, { projectId, ...application }, submission());
  await acceptApplication(planner, { projectId, competence }, submission());
  await draftLetter(planner, { projectId, letter: await letterText(scene) }, submission());
  await signForClient(executive, { projectId, signatory: "Viktor Lang, Chief executive" }, submission());
  await signForBody(planner, { projectId, signatory: "Tomas Novak, Planner" }, submission());
  const [told] = await rows().event.findMany({ where: { projectId, kind: "sourcing.receiveProposal" } });
  await rows().event.create({
    data: {
      ...told,
      id: crypto.randomUUID(),
      data: { body: "Trails Rival" },
      personId: rival.planner.personId,
      organisationId: rival.planner.organisationId,
    } as never,
  });
  const sentences = async (actor: typeof planner) =>
    (await readTrail(actor, projectId)).entries.map(({ sentence }) => sentence).join("\n");
  expect(await sentences(manager)).toContain("Trails Rival");
  expect(await sentences(planner)).not.toContain("Trails Rival");
  expect(await sentences(planner)).not.toContain("recommended");
  expect(await sentences(planner)).toContain("accepted the application");
});
