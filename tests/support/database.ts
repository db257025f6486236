import { inject } from "vitest";
import { databaseName, nameDatabase, runOn } from "./database-template.ts";

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

/** Clones the migrated template, or the one that is named. Call it once a test file and drop it at the end. */
export async function createTestDatabase(template = inject("databaseTemplate")): Promise<TestDatabase> {
  const server = inject("databaseServer");
  const name = databaseName("clone");
  await runOn(server, `create database ${name} template ${template}`);
  const ownerUrl = nameDatabase(server, name);
  const appUrl = new URL(ownerUrl);
  appUrl.searchParams.set("options", APP_SESSION);
  return {
    ownerUrl,
    appUrl: appUrl.href,
    drop: () => runOn(server, `drop database ${name} with (force)`),
  };
}
