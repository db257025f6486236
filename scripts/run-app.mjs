/** What `npm start` and `npm run dev` do; they differ in the build alone. */
import { setTimeout as pause } from "node:timers/promises";
import { keepDaily } from "./daily.mjs";
import { openDataFolder } from "./data-folder.mjs";
import { build, generate, install } from "./prepare.mjs";
import { readyDatabase } from "./ready-database.mjs";
import { Refusal } from "./refusal.mjs";
import { holdFolder } from "./run-lock.mjs";
import { announce, serve } from "./serve.mjs";
import { readSettings, refuseTakenPort } from "./settings.mjs";
import { step } from "./steps.mjs";
import { stopOnSignal } from "./stopping.mjs";

const GROUP_SIGNAL_MS = 250;

/**
 * Runs CertTrail until a signal stops it. `mode` is Next's: "start" serves the build, "dev" follows the files.
 * Nothing here may import a package before the install step has run.
 */
export async function runApp(mode) {
  const settings = readSettings();
  const dataFolder = openDataFolder();
  const stopping = stopOnSignal();
  await holdFolder(dataFolder, () => ({
    name: `process ${process.pid}, ${settings.origin}`,
    isStopping: stopping.hasBegun,
  }));
  await refuseTakenPort(settings.port);
  try {
    await install();
    await generate();
    if (mode === "start") await build();
    const { requireKeptBytes } = await import("./storage.mjs");
    await step("files", () => requireKeptBytes(dataFolder));
    const { env, signIns, ownerUrl } = await readyDatabase(settings, dataFolder, stopping.add);
    const web = await serve(settings, env, mode, stopping.add);
    announce(settings, env, signIns);
    if (mode === "start") keepDaily(settings, dataFolder, ownerUrl, stopping);
    await web.ended;
    // A signal to the whole group may end the web process a moment before we hear of it ourselves.
    await pause(GROUP_SIGNAL_MS);
    if (!stopping.hasBegun) throw new Refusal("The web process ended by itself; its last lines are above.");
  } catch (error) {
    // What a signal cut off is no failure.
    if (!stopping.hasBegun) throw error;
  } finally {
    await stopping.stop();
  }
}
