/**
 * Runs once before the browser tests: tells the demonstration on a clone of the migrated template, at a fixed instant.
 * Each test file works on a clone of the told database and a copy of its files.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import type { SignIn } from "../../prisma/demo/people";
import { databaseName, nameDatabase, runOn } from "./database-template.ts";
import { TEST_SECRET } from "./web.ts";

declare module "vitest" {
  interface ProvidedContext {
    demo: { template: string; signIns: SignIn[]; files: string; now: string };
  }
}

/** The instant at which the demonstration is told and shown: a Tuesday morning, far from any change of the hour. */
const DEMO_NOW = "2027-02-09T09:00:00Z";

/** Makes the demonstration; the function it returns removes it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error("tests/support/test-server.mjs must run before this.");
  const migrated = project.getProvidedContext().databaseTemplate;
  const template = databaseName("template");
  await runOn(server, `create database ${template} template ${migrated}`);
  const files = await mkdtemp(join(tmpdir(), "certtrail-demo-"));
  const seed = ["--conditions=react-server", "--import", "tsx", "prisma/seed.ts"];
  const { stdout } = await promisify(execFile)(process.execPath, seed, {
    env: {
      ...process.env,
      DATABASE_URL: nameDatabase(server, template),
      AUTH_SECRET: TEST_SECRET,
      CERTTRAIL_DATA: files,
      CERTTRAIL_ORIGIN: "http://localhost:3000",
      CERTTRAIL_EMBEDDED: "1",
      CERTTRAIL_NOW: DEMO_NOW,
    },
  });
  const { signIns } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as { signIns: SignIn[] };
  project.provide("demo", { template, signIns, files, now: DEMO_NOW });
  return async () => {
    await runOn(server, `drop database ${template} with (force)`);
    await rm(files, { recursive: true });
  };
}
