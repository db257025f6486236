/** What a running CertTrail does by itself once a day, the first time when it has started. */
import { join } from "node:path";
import { runProgram } from "./steps.mjs";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The people who have waited for the start come first. */
const FIRST_BACKUP_AFTER_MS = 60 * 1000;

const ANCHOR = { args: [join("scripts", "trail-anchor.mjs")], failure: "The trails could not be anchored" };
const BACKUP = {
  args: [join("scripts", "backup.mjs"), "--daily"],
  failure: "The daily backup could not be made",
};

const FILES = { args: [join("scripts", "files-check.mjs")], failure: "Files and their rows are not in step" };

/** Goes on until `stopping`. What fails is said and tried again the next day: the people at work are not held up. */
export function keepDaily({ databaseUrl }, dataFolder, ownerUrl, stopping) {
  const env = {
    ...process.env,
    DATABASE_MIGRATION_URL: ownerUrl,
    CERTTRAIL_DATA: dataFolder,
    CERTTRAIL_EMBEDDED: databaseUrl ? "0" : "1",
  };
  let round = Promise.resolve();
  const begin = (...tasks) => {
    round = round.then(() => runTasks(tasks, env, stopping));
  };
  const timers = [
    setInterval(begin, DAY_MS, ANCHOR, FILES, BACKUP),
    setTimeout(begin, FIRST_BACKUP_AFTER_MS, BACKUP),
  ];
  for (const timer of timers) timer.unref();
  stopping.add(() => timers.forEach(clearTimeout));
  begin(ANCHOR, FILES);
}

async function runTasks(tasks, env, stopping) {
  for (const { args, failure } of tasks) {
    if (stopping.hasBegun) return;
    try {
      await runProgram(args, { env });
    } catch (error) {
      if (!stopping.hasBegun) console.error(`${failure}: ${error.message}`);
    }
  }
}
