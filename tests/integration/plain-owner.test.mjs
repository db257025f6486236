import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "../../scripts/database.mjs";
import { openThrowAwayServer } from "../../scripts/throw-away.mjs";

let server;

beforeAll(async () => {
  server = await openThrowAwayServer();
  await withClient(server.superuserUrl, async (client) => {
    await client.query("drop database certtrail");
    await client.query("drop role certtrail_web, certtrail_owner, certtrail_app");
    await client.query("create role ana login createrole password 'wren'");
    await client.query("create database managed owner ana");
  });
});

afterAll(async () => {
  await server.stop();
});

test("an owner who is no superuser migrates an empty database and then acts as the product's role", async () => {
  const url = `postgres://ana:wren@127.0.0.1:${server.port}/managed`;
  const env = { ...process.env, DATABASE_MIGRATION_URL: url };
  const apply = ["--import", "tsx", "prisma/migrate.ts", "apply"];
  const { stdout } = await promisify(execFile)(process.execPath, apply, { env });
  expect(JSON.parse(stdout).applied.length).toBeGreaterThan(0);
  const asProduct = `${url}?options=${encodeURIComponent("-c role=certtrail_app")}`;
  const { rows } = await withClient(asProduct, (client) => client.query("select current_user as role"));
  expect(rows).toEqual([{ role: "certtrail_app" }]);
});
