import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { now } from "@/lib/clock";
import { keyOf } from "@/lib/files/storage";
import { findFile } from "@/lib/store/files";
import { openSession } from "../support/asking";
import { addText, type ExportScene, layExportScene } from "../support/export-scene";
import { openZip } from "../support/opened-zip";
import { onDatabase } from "../support/story";
import { startWeb, TEST_SECRET, type Web } from "../support/web";

const folder = await mkdtemp(join(tmpdir(), "certtrail-export-"));
process.env.CERTTRAIL_DATA = folder;
onDatabase();

let web: Web;
let scene: ExportScene;

beforeAll(async () => {
  scene = await layExportScene();
  const { DATABASE_URL = "" } = process.env;
  web = await startWeb({ databaseUrl: DATABASE_URL, dataFolder: folder, now: now().toISOString() });
});
afterAll(async () => {
  await web.stop();
  await rm(folder, { recursive: true });
});

async function send(): Promise<Response> {
  const { manager } = scene.client;
  const sid = await openSession(manager);
  return await fetch(`${web.origin}/api/${manager.organisationSlug}/projects/${scene.projectId}/export`, {
    method: "POST",
    headers: {
      cookie: `next-auth.session-token=${await encode({ token: { sid }, secret: TEST_SECRET })}`,
      origin: web.origin,
    },
  });
}

test("a download whose reading fails on the way is a broken connection, and the failure is logged", async () => {
  const whole = await send();
  expect(whole.status).toBe(200);
  const archive = await openZip(Buffer.from(await whole.arrayBuffer()));
  expect([...archive.keys()].at(-1)).toBe("manifest.csv");
  expect(web.output()).not.toContain('"where":"export"');

  const { manager } = scene.client;
  const id = await addText(manager, scene.projectId, "exchanged.txt", "What was kept");
  const { sha256 } = await findFile(manager, scene.projectId, id);
  await writeFile(
    join(folder, "files", ...keyOf(manager.organisationId, sha256).split("/")),
    "Something else",
  );
  const cut = await send();
  expect(cut.status).toBe(200);
  await expect(cut.arrayBuffer()).rejects.toThrow("terminated");
  expect(web.output()).toContain('"where":"export"');
});
