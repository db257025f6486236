import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/actor";
import { FileRefused, keepFile, openFile } from "@/lib/files/folder";
import { INCOMING } from "@/lib/files/folder-storage";
import { keyOf } from "@/lib/files/storage";
import { NotThere } from "@/lib/outcome";
import { addFile, findFile, requireRoom } from "@/lib/store/files";
import { newId } from "@/lib/store/new-id";
import { createParties, type OpenFindings, openFindings, uploadFile } from "../support/open-findings";
import { rows } from "../support/rows";
import { createOrganisation, onDatabase, START } from "../support/story";
import { office } from "../support/zip";

const folder = await mkdtemp(join(tmpdir(), "certtrail-files-"));
process.env.CERTTRAIL_DATA = folder;
onDatabase();
let story: OpenFindings;

beforeAll(async () => {
  story = await openFindings(await createParties());
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** What one file may hold where nothing else is set. */
const LARGEST = 25 * 1024 * 1024;
const organisationId = randomUUID();
const pdf = Buffer.from("\ufeff%PDF-1.7 a protocol");
const sha256 = createHash("sha256").update(pdf).digest("hex");

const stream = (...chunks: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
const keep = (name: string, bytes: Uint8Array, expected = {}) =>
  keepFile(organisationId, name, stream(bytes), { sha256: null, size: null, ...expected });

async function listKept(): Promise<string[]> {
  const entries = await readdir(join(folder, "files"), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

test("a file is kept under its own hash, and comes back byte for byte", async () => {
  const kept = await keep("protocol.pdf", pdf, { sha256, size: pdf.byteLength });
  expect(kept).toEqual({
    sha256,
    size: pdf.byteLength,
    mediaType: "application/pdf",
    scan: "not_scanned",
  });
  const bytes = await openFile(organisationId, sha256);
  expect(bytes && Buffer.from(await new Response(bytes).arrayBuffer())).toEqual(pdf);
});

test("the same bytes under another name are kept once", async () => {
  await keep("protocol.pdf", pdf);
  await keep("copy.pdf", pdf);
  expect((await listKept()).filter((name) => name === sha256)).toHaveLength(1);
});

test.each([
  ["an empty file", "empty.pdf", Buffer.alloc(0), {}, "empty"],
  ["an HTML page named .pdf", "page.pdf", Buffer.from("<html></html>"), {}, "not what its name says"],
  ["a kind that is not on the list", "tool.exe", Buffer.from("MZ"), {}, "not what its name says"],
  ["bytes with another hash", "cut.pdf", pdf, { sha256: "0".repeat(64) }, "did not arrive whole"],
  ["bytes that stop early", "cut.pdf", pdf, { size: 9_000 }, "did not arrive whole"],
  ["a file that says it is too large", "big.pdf", pdf, { size: LARGEST + 1 }, "larger than 25 MB"],
  ["a file that is too large", "big.pdf", Buffer.alloc(LARGEST + 1, "%PDF-"), {}, "larger than 25 MB"],
])("%s is refused with a sentence, and nothing of it stays", async (_what, name, bytes, expected, says) => {
  const before = (await listKept()).toSorted();
  const refusal = keep(name, bytes, expected);
  await expect(refusal).rejects.toBeInstanceOf(FileRefused);
  await expect(refusal).rejects.toThrow(says);
  expect((await listKept()).toSorted()).toEqual(before);
});

test("an upload that breaks off leaves nothing behind", async () => {
  const before = (await listKept()).toSorted();
  const broken = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(pdf);
      controller.error(new Error("connection lost"));
    },
  });
  const keeping = keepFile(organisationId, "a.pdf", broken, { sha256: null, size: null });
  await expect(keeping).rejects.toThrow("connection lost");
  expect((await listKept()).toSorted()).toEqual(before);
});

test.each([
  ["read on arrival", "swept.docx", office("word")],
  ["moved to where they stay", "swept.pdf", pdf],
])("bytes that went while they waited to be %s are asked for again", async (_when, name, bytes) => {
  // Asked for its bytes once the upload waits, and not before.
  const swept = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await rm(join(folder, "files", INCOMING), { recursive: true });
        controller.enqueue(bytes);
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  await keep("protocol.pdf", pdf);
  const before = (await listKept()).toSorted();
  const keeping = keepFile(organisationId, name, swept, { sha256: null, size: null });
  await expect(keeping).rejects.toBeInstanceOf(FileRefused);
  await expect(keeping).rejects.toThrow(`${name} did not stay. Send it again.`);
  expect((await listKept()).toSorted()).toEqual(before);
});

test("bytes that the folder has lost are said to be missing, not an error", async () => {
  expect(await openFile(organisationId, "f".repeat(64))).toBeNull();
});

test("a name with accents stays, a folder in it goes, and the uploader reads the file back", async () => {
  const { manager } = story.client;
  const id = await uploadFile(manager, story.projectId, "../Prüfung/Maßnahme.pdf");
  expect(await findFile(manager, story.projectId, id)).toMatchObject({
    name: "Maßnahme.pdf",
    keeper: manager.organisationId,
  });
});

test("a stranger neither reads nor adds a file, by whatever project the address names", async () => {
  const { manager } = await createOrganisation("client", "Contoso", ["manager"]);
  const { auditor } = await createOrganisation("body", "Otherwell", ["auditor"]);
  const id = await uploadFile(story.client.manager, story.projectId);
  const kept = { sha256, size: 1, mediaType: "application/pdf", scan: "not_scanned" as const };
  for (const stranger of [manager, auditor]) {
    await expect(findFile(stranger, story.projectId, id)).rejects.toBeInstanceOf(NotThere);
    await expect(addFile(stranger, story.projectId, "a.pdf", kept, START)).rejects.toBeInstanceOf(NotThere);
  }
  const other = await openFindings({ client: story.client, body: story.body });
  await expect(findFile(story.client.manager, other.projectId, id)).rejects.toBeInstanceOf(NotThere);
  await expect(findFile(story.client.manager, "no-id", id)).rejects.toBeInstanceOf(NotThere);
});

test("neither side reads what the other has uploaded and not shared yet", async () => {
  const theirs = await uploadFile(story.body.auditor, story.projectId);
  const ours = await uploadFile(story.client.manager, story.projectId);
  await expect(findFile(story.client.manager, story.projectId, theirs)).rejects.toBeInstanceOf(NotThere);
  await expect(findFile(story.body.auditor, story.projectId, ours)).rejects.toBeInstanceOf(NotThere);
});

/** A row alone: nobody keeps gigabytes for a test. */
async function tellOf(actor: Actor, name: string, digit: string, size: number): Promise<void> {
  const { projectId, client } = story;
  const by = { organisationId: actor.organisationId, side: actor.side, uploadedById: actor.personId };
  const file = { id: newId(), name, sha256: digit.repeat(64), size, mediaType: "application/pdf" };
  const clientId = client.manager.organisationId;
  await rows().storedFile.create({ data: { ...file, ...by, projectId, clientId, uploadedAt: START } });
}

test("bytes that the sweeper took while their row was on its way are asked for again", async () => {
  const { manager } = story.client;
  const bytes = Buffer.from("%PDF-1.7 swept");
  const kept = await keepFile(manager.organisationId, "swept.pdf", stream(bytes), {
    sha256: null,
    size: null,
  });
  await rm(join(folder, "files", ...keyOf(manager.organisationId, kept.sha256).split("/")));
  const adding = addFile(manager, story.projectId, "swept.pdf", kept, START);
  await expect(adding).rejects.toThrow("swept.pdf did not stay. Send it again.");
  expect(await rows().storedFile.count({ where: { name: "swept.pdf" } })).toBe(0);
});

test("an organisation without room is told how much it has left, and another one has its own", async () => {
  const { manager } = story.client;
  await requireRoom(manager, "a.pdf", LARGEST);
  const GIGABYTE = 1024 ** 3;
  for (const digit of ["a", "b", "c", "d", "e"]) {
    // The same bytes under another name take no more room.
    for (const name of [`${digit}.pdf`, `${digit}-again.pdf`])
      await tellOf(manager, name, digit, GIGABYTE - 1);
  }
  const refusal = requireRoom(manager, "big.pdf", LARGEST);
  await expect(refusal).rejects.toBeInstanceOf(FileRefused);
  await expect(refusal).rejects.toThrow("of its 5 GB left");
  await requireRoom(story.body.auditor, "big.pdf", LARGEST);
});
