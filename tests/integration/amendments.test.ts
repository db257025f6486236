import { beforeAll, expect, test } from "vitest";
import { day } from "@/lib/day";
import { Changed, NotThere, Refused, Rejected } from "@/lib/outcome";
import { readEngagement } from "@/lib/store/agreement";
import {
  amendLetter,
  signAmendmentForBody,
  signAmendmentForClient,
  withdrawAmendment,
} from "@/lib/store/amendments";
import { acceptApplication, sendApplication } from "@/lib/store/applications";
import { findFile } from "@/lib/store/files";
import { draftLetter, signForBody, signForClient } from "@/lib/store/letters";
import { storeFile } from "../../prisma/demo/teller";
import { rows } from "../support/rows";
import { chooseBody, letterText, planProject, type SourcingScene } from "../support/sourcing-story";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

const codesOf = async (attempt: Promise<unknown>): Promise<string[]> => {
  const error = await attempt.catch((thrown: unknown) => thrown);
  if (!(error instanceof Refused)) throw error;
  return error.refusals.map(({ code }) => code);
};

/** The body is chosen and has accepted: the letter is next. */
async function accepted(name: string): Promise<SourcingScene> {
  const scene = await planProject(name);
  const { manager, planner, projectId } = scene;
  await chooseBody(scene);
  const statement = {
    signatory: "Viktor Lang, Director",
    consultancy: "None",
    consultancyBodyRelated: false,
  };
  const application = { projectId, ...statement, consultancyEndedOn: null, notes: null };
  await sendApplication(manager, application, submission());
  await acceptApplication(planner, { projectId, competence: "Software development" }, submission());
  return scene;
}

const viktor = "Viktor Lang, Director";
const tomas = "Tomas Novak, Planner";

async function engaged(name: string): Promise<SourcingScene> {
  const scene = await accepted(name);
  const { executive, planner, projectId } = scene;
  await draftLetter(planner, { projectId, letter: await letterText(scene) }, submission());
  await signForClient(executive, { projectId, signatory: viktor }, submission());
  await signForBody(planner, { projectId, signatory: tomas }, submission());
  return scene;
}

const agreed = async ({ manager, projectId }: SourcingScene) =>
  (await readEngagement(manager, projectId)).agreement;
const reason = "A second surveillance day was agreed.";

let scene: SourcingScene;
beforeAll(async () => {
  scene = await engaged("Amended");
});

test("an amendment is in force once both sides have signed it; until then the signed letter is, and it never changes", async () => {
  const { manager, executive, planner, projectId } = scene;
  const letter = { ...(await letterText(scene)), daysText: "Stage 1: 4 days" };
  await amendLetter(planner, { projectId, letter, reason }, submission());
  await signAmendmentForClient(executive, { projectId, signatory: viktor }, submission());
  expect(await agreed(scene)).toMatchObject({ letter: { no: 1 }, amendment: { no: 2, reason } });
  expect(await codesOf(amendLetter(manager, { projectId, letter, reason }, submission()))).toEqual([
    "amendment-already-signed",
  ]);
  await signAmendmentForBody(planner, { projectId, signatory: tomas }, submission());
  const { letter: inForce, amendment, versions } = await agreed(scene);
  expect(amendment).toBeNull();
  expect(inForce).toMatchObject({ no: 2, daysText: "Stage 1: 4 days" });
  expect(inForce?.clientSignature).toMatchObject({ signatory: viktor, on: day("2027-01-11") });
  expect(versions.map(({ no, daysText }) => [no, daysText])).toEqual([
    [1, "Stage 1: 3 days"],
    [2, "Stage 1: 4 days"],
  ]);
  const change = rows().letter.updateMany({ where: { projectId, no: 1 }, data: { feesText: "Nothing" } });
  await expect(change).rejects.toThrow(/cannot be changed/);
});

test("an amendment that is withdrawn keeps its number and reason, and the next one gets the next number", async () => {
  const own = await engaged("Withdrawn");
  const { manager, planner, projectId } = own;
  const letter = await letterText(own);
  await amendLetter(manager, { projectId, letter, reason }, submission());
  await signAmendmentForBody(planner, { projectId, signatory: tomas }, submission());
  await withdrawAmendment(manager, { projectId, reason: "The body took it back." }, submission());
  const withdraw = withdrawAmendment(manager, { projectId, reason: "Once more, please." }, submission());
  expect(await codesOf(withdraw)).toEqual(["amendment-missing"]);
  await amendLetter(planner, { projectId, letter, reason }, submission());
  const { letter: inForce, amendment, versions } = await agreed(own);
  expect([inForce?.no, amendment?.no]).toEqual([1, 3]);
  expect(versions[1]).toMatchObject({ no: 2, withdrawnReason: "The body took it back." });
});

test("only who may draft drafts, only who may sign signs, and a stranger finds nothing", async () => {
  const own = await engaged("Roles");
  const { manager, executive, planner, projectId } = own;
  const stranger = await createOrganisation("client", "Roles Stranger", ["manager"]);
  const letter = await letterText(own);
  const amendment = { projectId, letter, reason };
  expect(await codesOf(amendLetter(executive, amendment, submission()))).toEqual(["not-yours"]);
  await expect(amendLetter(stranger.manager, amendment, submission())).rejects.toThrow(NotThere);
  expect(await codesOf(amendLetter(manager, { ...amendment, reason: "More" }, submission()))).toEqual([
    "reason-missing",
  ]);
  const early = signAmendmentForClient(executive, { projectId, signatory: viktor }, submission());
  expect(await codesOf(early)).toEqual(["amendment-missing"]);
  await amendLetter(manager, amendment, submission());
  const signing = { projectId, signatory: viktor };
  expect(await codesOf(signAmendmentForClient(manager, signing, submission()))).toEqual(["not-yours"]);
  expect(await codesOf(signAmendmentForClient(planner, signing, submission()))).toEqual(["not-yours"]);
  expect(await codesOf(signAmendmentForBody(executive, signing, submission()))).toEqual(["not-yours"]);
  await expect(signAmendmentForBody(stranger.manager, signing, submission())).rejects.toThrow(NotThere);
  expect((await agreed(own)).amendment).toMatchObject({ clientSignature: null, bodySignature: null });
});

test("of two amendments drafted at once from the same page one stands, and two who sign at once both sign", async () => {
  const own = await engaged("Racing");
  const { manager, executive, planner, projectId } = own;
  const { record } = await readEngagement(manager, projectId);
  const letter = await letterText(own);
  const drafts = [manager, planner].map((actor) =>
    amendLetter(actor, { projectId, letter, reason, version: record.sourcing.version }, submission()),
  );
  const failed = (await Promise.allSettled(drafts)).flatMap((one) =>
    one.status === "rejected" ? [one.reason] : [],
  );
  expect(failed).toEqual([expect.any(Changed)]);
  await Promise.all([
    signAmendmentForClient(executive, { projectId, signatory: viktor }, submission()),
    signAmendmentForBody(planner, { projectId, signatory: tomas }, submission()),
  ]);
  expect((await agreed(own)).letter?.no).toBe(2);
  expect(await rows().letter.count({ where: { projectId } })).toBe(2);
});

test("two who sign the letter at once engage the body exactly once", async () => {
  const own = await accepted("Engaged");
  const { executive, planner, projectId } = own;
  await draftLetter(planner, { projectId, letter: await letterText(own) }, submission());
  await Promise.all([
    signForClient(executive, { projectId, signatory: viktor }, submission()),
    signForBody(planner, { projectId, signatory: tomas }, submission()),
  ]);
  expect((await readEngagement(planner, projectId)).record.sourcing.state).toBe("engaged");
  expect(await rows().certificationCase.count({ where: { projectId } })).toBe(1);
  expect(await rows().event.count({ where: { projectId, toState: "engaged" } })).toBe(1);
});

test("a letter stands in a file of the body, which both sides open; saving again without a file keeps it", async () => {
  const own = await accepted("Filed");
  const { manager, planner, projectId } = own;
  const text = await letterText(own);
  const inFile = {
    ...text,
    form: "file" as const,
    standardText: null,
    datesText: null,
    confidentiality: null,
  };
  await expect(draftLetter(manager, { projectId, letter: inFile }, submission())).rejects.toThrow(Rejected);
  const written = { ...inFile, form: "written" as const };
  await expect(draftLetter(manager, { projectId, letter: written }, submission())).rejects.toThrow(Rejected);
  const fileId = await storeFile(manager, projectId, { name: "letter.txt", text: "The letter" }, START);
  // A file of one side is no letter that the other side hands in.
  const foreign = draftLetter(planner, { projectId, letter: { ...inFile, fileId } }, submission());
  await expect(foreign).rejects.toThrow(Rejected);
  await draftLetter(manager, { projectId, letter: { ...inFile, fileId } }, submission());
  await draftLetter(
    manager,
    { projectId, letter: { ...inFile, feesText: "EUR 1,500.00 a day" } },
    submission(),
  );
  const [kept] = await rows().letter.findMany({ where: { projectId }, include: { file: true } });
  expect(kept).toMatchObject({ fileId, feesText: "EUR 1,500.00 a day", file: { name: "letter.txt" } });
  await signForClient(own.executive, { projectId, signatory: viktor }, submission());
  await signForBody(planner, { projectId, signatory: tomas }, submission());
  expect((await findFile(planner, projectId, fileId)).name).toBe("letter.txt");
});

test("a letter that leaves a duty out is refused with its name (APP-7)", async () => {
  const own = await accepted("Duties");
  const letter = { ...(await letterText(own)), duties: ["access", "witness", "records", "marks"] };
  const draft = draftLetter(own.planner, { projectId: own.projectId, letter }, submission());
  expect(await codesOf(draft)).toEqual(["letter-misses-duty"]);
  expect(await rows().letter.count({ where: { projectId: own.projectId } })).toBe(0);
});
