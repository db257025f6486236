/**
 * `npm run trail:verify`: every trail from its first entry to its head, hashed anew outside the database. Prints a line
 * a project and ends with exit code 1 at the first fault.
 */
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
    await withClient(database.url, verify);
  } finally {
    await database.stop();
  }
});

async function verify(client) {
  // Loaded late: a fresh clone has no packages before the install step.
  const { checkTrails } = await import("./trail-chains.mjs");
  const begun = performance.now();
  const count = { entries: 0, trails: 0 };
  for await (const { name, entries, fault } of checkTrails(client)) {
    if (fault) throw new Refusal(`${name}: ${fault.sentence} Compare with a backup made before it.`);
    console.log(`${String(entries).padStart(9)} entries, chain whole  ${name}`);
    count.entries += entries;
    count.trails += 1;
  }
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `\nChecked: ${count.entries} entries of ${count.trails} trails in ${seconds.toFixed(1)} s, ${Math.round(count.entries / seconds)} entries/s. Every chain is whole.`,
  );
}
