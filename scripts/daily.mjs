/** What a running CertTrail does by itself: once a day, and for files that wait for the scanner every few minutes. */
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

/** So long a file waits at most for a scanner that is back. */
const SCAN_EVERY_MS = 5 * 60 * 1000;

const FILES = { args: [join("scripts", "files-check.mjs")], failure: "Files and their rows are not in step" };
const SCAN = { args: [join("scripts", "files-scan.mjs")], failure: "Files wait for the virus scanner" };

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
  if (env.CERTTRAIL_CLAMD) {
    begin(SCAN);
    timers.push(setInterval(begin, SCAN_EVERY_MS, SCAN));
  }
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
