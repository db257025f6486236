/** `npm run files:scan`: has every file scanned that the scanner has not seen. A running CertTrail does so by itself. */
import { openDataFolder } from "./data-folder.mjs";
import { openGivenDatabase } from "./given-database.mjs";
import { install } from "./prepare.mjs";
import { Refusal } from "./refusal.mjs";
import { runCommand } from "./steps.mjs";

await runCommand(async () => {
  const clamd = process.env.CERTTRAIL_CLAMD;
  if (!clamd) throw new Refusal("Set CERTTRAIL_CLAMD to the scanner's host:port, such as localhost:3310.");
  await install();
  const database = await openGivenDatabase();
  if (!database) throw new Refusal("There is no database yet. Start CertTrail once, or set DATABASE_URL.");
  try {
    const { scanFiles } = await import("./scan-files.mjs");
    const { clean, infected, lost, waiting, why } = await scanFiles(database.url, openDataFolder(), clamd);
    console.log(`${clean} clean, ${infected} with a virus, ${lost} without bytes, ${waiting} still waiting.`);
    if (waiting > 0) throw new Refusal(`The scanner did not answer for ${waiting} files: ${why}`);
  } finally {
    await database.stop();
  }
});
