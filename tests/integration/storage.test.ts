import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keyOf, openStorage, type Storage } from "@/lib/files/storage";

const folder = await mkdtemp(join(tmpdir(), "certtrail-storage-"));
const server = new S3rver({
  address: "127.0.0.1",
  port: 0,
  silent: true,
  directory: join(folder, "s3"),
  configureBuckets: [{ name: "evidence", configs: [] }],
});
let endpoint = "";

beforeAll(async () => {
  const { port }: AddressInfo = await server.run();
  endpoint = `http://127.0.0.1:${port}`;
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "S3RVER" });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const open = (bucket?: string) =>
  openStorage({
    CERTTRAIL_DATA: join(folder, "data"),
    STORAGE_URL: bucket && `s3://${bucket}?endpoint=${endpoint}`,
  });

describe.each([
  ["a folder", undefined],
  ["a bucket", "evidence"],
])("%s", (_what, bucket) => {
  async function put(storage: Storage, organisation: string, text: string): Promise<string> {
    const sha256 = createHash("sha256").update(text).digest("hex");
    const path = join(folder, randomUUID());
    await writeFile(path, text);
    await storage.put(keyOf(organisation, sha256), path, { size: Buffer.byteLength(text), sha256 });
    return keyOf(organisation, sha256);
  }
  async function list(storage: Storage): Promise<string[]> {
    const keys: string[] = [];
    for await (const { key } of storage.list()) keys.push(key);
    return keys.sort();
  }

  test("keeps bytes, gives them back, lists and removes them", async () => {
    const storage = open(bucket);
    await storage.check();
    const [first, second] = [await put(storage, "one", "A note."), await put(storage, "two", "A note.")];
    await put(storage, "one", "A note.");
    expect(await list(storage)).toEqual([first, second]);
    const bytes = await storage.get(first);
    expect(bytes && String(await buffer(bytes))).toBe("A note.");
    await storage.remove(first);
    await storage.remove(first);
    expect([await storage.has(first), await storage.has(second)]).toEqual([false, true]);
    expect(await storage.get(first)).toBeNull();
    expect(await list(storage)).toEqual([second]);
  });
});

test("a bucket that is not there is named with its server", async () => {
  await expect(open("nowhere").check()).rejects.toThrow(
    /bucket nowhere of STORAGE_URL cannot be reached at http/,
  );
});

test.each(["s3://", "s3://bucket/folder", "s3://bucket?endpoint=localhost", "s3://key:secret@bucket"])(
  "%s is refused with a sentence",
  (url) => {
    expect(() => openStorage({ CERTTRAIL_DATA: folder, STORAGE_URL: url })).toThrow(/STORAGE_URL/);
  },
);
