import pg from "pg";
import { inject } from "vitest";
import { databaseName, nameDatabase } from "./database-template.ts";

/** The role the product always works as; the migrations make it. */
const APP_SESSION = "-c role=certtrail_app -c timezone=UTC";

/** A migrated database of its own for one test file. */
export type TestDatabase = {
  /** Owns everything, may do anything: for arranging what the product itself cannot do. */
  ownerUrl: string;
  /** Acts as the product does: as certtrail_app, in UTC. */
  appUrl: string;
  drop(): Promise<void>;
};

/** Clones the migrated template. Call it once a test file and drop it at the end. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject("databaseServer");
  const name = databaseName("clone");
  await runOn(server, `create database ${name} template ${inject("databaseTemplate")}`);
  const ownerUrl = nameDatabase(server, name);
  const appUrl = new URL(ownerUrl);
  appUrl.searchParams.set("options", APP_SESSION);
  return {
    ownerUrl,
    appUrl: appUrl.href,
    drop: () => runOn(server, `drop database ${name} with (force)`),
  };
}

async function runOn(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
