import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { dutyKeys } from "@/lib/lifecycle/duties";
import { Changed, NotThere, Refused } from "@/lib/outcome";
import { acceptApplication, sendApplication } from "@/lib/store/applications";
import { inviteBody } from "@/lib/store/connect";
import { acceptInvitation } from "@/lib/store/invitations";
import { draftLetter, signForBody, signForClient } from "@/lib/store/letters";
import { confirmRecordedAct, correctRecordedAct, listRecordedActs } from "@/lib/store/recorded-acts";
import { findSignedIn } from "@/lib/store/sessions";
import { signIn } from "@/lib/store/sign-in";
import { readTrail } from "@/lib/store/trail";
import { storeFile } from "@/prisma/demo/teller";
import { rows } from "../support/rows";
import { chooseBody, planProject, registerBody } from "../support/sourcing-story";
import { onDatabase, START, submission } from "../support/story";

onDatabase();

const PASSWORD = "correct horse battery";

/** A project of a body off CertTrail whose application and signature the client has recorded. */
async function engageOneSided(name: string) {
  const scene = await planProject(name);
  const { manager, executive, projectId } = scene;
  const bodyId = await registerBody(manager, `${name} Cert`);
  await chooseBody(scene, bodyId);
  const statement = {
    signatory: "Viktor Lang, Director",
    consultancy: "None",
    consultancyBodyRelated: false,
  };
  await sendApplication(
    manager,
    { projectId, ...statement, consultancyEndedOn: null, notes: null },
    submission(),
  );
  const proofId = await storeFile(manager, projectId, { name: "letter.txt", text: "Signed." }, START);
  const recorded = { on: day("2027-01-11"), by: "Fiona Daly", proofId };
  const asBody = () => submission(START, { recorded });
  await acceptApplication(manager, { projectId, competence: "Software development" }, asBody());
  const siteIds = (await rows().projectSite.findMany({ where: { projectId } })).map(({ siteId }) => siteId);
  const letter = {
    scope: "Development and operation of the platform",
    siteIds,
    standardText: "ISO/IEC 27001:2022",
    ...{ duties: [...dutyKeys], form: "written" as const, fileId: null },
    daysText: "11 days",
    datesText: "In March",
    feesText: "As offered",
    confidentiality: "Both sides keep it to themselves.",
    terms: null,
  };
  await draftLetter(manager, { projectId, letter }, submission());
  await signForClient(executive, { projectId, signatory: "Viktor Lang, Director" }, submission());
  await signForBody(manager, { projectId, signatory: "Fiona Daly, Planner" }, asBody());
  return { ...scene, bodyId };
}

async function join(scene: Awaited<ReturnType<typeof engageOneSided>>, email: string, name: string) {
  const token = await inviteBody(scene.manager, { bodyId: scene.bodyId, email }, submission());
  await acceptInvitation({ token, name, password: PASSWORD }, START);
  const session = await signIn(email, PASSWORD, START);
  const [actor] = (await findSignedIn(session ?? "", START))?.actors ?? [];
  if (!actor) throw new Error("The body's person has no organisation.");
  return actor;
}

test("a body that joins confirms or corrects each recorded act, once", async () => {
  const scene = await engageOneSided("Confirm");
  const fiona = await join(scene, "fiona@confirm.example", "fiona daly");
  const { projectId } = scene;
  const acts = await listRecordedActs(fiona, projectId);
  expect(acts.map(({ standing }) => standing)).toEqual(["recorded", "recorded"]);
  const [first, second] = acts.map(({ eventId }) => ({ projectId, eventId }));
  if (!first || !second) throw new Error("Two acts were recorded.");
  await confirmRecordedAct(fiona, first, submission());
  await correctRecordedAct(fiona, { ...second, correction: "Signed a day later." }, submission());
  await expect(confirmRecordedAct(fiona, second, submission())).rejects.toThrow(Changed);
  const after = await listRecordedActs(scene.manager, projectId);
  expect(after.map(({ standing }) => standing)).toEqual(["confirmed", "corrected"]);
  const { entries } = await readTrail(fiona, projectId);
  expect(entries.slice(0, 2).map(({ label }) => label)).toEqual([
    "Recorded act corrected",
    "Recorded act confirmed",
  ]);
});

test("the person the client named is the person who joins under that name (DEC-1)", async () => {
  const scene = await engageOneSided("Same");
  const [named] = await rows().recordedAct.findMany({ where: { projectId: scene.projectId } });
  const fiona = await join(scene, "fiona@same.example", "Fiona Daly");
  expect(fiona.personId).toBe(named?.actedById);
  expect(fiona.roles).toEqual(["admin", "planner"]);
});

test("the client cannot confirm its own records, and a stranger finds none", async () => {
  const scene = await engageOneSided("Own");
  const { projectId, manager } = scene;
  const [act] = await listRecordedActs(manager, projectId);
  const answer = { projectId, eventId: act?.eventId ?? "" };
  await expect(confirmRecordedAct(manager, answer, submission())).rejects.toThrow(Refused);
  const stranger = await planProject("Stranger");
  await expect(listRecordedActs(stranger.manager, projectId)).rejects.toThrow(NotThere);
  await expect(confirmRecordedAct(stranger.planner, answer, submission())).rejects.toThrow(NotThere);
  expect((await listRecordedActs(manager, projectId)).every(({ standing }) => standing === "recorded")).toBe(
    true,
  );
});

test("only the client that keeps a body can bring it in", async () => {
  const scene = await engageOneSided("Keeper");
  const other = await planProject("Other keeper");
  const input = { bodyId: scene.bodyId, email: "somebody@keeper.example" };
  await expect(inviteBody(other.manager, input, submission())).rejects.toThrow(NotThere);
  await expect(inviteBody(scene.executive, input, submission())).rejects.toThrow(Refused);
});
