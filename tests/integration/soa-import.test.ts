import { expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { type ImportChoices, planSoaFile } from "@/lib/imports/soa-file";
import { Changed, NotThere, Refused } from "@/lib/outcome";
import { SheetRefused } from "@/lib/sheets/sheet";
import { readSoa, saveSoa } from "@/lib/store/soa";
import { importSoa } from "@/lib/store/soa-import";
import { markOf } from "@/lib/store/soa-versions";
import { readTrail } from "@/lib/store/trail";
import { storeFile } from "../../prisma/demo/teller";
import { english, statementRows, toCsv } from "../support/soa-files";
import { planProject } from "../support/sourcing-story";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

const byItself: ImportChoices = {
  ...{ sheet: null, columns: {} },
  words: { applicable: new Map(), implementation: new Map() },
};

const keep = (of: Actor, projectId: string, name: string, text: string) =>
  storeFile(of, projectId, { name, text }, START);

test("a file of 93 controls becomes the draft in one act, and what it does not state stays", async () => {
  const { manager, executive, projectId } = await planProject("Imported");
  const owned = { projectId, field: "owner" as const, text: "Mia Chen", lines: [{ ref: "A.5.1", seen: "" }] };
  await saveSoa(manager, owned, submission());
  const fileId = await keep(manager, projectId, "soa.csv", toCsv(statementRows(english)));
  const { lines } = await readSoa(manager, projectId);
  const { plan, name } = await planSoaFile(manager, { projectId, fileId }, lines, byItself);
  expect(plan.problems).toEqual([]);
  const input = { projectId, file: name, lines: plan.lines, version: markOf(lines) };
  expect(await importSoa(manager, input, submission())).toEqual({ count: 93 });
  const after = (await readSoa(executive, projectId)).lines;
  expect(after[0]).toMatchObject({
    ref: "A.5.1",
    applicable: true,
    implementation: "implemented",
    owner: "Mia Chen",
  });
  expect(after.find(({ ref }) => ref === "A.7.4")).toMatchObject({
    ...{ applicable: false, exclusion: "No premises of our own", justification: null },
  });
  const { entries } = await readTrail(manager, projectId, { view: "acts" });
  expect(entries[0]?.sentence).toBe("imported 93 controls of the Statement of Applicability from soa.csv");
  const again = await importSoa(manager, { ...input, version: undefined }, submission());
  expect(again).toEqual({ count: 0 });
});

test("a preview that was overtaken is not imported, and nothing is half written", async () => {
  const { manager, projectId } = await planProject("Overtaken");
  const { lines } = await readSoa(manager, projectId);
  const noted = { projectId, field: "notes" as const, text: "Mine", lines: [{ ref: "A.5.1", seen: "" }] };
  await saveSoa(manager, noted, submission());
  const line = { ref: "A.5.1", title: null, values: { notes: "Theirs" } };
  const late = importSoa(
    manager,
    { projectId, file: "soa.csv", lines: [line], version: markOf(lines) },
    submission(),
  );
  await expect(late).rejects.toBeInstanceOf(Changed);
  expect((await readSoa(manager, projectId)).lines[0]?.notes).toBe("Mine");
});

test("own controls come along, and a kept file of another kind is refused with a sentence", async () => {
  const { manager, projectId } = await planProject("Own ones");
  const line = { ref: "OC-1", title: "Watch over the cells", values: { applicable: "yes" } };
  await importSoa(manager, { projectId, file: "soa.csv", lines: [line], version: undefined }, submission());
  const { lines } = await readSoa(manager, projectId);
  expect(lines.at(-1)).toMatchObject({ ref: "OC-1", title: "Watch over the cells", applicable: true });
  const fileId = await keep(manager, projectId, "soa.csv", "a");
  const read = await planSoaFile(manager, { projectId, fileId }, lines, byItself);
  expect(read.plan.problems).toHaveLength(1);
  const open = await keep(manager, projectId, "soa.csv", 'Control,"never closed');
  await expect(planSoaFile(manager, { projectId, fileId: open }, lines, byItself)).rejects.toThrow(
    SheetRefused,
  );
});

test("nobody else imports, and nobody reads another client's file", async () => {
  const { manager, executive, projectId } = await planProject("Whose file");
  const fileId = await keep(manager, projectId, "soa.csv", toCsv(statementRows(english)));
  const line = { ref: "A.5.1", title: null, values: { applicable: "yes" } };
  const input = { projectId, file: "soa.csv", lines: [line], version: undefined };
  await expect(importSoa(executive, input, submission())).rejects.toThrow(Refused);
  const { manager: stranger } = await createOrganisation("client", "Nobody", ["manager"]);
  await expect(importSoa(stranger, input, submission())).rejects.toThrow(NotThere);
  await expect(planSoaFile(stranger, { projectId, fileId }, [], byItself)).rejects.toThrow(NotThere);
  expect((await readSoa(manager, projectId)).lines[0]?.applicable).toBeNull();
});
