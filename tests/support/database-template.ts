/**
 * Runs once before the integration and browser tests: makes one migrated database, which each test file clones.
 * TEST_DATABASE_URL names the server, as a superuser; test-server.mjs sets it when nobody else did.
 */
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import pg from "pg";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: string;
    databaseTemplate: string;
  }
}

/** Databases of a run that was killed are removed by the next run that starts this much later. */
const LEFT_BEHIND_AFTER_HOURS = 6;

/** Has the product's rights and no more, but sees past row level security. */
export const ALL_ROWS_ROLE = "certtrail_all_rows";

/** Makes the template; the function it returns removes it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL;
  if (!server) throw new Error("tests/support/test-server.mjs must run before this.");
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await dropLeftBehind(client);
  const template = databaseName("template");
  await client.query(`create database ${template} encoding 'UTF8' template template0`);
  await promisify(execFile)(process.execPath, ["--import", "tsx", "prisma/migrate.ts", "apply"], {
    env: { ...process.env, DATABASE_MIGRATION_URL: nameDatabase(server, template) },
  });
  await client.query(`do $$ begin
    create role ${ALL_ROWS_ROLE} nologin bypassrls in role certtrail_app;
  exception when duplicate_object then null; when unique_violation then null;
  end $$`);
  project.provide("databaseServer", server);
  project.provide("databaseTemplate", template);
  return async () => {
    await client.query(`drop database ${template} with (force)`);
    await client.end();
  };
}

/** A name that says when it was made, so that a later run can tell what a killed one left behind. */
export function databaseName(kind: "template" | "clone"): string {
  const hour = Math.floor(performance.timeOrigin / 3_600_000);
  return `certtrail_test_${kind}_${hour}_${randomUUID().slice(0, 8)}`;
}

/** The same server and credentials, another database. */
export function nameDatabase(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

async function dropLeftBehind(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname ~ '^certtrail_test_(template|clone)_[0-9]+_'",
  );
  const thisHour = Math.floor(performance.timeOrigin / 3_600_000);
  for (const { datname } of rows) {
    const hour = Number(datname.split("_")[3]);
    if (thisHour - hour >= LEFT_BEHIND_AFTER_HOURS)
      await client.query(`drop database if exists ${datname} with (force)`);
  }
}

/** Runs one statement on a server. */
export async function runOn(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
