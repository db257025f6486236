/**
 * `npm run db:check`: schema.prisma = migrations, and the database = migrations, down to triggers and rights.
 * The database is DATABASE_MIGRATION_URL, DATABASE_URL, or the embedded one of the data folder.
 */
import { join } from "node:path";
import { readCatalogue } from "./catalogue.mjs";
import { openGivenDatabase } from "./given-database.mjs";
import { install } from "./prepare.mjs";
import { Refusal } from "./refusal.mjs";
import { runCommand, runProgram, step } from "./steps.mjs";
import { openThrowAwayServer } from "./throw-away.mjs";

const SHOWN_DIFFERENCES = 20;
const migrate = (command) => ["--import", "tsx", join("prisma", "migrate.ts"), command];

await runCommand(async () => {
  await install();
  const server = await openThrowAwayServer();
  try {
    await step("schema", async () => {
      const env = { ...process.env, DATABASE_MIGRATION_URL: server.ownerUrl };
      const { printed } = await runProgram(migrate("create"), { env });
      if (printed.trim()) {
        throw new Refusal(
          `schema.prisma and the migrations differ. Run npm run db:migration NAME. It would write:\n${printed}`,
        );
      }
      return "schema.prisma = migrations";
    });
    await step("database", async () => await compareDatabase(server.ownerUrl));
  } finally {
    await server.stop();
  }
});

async function compareDatabase(referenceUrl) {
  const database = await openGivenDatabase();
  if (!database) return "none is there yet";
  try {
    const env = { ...process.env, DATABASE_MIGRATION_URL: database.url };
    const state = JSON.parse((await runProgram(migrate("status"), { env })).printed);
    for (const [kind, names] of Object.entries(state)) {
      if (names.length > 0)
        throw new Refusal(`The database is not at the migrations (${kind}: ${names.join(", ")}).`);
    }
    const [is, shouldBe] = [await readCatalogue(database.url), await readCatalogue(referenceUrl)];
    const differences = [
      ...shouldBe.filter((line) => !is.includes(line)).map((line) => `missing: ${line}`),
      ...is.filter((line) => !shouldBe.includes(line)).map((line) => `not from a migration: ${line}`),
    ];
    if (differences.length === 0) return `database = migrations (${is.length} definitions)`;
    throw new Refusal(
      `The database and the migrations differ:\n${differences.slice(0, SHOWN_DIFFERENCES).join("\n")}`,
    );
  } finally {
    await database.stop();
  }
}
