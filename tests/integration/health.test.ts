import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { ours } from "@/lib/http/request-marks";
import { GET } from "../../app/api/health/route";
import { onDatabase } from "../support/story";

const folder = await mkdtemp(join(tmpdir(), "certtrail-health-"));
const bucket = new S3rver({
  address: "127.0.0.1",
  port: 0,
  silent: true,
  directory: folder,
  configureBuckets: [{ name: "evidence", configs: [] }],
});
onDatabase();

beforeAll(async () => {
  const { port } = await bucket.run();
  Object.assign(process.env, {
    STORAGE_URL: `s3://evidence?endpoint=http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: "S3RVER",
    AWS_SECRET_ACCESS_KEY: "S3RVER",
  });
});
afterAll(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

async function ask(headers: Record<string, string> = { [ours.met]: "1" }) {
  const answer = await GET(new Request("http://localhost/api/health", { headers }));
  return { code: answer.status, ...(await answer.json()) };
}

test("all is well while database and files answer; a lost bucket is known within ten seconds", async () => {
  const well = { code: 200, status: "ok", database: "ok", files: "ok" };
  vi.useFakeTimers({ toFake: ["performance"], now: 0 });
  expect(await ask()).toEqual(well);
  await bucket.close();
  vi.advanceTimersByTime(9_000);
  expect(await ask()).toEqual(well);
  vi.advanceTimersByTime(2_000);
  expect(await ask()).toMatchObject({ code: 503, down: ["files"], references: [expect.stringMatching(/./)] });
}, 60_000);

test("a request that nothing has checked is named", async () => {
  expect((await ask({})).down).toContain("checks of each request");
});
