/**
 * `npm run db:migration NAME`: writes the SQL that brings the database from the migrations to schema.prisma.
 * With --empty it writes a file without SQL, for what the schema cannot say: a trigger, a check, a right.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clone } from "./data-folder.mjs";
import { withClient } from "./database.mjs";
import { install } from "./prepare.mjs";
import { Refusal } from "./refusal.mjs";
import { runCommand, runProgram, step } from "./steps.mjs";
import { openThrowAwayServer } from "./throw-away.mjs";

const CREATE = ["--import", "tsx", join("prisma", "migrate.ts"), "create"];

await runCommand(async () => {
  const isEmpty = process.argv.includes("--empty");
  const name = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
  if (!name || !/^[a-z][a-z0-9_-]*$/.test(name)) {
    throw new Refusal("Give the migration a name in small letters: npm run db:migration add-site-address");
  }
  await install();
  await step("migration", async (progress) => {
    const server = await openThrowAwayServer();
    try {
      const env = { ...process.env, DATABASE_MIGRATION_URL: server.ownerUrl };
      const { printed } = await runProgram(CREATE, { env, progress });
      const sql = isEmpty ? "" : printed.trim();
      if (!sql && !isEmpty) return "schema.prisma asks for nothing new; nothing is written";
      return `${await write(name, sql, server.ownerUrl)}: read it, name its constraints, grant certtrail_app its rights`;
    } finally {
      await server.stop();
    }
  });
});

/** Named by the second, in UTC, so that names sort in the order they were made. */
async function write(name, sql, url) {
  const { rows } = await withClient(url, (client) =>
    client.query("select to_char(now(), 'YYYYMMDDHH24MISS') as at"),
  );
  const folder = join("prisma", "migrations", `${rows[0].at}_${name.replaceAll("-", "_")}`);
  mkdirSync(join(clone, folder), { recursive: true });
  writeFileSync(join(clone, folder, "migration.sql"), `${sql}\n`);
  return join(folder, "migration.sql");
}
