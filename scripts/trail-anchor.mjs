/** `npm run trail:anchor`: signs the heads of all trails as they are now. A running CertTrail does so once a day. */
import { openDataFolder } from "./data-folder.mjs";
import { openGivenDatabase } from "./given-database.mjs";
import { install } from "./prepare.mjs";
import { Refusal } from "./refusal.mjs";
import { runCommand } from "./steps.mjs";

await runCommand(async () => {
  await install();
  const database = await openGivenDatabase();
  if (!database) throw new Refusal("There is no database yet. Start CertTrail once, or set DATABASE_URL.");
  try {
    const { takeAnchor } = await import("./anchors.mjs");
    const { at, trails, mailed, file, key } = await takeAnchor(database, openDataFolder());
    console.log(`Anchored ${trails} trails at ${at} with key ${key}: ${file}`);
    if (mailed > 0) console.log(`${mailed} administrators get theirs by mail.`);
  } finally {
    await database.stop();
  }
});
