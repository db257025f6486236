/** What `npm start` and `npm run dev` do; they differ in the build alone. */
import { openDataFolder } from "./data-folder.mjs";
import { build, generate, install } from "./prepare.mjs";
import { readyDatabase } from "./ready-database.mjs";
import { Refusal } from "./refusal.mjs";
import { holdFolder } from "./run-lock.mjs";
import { announce, serve } from "./serve.mjs";
import { readSettings, refuseTakenPort } from "./settings.mjs";
import { stopOnSignal } from "./stopping.mjs";

/**
 * Runs CertTrail until a signal stops it. `mode` is Next's: "start" serves the build, "dev" follows the files.
 * Nothing here may import a package before the install step has run.
 */
export async function runApp(mode) {
  const settings = readSettings();
  const dataFolder = openDataFolder();
  await holdFolder(dataFolder, `process ${process.pid}, ${settings.origin}`);
  await refuseTakenPort(settings.port);
  const stopping = stopOnSignal();
  try {
    await install();
    await generate();
    if (mode === "start") await build();
    const { env, signIns } = await readyDatabase(settings, dataFolder, stopping.add);
    const web = await serve(settings, env, mode, stopping.add);
    announce(settings, env, signIns);
    await web.ended;
    if (!stopping.hasBegun) throw new Refusal("The web process ended by itself; its last lines are above.");
  } catch (error) {
    // What a signal cut off is no failure.
    if (!stopping.hasBegun) throw error;
  } finally {
    await stopping.stop();
  }
}
