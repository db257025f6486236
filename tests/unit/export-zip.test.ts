import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { setImmediate as soon } from "node:timers/promises";
import { expect, test } from "vitest";
import { writeZip, type ZipEntry } from "@/lib/export/zip";
import { openZip } from "../support/opened-zip";

const MEGABYTE = 1024 ** 2;
/** Each part that the bytes go through holds a piece of them; the pieces of these tests are whole megabytes. */
const AT_ONCE = 10;
const changedAt = new Date("2027-01-11T09:00:00Z");
const entry = (path: string, bytes: AsyncIterable<Uint8Array>, isPacked = false): ZipEntry => ({
  ...{ path, bytes, isPacked, changedAt },
});

async function* text(content: string) {
  yield Buffer.from(content);
}

/** Megabytes of which it is known how many were asked for, and whether they were put away. */
function counted(megabytes: number) {
  const seen = { read: 0, isClosed: false };
  const block = Buffer.alloc(MEGABYTE, "evidence ");
  async function* read() {
    try {
      for (; seen.read < megabytes; seen.read += 1) yield block;
    } finally {
      seen.isClosed = true;
    }
  }
  return { seen, bytes: read() };
}

async function* listOf(...entries: ZipEntry[]) {
  yield* entries;
}

const refuse = (error: unknown) => {
  throw error;
};

test("what goes in comes out, packed or as it is", async () => {
  const opened = await openZip(
    writeZip(listOf(entry("a.txt", text("one")), entry("files/ä.pdf", text("two"), true)), refuse),
  );
  expect([...opened].map(([path, bytes]) => [path, String(bytes)])).toEqual([
    ["a.txt", "one"],
    ["files/ä.pdf", "two"],
  ]);
});

test("nothing is read ahead of who takes it", async () => {
  const { seen, bytes } = counted(100);
  const out = writeZip(listOf(entry("large.zip", bytes, true)), refuse);
  await once(out, "readable");
  for (let turn = 0; turn < 200; turn += 1) await soon();
  expect(seen.read).toBeLessThan(AT_ONCE);
  out.destroy();
});

test("who hangs up ends the reading, and that is no failure", async () => {
  const { seen, bytes } = counted(100);
  const failures: unknown[] = [];
  const later = counted(1);
  const entries = listOf(entry("large.zip", bytes, true), entry("next.zip", later.bytes));
  const out = writeZip(entries, (error) => failures.push(error));
  await once(out, "readable");
  out.destroy();
  while (!seen.isClosed) await soon();
  expect([seen.read < AT_ONCE, later.seen.read, failures]).toEqual([true, 0, []]);
});

test.each([
  [
    "the bytes of an entry",
    async function* () {
      yield entry("a.txt", text("one"));
      yield entry("b.txt", broken());
    },
  ],
  [
    "the list of entries",
    async function* () {
      yield entry("a.txt", text("one"));
      throw new Error("The disk is gone.");
    },
  ],
] as const)(
  "when %s cannot be read, the archive breaks off and never ends as a whole one",
  async (_what, entries) => {
    const failures: unknown[] = [];
    const out = writeZip(entries(), (error) => failures.push(error));
    await expect(buffer(out)).rejects.toThrow("The disk is gone.");
    expect(failures).toHaveLength(1);
  },
);

async function* broken(): AsyncGenerator<Uint8Array> {
  yield Buffer.from("half of it");
  throw new Error("The disk is gone.");
}

test("a gigabyte goes through in little memory", async () => {
  const before = process.memoryUsage().rss;
  let peak = before;
  let size = 0;
  const files = Array.from({ length: 40 }, (_, index) => entry(`${index}.zip`, counted(25).bytes, true));
  for await (const chunk of writeZip(listOf(...files), refuse)) {
    size += (chunk as Buffer).byteLength;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
  expect(size).toBeGreaterThan(1_000 * MEGABYTE);
  expect((peak - before) / MEGABYTE).toBeLessThan(200);
}, 60_000);
