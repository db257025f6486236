/** What a running CertTrail does by itself once a day, the first time when it has started. */
import { join } from "node:path";
import { runProgram } from "./steps.mjs";

const DAY_MS = 24 * 60 * 60 * 1000;

const TASKS = [{ name: "The trails could not be anchored", program: "trail-anchor.mjs" }];

/** Goes on until `stopping`. What fails is said and tried again the next day: the people at work are not held up. */
export function keepDaily({ databaseUrl }, dataFolder, ownerUrl, stopping) {
  const env = {
    ...process.env,
    DATABASE_MIGRATION_URL: ownerUrl,
    CERTTRAIL_DATA: dataFolder,
    CERTTRAIL_EMBEDDED: databaseUrl ? "0" : "1",
  };
  let round = Promise.resolve();
  const begin = () => {
    round = round.then(() => runTasks(env, stopping));
  };
  const timer = setInterval(begin, DAY_MS);
  timer.unref();
  stopping.add(() => clearInterval(timer));
  begin();
}

async function runTasks(env, stopping) {
  for (const { name, program } of TASKS) {
    if (stopping.hasBegun) return;
    try {
      await runProgram([join("scripts", program)], { env });
    } catch (error) {
      if (!stopping.hasBegun) console.error(`${name}: ${error.message}`);
    }
  }
}
