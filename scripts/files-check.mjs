/** `npm run files:check`: says whether files and their rows are in step, and removes bytes of which no row tells. */
import { openDataFolder } from "./data-folder.mjs";
import { openGivenDatabase } from "./given-database.mjs";
import { install } from "./prepare.mjs";
import { Refusal } from "./refusal.mjs";
import { runCommand } from "./steps.mjs";

await runCommand(async () => {
  await install();
  const dataFolder = openDataFolder();
  const database = await openGivenDatabase();
  if (!database) throw new Refusal("There is no database yet. Start CertTrail once, or set DATABASE_URL.");
  try {
    const { checkKeptFiles } = await import("./kept-files.mjs");
    const { kept, removed, young, strange, lost } = await checkKeptFiles(database.url, dataFolder);
    console.log(
      `${kept} files have their rows; ${removed} without a row were removed, ${young} are younger than a day.`,
    );
    if (strange > 0) {
      console.log(
        `Of ${strange} more no row tells, nor of any other: they may be another database's, and stay.`,
      );
    }
    if (lost.length > 0) {
      throw new Refusal(
        `The bytes of ${lost.length} files are gone. Restore them from a backup:\n${lost.join("\n")}`,
      );
    }
  } finally {
    await database.stop();
  }
});
