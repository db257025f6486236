/** Stops what a command started, in reverse order, whether it ends by itself, by a signal or by a failure. */
import { endPrograms } from "./steps.mjs";

const LOOK_FOR_PARENT_EVERY_MS = 100;

const parent = process.ppid;
const isNpmScript = process.env.npm_lifecycle_event !== undefined;

/** npm was killed: it could not pass that on, but our parent is another one from then on. */
const parentIsGone = () => isNpmScript && process.ppid !== parent;

/** Listens for what asks to stop. After it everything is stopped and the exit code is 0. */
export function stopOnSignal() {
  const closers = [];
  let stopped = null;
  const stopping = {
    get hasBegun() {
      return stopped !== null || parentIsGone();
    },
    add: (close) => closers.push(close),
    stop: () => {
      stopped ??= stopAll(closers);
      return stopped;
    },
  };
  const begin = async () => {
    if (stopped) return;
    endPrograms();
    await stopping.stop();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, begin);
  setInterval(() => parentIsGone() && begin(), LOOK_FOR_PARENT_EVERY_MS).unref();
  return stopping;
}

async function stopAll(closers) {
  for (const close of closers.reverse()) await close();
}
