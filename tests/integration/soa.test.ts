import { expect, test } from "vitest";
import { Changed, NotThere, Refused, Rejected } from "@/lib/outcome";
import type { SoaField } from "@/lib/soa/statement";
import { db } from "@/lib/store/db";
import { addOwnControl, readSoa, removeOwnControl, saveSoa } from "@/lib/store/soa";
import { readTrail } from "@/lib/store/trail";
import { engageProject } from "../support/audit-story";
import { planProject, type SourcingScene } from "../support/sourcing-story";
import { createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

type Scene = Pick<SourcingScene, "manager" | "projectId">;

const write = (
  { manager, projectId }: Scene,
  field: SoaField,
  text: string,
  lines: readonly { ref: string; seen: string }[],
  of = submission(),
) => saveSoa(manager, { projectId, field, text, lines }, of);

const lineOf = async ({ manager, projectId }: Scene, ref: string) =>
  (await readSoa(manager, projectId)).lines.find((line) => line.ref === ref);

test("before a body is chosen the manager decides control by control, and all the client's readers see it", async () => {
  const scene = await planProject("Drafted");
  const { manager, executive, projectId } = scene;
  expect((await readSoa(manager, projectId)).lines).toHaveLength(93);
  await write(scene, "applicable", "yes", [{ ref: "A.5.10", seen: "" }]);
  await write(scene, "justification", "Laptops are handed out", [{ ref: "A.5.10", seen: "" }]);
  await write(scene, "applicable", "no", [{ ref: "A.5.1", seen: "" }]);
  const { lines } = await readSoa(executive, projectId);
  expect(lines.find(({ ref }) => ref === "A.5.10")).toMatchObject({
    applicable: true,
    justification: "Laptops are handed out",
  });
  expect(lines.find(({ ref }) => ref === "A.5.1")).toMatchObject({ applicable: false, justification: null });
  const { entries } = await readTrail(executive, projectId, { view: "acts" });
  expect(entries[0]?.sentence).toBe("changed the applicability of A.5.1 in the Statement of Applicability");
});

test("whoever has not seen the newest text overwrites nothing, whatever stands beside it", async () => {
  const scene = await planProject("Both at once");
  await write(scene, "justification", "First", [{ ref: "A.5.1", seen: "" }]);
  const late = write(scene, "justification", "Second", [
    { ref: "A.5.2", seen: "" },
    { ref: "A.5.1", seen: "" },
  ]);
  await expect(late).rejects.toBeInstanceOf(Changed);
  await expect(late).rejects.toThrow("A.5.1");
  expect((await lineOf(scene, "A.5.1"))?.justification).toBe("First");
  expect((await lineOf(scene, "A.5.2"))?.justification).toBeNull();
  // Another cell of the same line is nobody's business.
  await write(scene, "owner", "Mia", [{ ref: "A.5.1", seen: "" }]);
  await write(scene, "justification", "Second", [{ ref: "A.5.1", seen: "First" }]);
  expect(await lineOf(scene, "A.5.1")).toMatchObject({ justification: "Second", owner: "Mia" });
});

test("two people who write the same cell in one moment: one wins, the other is told", async () => {
  const scene = await planProject("Same moment");
  const answers = await Promise.allSettled(
    ["one", "two", "three", "four"].map((text) => write(scene, "notes", text, [{ ref: "A.8.1", seen: "" }])),
  );
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const reasons = answers.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  expect(reasons.every((reason) => reason instanceof Changed)).toBe(true);
});

test("a bulk edit writes every chosen line at once, and sent again it counts once", async () => {
  const scene = await planProject("Bulk");
  const { lines } = await readSoa(scene.manager, scene.projectId);
  const all = lines.map(({ ref }) => ({ ref, seen: "" }));
  const once = submission();
  await write(scene, "applicable", "yes", all, once);
  await write(scene, "applicable", "yes", all, once);
  const after = await readSoa(scene.manager, scene.projectId);
  expect(after.lines.filter(({ applicable }) => applicable)).toHaveLength(93);
  const { entries } = await readTrail(scene.manager, scene.projectId, { view: "acts" });
  expect(entries.filter(({ sentence }) => sentence.includes("A.5.1, A.5.2"))).toHaveLength(1);
  expect(entries[0]?.sentence).toContain("and 88 more");
});

test("an own control stands behind those of Annex A, until it is removed (IS-7)", async () => {
  const scene = await planProject("Own controls");
  const { manager, projectId } = scene;
  const own = { projectId, ref: "OC-1", title: "Watch over the cells" };
  await addOwnControl(manager, own, submission());
  await write(scene, "applicable", "yes", [{ ref: "OC-1", seen: "" }]);
  expect((await readSoa(manager, projectId)).lines.at(-1)).toMatchObject({
    ref: "OC-1",
    group: "Own controls",
    applicable: true,
  });
  await expect(addOwnControl(manager, { ...own, ref: "oc-1" }, submission())).rejects.toThrow(Rejected);
  await expect(removeOwnControl(manager, { projectId, ref: "A.5.1" }, submission())).rejects.toThrow(
    Rejected,
  );
  await removeOwnControl(manager, { projectId, ref: "OC-1" }, submission());
  expect((await readSoa(manager, projectId)).lines).toHaveLength(93);
});

test("a draft is the client's: the body finds none of it, the executive writes none, a stranger knows nothing", async () => {
  const scene = await engageProject("Whose draft");
  const { manager, executive, planner, projectId } = scene;
  await write(scene, "justification", "Secret", [{ ref: "A.5.1", seen: "" }]);
  await expect(readSoa(planner, projectId)).rejects.toThrow(NotThere);
  expect(await db(planner).soaLine.count()).toBe(0);
  expect(await db(planner).event.count({ where: { kind: "soa.edit" } })).toBe(0);
  const line = [{ ref: "A.5.1", seen: "Secret" }];
  for (const other of [executive, planner]) {
    await expect(write({ manager: other, projectId }, "notes", "Mine", line)).rejects.toThrow(Refused);
  }
  const { manager: stranger } = await createOrganisation("client", "Nobody", ["manager"]);
  await expect(write({ manager: stranger, projectId }, "notes", "Mine", line)).rejects.toThrow(NotThere);
  await expect(readSoa(stranger, projectId)).rejects.toThrow(NotThere);
  await expect(write({ manager, projectId }, "notes", "x", [{ ref: "A.99.1", seen: "" }])).rejects.toThrow(
    NotThere,
  );
  await expect(write({ manager, projectId }, "applicable", "maybe", line)).rejects.toThrow(Rejected);
});
