import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { composeRecord } from "@/lib/export/record";
import { Changed, NotThere, Refused, Rejected } from "@/lib/outcome";
import { compareVersions } from "@/lib/soa/approved";
import { db } from "@/lib/store/db";
import { readPreparation, recordSoa } from "@/lib/store/preparation";
import { readSoa, saveSoa } from "@/lib/store/soa";
import { approveSoa, markOf, readSoaVersions } from "@/lib/store/soa-versions";
import { engage, engageProject } from "../support/audit-story";
import { codesOf } from "../support/refusals";
import { rows } from "../support/rows";
import { planProject, type SourcingScene } from "../support/sourcing-story";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

type Scene = Pick<SourcingScene, "manager" | "projectId">;
const today = day("2027-01-11");

/** Writes one value into every line. */
async function writeAll({ manager, projectId }: Scene, field: "justification" | "owner", text: string) {
  const { lines } = await readSoa(manager, projectId);
  const seen = lines.map((line) => ({ ref: line.ref, seen: line[field] ?? "" }));
  await saveSoa(manager, { projectId, field, text, lines: seen }, submission());
}

/** Completes every line of the statement. */
async function complete(scene: Scene) {
  const { manager, projectId } = scene;
  const lines = (await readSoa(manager, projectId)).lines.map(({ ref }) => ({ ref, seen: "" }));
  await saveSoa(manager, { projectId, field: "applicable", text: "yes", lines }, submission());
  await saveSoa(manager, { projectId, field: "implementation", text: "implemented", lines }, submission());
  await writeAll(scene, "justification", "Asked for by law");
}

const approve = ({ manager, projectId }: Scene, label: string, more = {}) =>
  approveSoa(manager, { projectId, label, approvedOn: today, version: undefined, ...more }, submission());

test("a statement is approved once every control is complete; what is missing is named", async () => {
  const scene = await planProject("Complete");
  await expect(approve(scene, "1.0")).rejects.toMatchObject({
    errors: { soaVersion: "Complete A.5.1, A.5.2, A.5.3, A.5.4, A.5.5 and 88 more first." },
  });
  await complete(scene);
  await saveSoa(
    scene.manager,
    { projectId: scene.projectId, field: "applicable", text: "no", lines: [{ ref: "A.7.4", seen: "yes" }] },
    submission(),
  );
  await expect(approve(scene, "1.0")).rejects.toMatchObject({
    errors: { soaVersion: "Complete A.7.4 first." },
  });
  expect((await readSoaVersions(scene.manager, scene.projectId)).versions).toEqual([]);
});

test("an approved version stays as it is while the draft goes on, and its hash tells", async () => {
  const scene = await planProject("Frozen");
  await complete(scene);
  await approve(scene, "1.0");
  await writeAll(scene, "owner", "Mia Chen");
  await approve(scene, "1.1");
  const { versions, contents } = await readSoaVersions(scene.executive, scene.projectId, [1, 2]);
  expect(versions.map(({ label }) => label)).toEqual(["1.1", "1.0"]);
  const [second, first] = contents;
  expect([first?.isIntact, second?.isIntact]).toEqual([true, true]);
  expect(first?.lines[0]).toMatchObject({ ref: "A.5.1", owner: null });
  expect(compareVersions(first?.lines ?? [], second?.lines ?? [])).toHaveLength(93);
  await expect(rows().soaVersion.updateMany({ data: { label: "9" } })).rejects.toThrow();
});

test("what was not seen is not approved, no name counts twice, and no day lies ahead or before the last", async () => {
  const scene = await planProject("Guarded");
  await complete(scene);
  const mark = markOf((await readSoa(scene.manager, scene.projectId)).lines);
  await writeAll(scene, "owner", "Mia Chen");
  await expect(approve(scene, "1.0", { version: mark })).rejects.toBeInstanceOf(Changed);
  await expect(approve(scene, "1.0", { approvedOn: day("2027-01-12") })).rejects.toMatchObject({
    errors: { approvedOn: expect.any(String) },
  });
  const now = markOf((await readSoa(scene.manager, scene.projectId)).lines);
  await approve(scene, "1.0", { version: now });
  await expect(approve(scene, "1.0")).rejects.toMatchObject({ errors: { soaVersion: expect.any(String) } });
  await expect(approve(scene, "1.1", { approvedOn: day("2027-01-10") })).rejects.toBeInstanceOf(Rejected);
  const racing = await Promise.allSettled(["2.0", "2.0", "2.0"].map((label) => approve(scene, label)));
  expect(racing.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("with a case under way approving records the version for it, and only the newest can be recorded by hand (IS-5)", async () => {
  const scene = await engageProject("In force");
  const { manager, projectId } = scene;
  await complete(scene);
  await approve(scene, "1.0");
  const inForce = async () => (await readPreparation(manager, projectId)).certificationCase?.soa;
  expect(await inForce()).toEqual({ version: "1.0", approvedOn: "2027-01-11" });
  const other = { projectId, soaVersion: "7.0", approvedOn: today };
  await expect(recordSoa(manager, other, submission())).rejects.toBeInstanceOf(Rejected);
  await recordSoa(manager, { ...other, soaVersion: "1.0" }, submission());
  expect(await inForce()).toEqual({ version: "1.0", approvedOn: "2027-01-11" });
});

test("a version that was approved before the case began is taken over with one act", async () => {
  const scene = await planProject("Taken over");
  const { manager, projectId } = scene;
  await complete(scene);
  await approve(scene, "1.0");
  await engage("Taken over", scene);
  const { certificationCase, approvedSoa } = await readPreparation(manager, projectId);
  expect([certificationCase?.soa, approvedSoa]).toEqual([null, { label: "1.0", approvedOn: "2027-01-11" }]);
  await recordSoa(manager, { projectId, soaVersion: "1.0", approvedOn: today }, submission());
  expect((await readPreparation(manager, projectId)).certificationCase?.soa).toEqual({
    ...{ version: "1.0", approvedOn: "2027-01-11" },
  });
});

test("the engaged body reads what was approved and never the draft; others approve nothing", async () => {
  const scene = await engageProject("Read by the body");
  const { manager, executive, planner, projectId } = scene;
  await complete(scene);
  await approve(scene, "1.0");
  await writeAll(scene, "owner", "Not approved yet");
  const seen = await readSoaVersions(planner, projectId, [1]);
  expect(seen.contents[0]?.lines).toHaveLength(93);
  expect(JSON.stringify(seen)).not.toContain("Not approved yet");
  for (const other of [executive, planner]) {
    expect(await codesOf(approve({ manager: other, projectId }, "2.0"))).toEqual(["not-yours"]);
  }
  const { manager: stranger } = await createOrganisation("client", "Nobody", ["manager"]);
  await expect(approve({ manager: stranger, projectId }, "2.0")).rejects.toThrow(NotThere);
  await expect(readSoaVersions(stranger, projectId)).rejects.toThrow(NotThere);
  expect(await db(stranger).soaVersion.count()).toBe(0);
  const ofClient = await composeRecord(manager, projectId, START);
  const ofBody = await composeRecord(planner, projectId, START);
  expect(ofClient.preparation.applicability.ownDraft?.[0]).toMatchObject({ owner: "Not approved yet" });
  expect(ofBody.preparation.applicability).toMatchObject({ ownDraft: null, versions: [{ label: "1.0" }] });
  expect(JSON.stringify(ofBody)).not.toContain("Not approved yet");
});

test("before a case begins the body in question reads no version", async () => {
  const scene = await planProject("Too early");
  await complete(scene);
  await approve(scene, "1.0");
  await expect(readSoaVersions(scene.planner, scene.projectId)).rejects.toThrow(NotThere);
  expect(await db(scene.planner).soaVersion.count()).toBe(0);
  await expect(
    saveSoa(
      scene.executive,
      { projectId: scene.projectId, field: "owner", text: "x", lines: [] },
      submission(),
    ),
  ).rejects.toThrow(Refused);
});
