/**
 * `npm run trail:verify`: every trail from its first entry to its head, hashed anew outside the database and compared with
 * the anchors. Prints a line a project and ends with exit code 1 at the first fault.
 */
import { openDataFolder } from "./data-folder.mjs";
import { withClient } from "./database.mjs";
import { openGivenDatabase } from "./given-database.mjs";
import { install } from "./prepare.mjs";
import { Refusal } from "./refusal.mjs";
import { runCommand } from "./steps.mjs";

await runCommand(async () => {
  await install();
  const database = await openGivenDatabase();
  if (!database) {
    throw new Refusal("There is no database yet. Start CertTrail once, or set DATABASE_URL.");
  }
  try {
    await withClient(database.url, (client) => verify(client, database));
  } finally {
    await database.stop();
  }
});

async function verify(client, database) {
  // Loaded late: a fresh clone has no packages before the install step.
  const { checkTrails } = await import("./trail-chains.mjs");
  const { readAnchors } = await import("./anchors.mjs");
  const anchors = await readAnchors(client, database, openDataFolder());
  if (anchors.fault) throw new Refusal(anchors.fault);
  const begun = performance.now();
  const count = { entries: 0, trails: 0 };
  for await (const { name, entries, fault } of checkTrails(client, anchors.heads)) {
    if (fault) throw new Refusal(`${name}: ${fault.sentence} Compare with a backup made before it.`);
    console.log(`${String(entries).padStart(9)} entries, chain whole  ${name}`);
    count.entries += entries;
    count.trails += 1;
  }
  if (anchors.ignored > 0) console.log(`\nAnchors of another key, which were not used: ${anchors.ignored}`);
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `\nChecked: ${count.entries} entries of ${count.trails} trails in ${seconds.toFixed(1)} s, ${Math.round(count.entries / seconds)} entries/s, against ${anchors.count} anchors. Every chain is whole.`,
  );
}
