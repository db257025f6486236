import { expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { day } from "@/lib/day";
import { planTreatmentFile } from "@/lib/imports/treatment-file";
import { Changed, NotThere, Refused } from "@/lib/outcome";
import { SheetRefused } from "@/lib/sheets/sheet";
import { readTrail } from "@/lib/store/trail";
import { readWholeTreatment } from "@/lib/store/treatment";
import { importTreatment } from "@/lib/store/treatment-import";
import { storeFile } from "../../prisma/demo/teller";
import { layTreatment } from "../support/asking";
import { planProject } from "../support/sourcing-story";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

const FILE = `Reference,Risk,Owner,Treatment,Controls,Due,State
R-1,Backups fail,Mia Chen,modify,"5.15, A.8.13",2027-06-01,done
R-10,=HYPERLINK("x"),,retain,,,
R-2,Fire,,share,A.7.5,,planned
`;
const keep = (of: Actor, projectId: string, text: string) =>
  storeFile(of, projectId, { name: "risks.csv", text }, START);

async function planOf(actor: Actor, projectId: string, fileId: string) {
  const { lines, controls, mark } = await readWholeTreatment(actor, projectId);
  const now = { lines, controls: controls.map(({ ref }) => ref), today: day("2027-01-11") };
  return { mark, ...(await planTreatmentFile(actor, { projectId, fileId }, now)) };
}

test("a file becomes lines in one act: new ones, changed ones, and those it does not name stay", async () => {
  const { manager, executive, projectId } = await planProject("Imported risks");
  await layTreatment(manager, projectId);
  await layTreatment(manager, projectId, { ref: "Z-9", refOrder: "z-000000000009" });
  const { plan, name, mark } = await planOf(manager, projectId, await keep(manager, projectId, FILE));
  expect(plan.problems).toEqual([]);
  const input = { projectId, file: name, lines: plan.lines, version: mark };
  expect(await importTreatment(manager, input, submission())).toEqual({ count: 3 });
  const { lines } = await readWholeTreatment(executive, projectId);
  expect(lines.map(({ ref, version }) => [ref, version])).toEqual([
    ["R-1", 1],
    ["R-2", 0],
    ["R-10", 0],
    ["Z-9", 0],
  ]);
  expect(lines[0]).toMatchObject({
    ...{ risk: "Backups fail", owner: "Mia Chen", controls: ["A.5.15", "A.8.13"], dueOn: "2027-06-01" },
  });
  expect(lines[2]).toMatchObject({ risk: '=HYPERLINK("x")', owner: null, controls: [], state: "planned" });
  const { entries } = await readTrail(manager, projectId, { view: "acts" });
  expect(entries[0]?.sentence).toBe("imported 3 risks from risks.csv into the risk treatment");
});

test("a preview that was overtaken is not imported, and of two at once one is", async () => {
  const { manager, projectId } = await planProject("Overtaken risks");
  const { plan, name, mark } = await planOf(manager, projectId, await keep(manager, projectId, FILE));
  const input = { projectId, file: name, lines: plan.lines, version: mark };
  const both = await Promise.allSettled([
    importTreatment(manager, input, submission()),
    importTreatment(manager, input, submission()),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(importTreatment(manager, input, submission())).rejects.toBeInstanceOf(Changed);
  const lines = plan.lines.map((line) => ({ ...line, controls: ["OC-7"] }));
  const gone = importTreatment(manager, { ...input, version: undefined, lines }, submission());
  await expect(gone).rejects.toBeInstanceOf(Changed);
  expect((await readWholeTreatment(manager, projectId)).lines.map(({ version }) => version)).toEqual([
    0, 0, 0,
  ]);
});

test("only the manager imports, only own files are read, and what is no sheet is refused", async () => {
  const { manager, executive, planner, projectId } = await planProject("Whose risks");
  const fileId = await keep(manager, projectId, FILE);
  const { plan, name, mark } = await planOf(manager, projectId, fileId);
  const input = { projectId, file: name, lines: plan.lines, version: mark };
  for (const actor of [executive, planner])
    await expect(importTreatment(actor, input, submission())).rejects.toBeInstanceOf(Refused);
  const { manager: stranger } = await createOrganisation("client", "Elsewhere", ["manager"]);
  await expect(importTreatment(stranger, input, submission())).rejects.toBeInstanceOf(NotThere);
  const now = { lines: [], controls: [], today: day("2027-01-11") };
  for (const actor of [planner, stranger]) {
    await expect(readWholeTreatment(actor, projectId)).rejects.toBeInstanceOf(NotThere);
    await expect(planTreatmentFile(actor, { projectId, fileId }, now)).rejects.toBeInstanceOf(NotThere);
  }
  const empty = await keep(manager, projectId, "\n\n");
  await expect(planTreatmentFile(manager, { projectId, fileId: empty }, now)).rejects.toBeInstanceOf(
    SheetRefused,
  );
  expect((await readWholeTreatment(manager, projectId)).lines).toEqual([]);
});
