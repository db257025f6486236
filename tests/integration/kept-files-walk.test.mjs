import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FileRefused, keepFile } from "@/lib/files/folder";
import { addFile } from "@/lib/store/files";
import { withClient } from "../../scripts/database.mjs";
import { checkKeptFiles } from "../../scripts/kept-files.mjs";
import { createParties, openFindings, uploadFile } from "../support/open-findings";
import { rows } from "../support/rows";
import { onDatabase, START } from "../support/story";

const RUNS = 25;
const STEPS = 16;
/** The sweeper leaves what is younger than a day. */
const DAYS_LATER = 2;

const folder = await mkdtemp(join(tmpdir(), "certtrail-walk-"));
process.env.CERTTRAIL_DATA = folder;
const database = onDatabase();
let story;

beforeAll(async () => {
  story = await openFindings(await createParties());
  // Rows of the demonstration can be removed; so its bytes can be left without any.
  await rows().$executeRaw`UPDATE project SET demo = true WHERE id = ${story.projectId}::uuid`;
  // A storage of which no row tells at all is left alone.
  await uploadFile(story.client.manager, story.projectId, "always.pdf");
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Few texts, so that the same bytes come again and again, from both sides. */
const step = fc.record({
  what: fc.constantFrom(
    "upload",
    "upload",
    "upload",
    "die before the row",
    "break off",
    "remove rows",
    "sweep",
  ),
  isBody: fc.boolean(),
  text: fc.constantFrom("one", "two", "three"),
});

const actorOf = ({ isBody }) => (isBody ? story.body.auditor : story.client.manager);
const bytesOf = ({ text }) => new Blob([`%PDF-1.7 ${text}`]).stream();
const nothingExpected = { sha256: null, size: null };

/** A stream that ends in the middle, as a connection does that is lost. */
const torn = () =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("%PDF-1.7 half"));
      controller.error(new Error("connection lost"));
    },
  });

async function take(taken) {
  const actor = actorOf(taken);
  const name = `${taken.text}.pdf`;
  if (taken.what === "upload") {
    const kept = await keepFile(actor.organisationId, name, bytesOf(taken), nothingExpected);
    await addFile(actor, story.projectId, name, kept, START);
  }
  if (taken.what === "die before the row") {
    await keepFile(actor.organisationId, name, bytesOf(taken), nothingExpected);
  }
  if (taken.what === "break off") {
    await expect(keepFile(actor.organisationId, name, torn(), nothingExpected)).rejects.toThrow("lost");
  }
  if (taken.what === "remove rows") {
    const gone = "delete from stored_file where name = $1 and organisation_id = $2";
    await withClient(database.owner(), (client) => client.query(gone, [name, actor.organisationId]));
  }
  if (taken.what === "sweep") await checkKeptFiles(database.owner(), folder, DAYS_LATER);
}

/** An upload whose bytes the sweeper took is asked for again: the person is told, and no row says otherwise. */
async function takeOrBeTold(taken) {
  try {
    await take(taken);
  } catch (error) {
    if (!(error instanceof FileRefused && error.message.endsWith("did not stay. Send it again.")))
      throw error;
  }
}

const listBytes = () =>
  readdirSync(join(folder, "files"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({ path: join(parentPath, name), name }));

async function listTold() {
  const told = await rows().storedFile.findMany({ select: { organisationId: true, sha256: true } });
  const places = told.map(({ organisationId, sha256 }) => join(organisationId, sha256.slice(0, 2), sha256));
  return [...new Set(places.map((place) => join(folder, "files", place)))].sort();
}

test("whatever comes, breaks off, goes and is swept, two things at once: each row has its bytes, and no other bytes stay", async () => {
  const pairs = fc.array(fc.tuple(step, step), { minLength: STEPS, maxLength: STEPS });
  await fc.assert(
    fc.asyncProperty(pairs, async (walk) => {
      for (const [one, other] of walk) {
        await Promise.all([takeOrBeTold(one), takeOrBeTold(other)]);
        const bytes = new Set(listBytes().map(({ path }) => path));
        expect((await listTold()).filter((path) => !bytes.has(path))).toEqual([]);
      }
      expect(await checkKeptFiles(database.owner(), folder, DAYS_LATER)).toMatchObject({
        lost: [],
        strange: 0,
      });
      const kept = listBytes();
      expect(kept.map(({ path }) => path).sort()).toEqual(await listTold());
      for (const { path, name } of kept) {
        expect(createHash("sha256").update(readFileSync(path)).digest("hex")).toBe(name);
      }
    }),
    { numRuns: RUNS },
  );
}, 120_000);
