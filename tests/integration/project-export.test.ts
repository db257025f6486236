import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { canonicalJson } from "@/lib/documents/canonical-json";
import { openProjectArchive } from "@/lib/export/project-archive";
import { RECORD_VERSION } from "@/lib/export/record";
import { composeTrail } from "@/lib/export/trail";
import { keyOf } from "@/lib/files/storage";
import { NotThere, Refused } from "@/lib/outcome";
import { findFile } from "@/lib/store/files";
import { listProjectFiles, readProjectSize } from "@/lib/store/project-files";
import { readTrail } from "@/lib/store/trail";
import { addText, type ExportScene, layExportScene, marks } from "../support/export-scene";
import { type Opened, openZip, rowsOf, sha256Of } from "../support/opened-zip";
import { rows } from "../support/rows";
import { createOrganisation, onDatabase, START } from "../support/story";

const folder = mkdtempSync(join(tmpdir(), "certtrail-export-"));
process.env.CERTTRAIL_DATA = folder;
onDatabase();

let scene: ExportScene;
let opened: Record<"client" | "body", Opened>;
const failures: unknown[] = [];

async function take(actor: Actor): Promise<Opened> {
  const { bytes } = await openProjectArchive(actor, scene.projectId, START, (error) => failures.push(error));
  return await openZip(bytes);
}

beforeAll(async () => {
  scene = await layExportScene();
  opened = { client: await take(scene.client.manager), body: await take(scene.body.planner) };
});
afterAll(() => rmSync(folder, { recursive: true }));

const textOf = (archive: Opened) => [...archive.values()].map((bytes) => bytes.toString("utf8")).join("\n");

test("each side takes away what it may see, and nothing of what only the other may", () => {
  const of = { client: textOf(opened.client), body: textOf(opened.body) };
  for (const mark of Object.values(marks.both)) {
    expect(of.client).toContain(mark);
    expect(of.body).toContain(mark);
  }
  for (const mark of Object.values(marks.clientOnly)) {
    expect(of.client).toContain(mark);
    expect(of.body).not.toContain(mark);
  }
  for (const mark of Object.values(marks.bodyOnly)) {
    expect(of.body).toContain(mark);
    expect(of.client).not.toContain(mark);
  }
});

test("the manifest names every entry with the hash of its bytes, and its last line counts them", () => {
  for (const side of ["client", "body"] as const) {
    const [head, ...lines] = rowsOf(opened[side].get("manifest.csv"));
    const end = lines.pop() ?? [];
    expect(head?.slice(0, 4)).toEqual(["Path", "Name", "Bytes", "SHA-256"]);
    const inside = lines.filter(([path]) => path !== "");
    const paths = [...opened[side].keys()].filter((path) => path !== "manifest.csv");
    expect(inside.map(([path]) => path)).toEqual(paths);
    expect([...opened[side].keys()].at(-1)).toBe("manifest.csv");
    for (const [path = "", , size, sha256] of inside) {
      const bytes = opened[side].get(path) ?? Buffer.alloc(0);
      expect([path, bytes.byteLength, sha256Of(bytes)]).toEqual([path, Number(size), sha256]);
    }
    expect(end.slice(0, 2)).toEqual(["End", `${inside.length} entries`]);
  }
});

test("the files are those that the side may open one by one, without what the scanner has not let pass", async () => {
  for (const [side, actor] of [
    ["client", scene.client.manager],
    ["body", scene.body.planner],
  ] as const) {
    const listed = (await listProjectFiles(actor, scene.projectId)).map(({ id }) => id);
    for (const [what, id] of Object.entries(scene.files)) {
      const opens = await findFile(actor, scene.projectId, id).then(
        () => true,
        (error: unknown) => !(error instanceof NotThere),
      );
      expect([what, listed.includes(id)]).toEqual([what, opens]);
    }
    const manifest = rowsOf(opened[side].get("manifest.csv"));
    const named = manifest.filter(([path]) => path?.startsWith("files/")).map((row) => row[9]);
    expect(named).toEqual(listed.filter((id) => id !== scene.files.quarantined));
  }
  const text = textOf(opened.client);
  expect(text).not.toContain(marks.nobody.quarantined);
  expect(text).toContain(",waits.txt,26,");
  expect(text).toContain("Not in the archive: it waits for the virus scanner");
  expect(textOf(opened.body)).not.toContain("waits.txt");
});

test("what was added and by whom stands with each file, and a name cannot become a formula", () => {
  const row = rowsOf(opened.body.get("manifest.csv")).find(([path]) => path?.includes("Prüfprotokoll"));
  expect(row?.slice(0, 2)).toEqual(["files/0002-=Prüfprotokoll _1_.txt", "'=Prüfprotokoll <1>.txt"]);
  expect(row?.slice(4, 8)).toEqual([
    ...["text/plain", "Evidence of NC-001", scene.client.manager.personName, START.toISOString()],
  ]);
});

test("what the client has not submitted is marked as such, and not there for the body", () => {
  type Finding = {
    number: string;
    isPlanInPreparation: boolean;
    evidenceFiles: { isInPreparation: boolean }[];
  };
  const findingsOf = (side: "client" | "body") =>
    (JSON.parse(String(opened[side].get("record.json"))) as { findings: Finding[] }).findings;
  const told = (side: "client" | "body") =>
    findingsOf(side).map((one) => [
      one.number,
      one.isPlanInPreparation,
      one.evidenceFiles.map((file) => file.isInPreparation),
    ]);
  expect(told("client")).toEqual([
    ["NC-001", false, [false]],
    ["NC-002", true, [true]],
    ["OFI-001", false, []],
  ]);
  expect(told("body")).toEqual([
    ["NC-001", false, [false]],
    ["NC-002", false, []],
    ["OFI-001", false, []],
  ]);
});

test("the findings are a sheet with days in ISO form", () => {
  const [head, first] = rowsOf(opened.body.get("findings.csv"));
  expect(head?.slice(0, 4)).toEqual(["No.", "Grade", "State", "Requirement"]);
  expect(first?.slice(0, 4)).toEqual(["NC-001", "Major", "Evidence submitted", "A.8.13"]);
  expect(first?.[9]).toBe("2027-01-08");
  expect(rowsOf(opened.body.get("findings.csv"))).toHaveLength(4);
});

test("the page holds what the record holds, escaped, and runs nothing", () => {
  const html = opened.client.get("index.html")?.toString("utf8") ?? "";
  expect(html).toContain("=Prüfprotokoll &lt;1&gt;.txt");
  expect(html).toContain(marks.clientOnly.plan);
  expect(html).toContain("<dt>Stage1 days</dt><dd>2</dd>");
  expect(html).toContain("<dt>Day rate</dt><dd>EUR 1,200.00</dd>");
  expect(html).not.toMatch(/<script|javascript:|\son\w+=|https?:/i);
});

test("the record for programs is one text for one content, and each of its members is documented", () => {
  const json = opened.body.get("record.json")?.toString("utf8") ?? "";
  const record = JSON.parse(json) as Record<string, unknown>;
  expect(json).toBe(canonicalJson(record));
  expect(record).toMatchObject({ certtrail: "project export", version: RECORD_VERSION, madeForSide: "body" });
  const documented = readFileSync("docs/export.md", "utf8");
  expect(documented).toContain(`## record.json, version ${RECORD_VERSION}`);
  expect(Object.keys(record).filter((key) => !documented.includes(`\`${key}\``))).toEqual([]);
});

test("the trail in it is checked by the verifier in it, for each side", async () => {
  for (const side of ["client", "body"] as const) {
    const place = mkdtempSync(join(folder, "trail-"));
    for (const name of ["trail.jsonl", "verify-bundle.mjs"])
      writeFileSync(join(place, name), opened[side].get(`trail/${name}`) ?? "");
    const run = promisify(execFile)(process.execPath, ["verify-bundle.mjs", "trail.jsonl"], { cwd: place });
    expect((await run).stdout).toContain("Whole: ");
  }
});

test("both sides read in the trail who took the project away, each time, and it stands in the trail that was taken", async () => {
  const sentence = "downloaded everything their side may see of the project";
  for (const actor of [scene.client.executive, scene.body.auditor]) {
    const { entries } = await readTrail(actor, scene.projectId, { view: "reads" });
    const told = entries.filter((entry) => entry.sentence === sentence).map(({ who }) => who);
    expect(told).toEqual([scene.body.planner.personName, scene.client.manager.personName]);
  }
  expect(opened.client.get("trail/trail.jsonl")?.toString("utf8")).toContain('"kind":"project.export"');
});

test("for a stranger and for a body that was only asked the project is not there; a role without the power is refused", async () => {
  const { manager: stranger } = await createOrganisation("client", "Elsewhere", ["manager"]);
  const before = await rows().event.count();
  for (const actor of [stranger, scene.rival.planner, scene.client.owner]) {
    await expect(take(actor)).rejects.toBeInstanceOf(NotThere);
    await expect(readProjectSize(actor, scene.projectId)).rejects.toBeInstanceOf(NotThere);
  }
  for (const actor of [scene.body.auditor, scene.body.decider])
    await expect(take(actor)).rejects.toBeInstanceOf(Refused);
  expect(await rows().event.count()).toBe(before);
});

test("a file whose bytes are lost is named as missing, and one whose bytes changed breaks the archive off", async () => {
  const { manager } = scene.client;
  const id = await addText(manager, scene.projectId, "lost.txt", "These bytes will be lost");
  const { sha256 } = await findFile(manager, scene.projectId, id);
  const place = join(folder, "files", ...keyOf(manager.organisationId, sha256).split("/"));
  unlinkSync(place);
  const manifest = (await take(manager)).get("manifest.csv")?.toString("utf8");
  expect(manifest).toMatch(/^,lost\.txt,.*its bytes are missing in this installation/m);
  expect(failures).toEqual([]);
  writeFileSync(place, "These bytes were exchanged");
  const { bytes } = await openProjectArchive(manager, scene.projectId, START, (error) =>
    failures.push(error),
  );
  await expect(buffer(bytes)).rejects.toThrow("not those that were kept");
  expect(failures).toHaveLength(1);
});

test("a trail that is longer than what is read at once is whole in the record", async () => {
  const { projectId, client } = scene;
  await rows().$executeRaw`
    INSERT INTO event (project_id, no, id, client_id, at, person_id, person_name, organisation_id, organisation_name, side, kind,
      subject_type, subject_id, data, audience, prev_hash, hash)
    SELECT e.project_id, 0, gen_random_uuid(), e.client_id, e.at, e.person_id, e.person_name, e.organisation_id,
      e.organisation_name, e.side, e.kind, e.subject_type, e.subject_id, e.data, 'both', '-', '-'
    FROM (SELECT * FROM event WHERE project_id = ${projectId}::uuid AND kind = 'project.export' LIMIT 1) e,
      generate_series(1, 1100)`;
  const head = await rows().trailHead.findUniqueOrThrow({ where: { projectId } });
  const numbers = (await composeTrail(client.manager, projectId)).map(({ no }) => no);
  expect(numbers).toEqual(Array.from({ length: head.no }, (_, index) => index + 1));
});
