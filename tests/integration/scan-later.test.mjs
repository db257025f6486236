import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { keepFile } from "@/lib/files/folder";
import { addFile, findFile } from "@/lib/store/files";
import { scanFiles } from "../../scripts/scan-files.mjs";
import { createParties, openFindings } from "../support/open-findings";
import { onDatabase, START } from "../support/story";

const folder = await mkdtemp(join(tmpdir(), "certtrail-scan-later-"));
const nobody = "127.0.0.1:1";
Object.assign(process.env, { CERTTRAIL_DATA: folder, CERTTRAIL_CLAMD: nobody });
const database = onDatabase();
const clamd = createServer((socket) => {
  let sent = "";
  socket.on("data", (part) => {
    sent += part.toString("latin1");
    if (!sent.endsWith("\0\0\0\0")) return;
    socket.end(sent.includes("a virus") ? "stream: Test-Virus FOUND\0" : "stream: OK\0");
  });
}).listen(0, "127.0.0.1");
await once(clamd, "listening");
afterAll(async () => {
  clamd.close();
  await rm(folder, { recursive: true });
});

test("files that came while the scanner was away wait, and are scanned when it is back", async () => {
  const { client, projectId } = await openFindings(await createParties());
  const { manager } = client;
  const ids = [];
  for (const text of ["A note.", "A note with a virus."]) {
    const body = new Blob([text]).stream();
    const kept = await keepFile(manager.organisationId, "note.txt", body, { sha256: null, size: null });
    ids.push(await addFile(manager, projectId, "note.txt", kept, START));
  }
  const states = async () =>
    await Promise.all(ids.map(async (id) => (await findFile(manager, projectId, id)).scan));
  expect(await states()).toEqual(["quarantined", "quarantined"]);
  expect(await scanFiles(database.owner(), folder, nobody)).toMatchObject({ clean: 0, waiting: 2 });
  expect(await states()).toEqual(["quarantined", "quarantined"]);
  const address = `127.0.0.1:${clamd.address().port}`;
  expect(await scanFiles(database.owner(), folder, address)).toMatchObject({
    clean: 1,
    infected: 1,
    waiting: 0,
  });
  expect(await states()).toEqual(["clean", "infected"]);
});
