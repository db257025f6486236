import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { FileRefused, type KeptFile, keepFile } from "@/lib/files/folder";
import { keepName } from "@/lib/files/name";
import { archives } from "../support/hostile-archives";
import { files, harmless } from "../support/hostile-files";

const folder = await mkdtemp(join(tmpdir(), "certtrail-hostile-"));
process.env.CERTTRAIL_DATA = folder;
process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1/none";
process.env.AUTH_SECRET ??= "a secret for tests alone, long enough for the rule";
process.env.CERTTRAIL_ORIGIN ??= "http://localhost:3000";

afterAll(async () => {
  await rm(folder, { recursive: true });
});

const MB = 1024 * 1024;

const send = (sentName: string, bytes: Buffer): Promise<KeptFile> =>
  keepFile("organisation", keepName(sentName), new Blob([new Uint8Array(bytes)]).stream(), {
    sha256: null,
    size: null,
  });

async function listKept(): Promise<string[]> {
  const entries = await readdir(join(folder, "files"), { recursive: true, withFileTypes: true }).catch(
    () => [],
  );
  return entries.filter((one) => one.isFile()).map(({ name }) => name);
}

const figures = { tried: 0, storedWrongly: 0, memoryAtMost: 0 };

test.each([...files, ...archives])(
  "%s is refused, and nothing of it stays",
  async (_what, name, make, says) => {
    const before = await listKept();
    const bytes = make();
    const base = process.memoryUsage().rss;
    const refusal = send(name, bytes);
    await expect(refusal).rejects.toBeInstanceOf(FileRefused);
    await expect(refusal).rejects.toThrow(says);
    figures.tried += 1;
    figures.memoryAtMost = Math.max(figures.memoryAtMost, process.memoryUsage().rss - base);
    figures.storedWrongly += (await listKept()).length - before.length;
  },
);

test.each(harmless)("%s", async (_what, name, make, mediaType, as) => {
  expect(keepName(name)).toBe(as);
  expect((await send(name, make())).mediaType).toBe(mediaType);
  figures.tried += 1;
});

test("sixty hostile files and more: none was stored wrongly, and memory stayed within its bound", () => {
  console.log(
    `${figures.tried} hostile files, ${figures.storedWrongly} stored wrongly, memory grew by ${Math.round(figures.memoryAtMost / MB)} MB at most`,
  );
  expect(figures.tried).toBeGreaterThanOrEqual(60);
  expect(figures.storedWrongly).toBe(0);
  expect(figures.memoryAtMost).toBeLessThan(300 * MB);
});
