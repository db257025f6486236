/** Stops what a command started, in reverse order, whether it ends by itself, by a signal or by a failure. */
import { endPrograms } from "./steps.mjs";

/** Listens for the signals that ask to stop; after one, everything is stopped and the exit code is 0. */
export function stopOnSignal() {
  const closers = [];
  let stopped = null;
  const stopping = {
    hasBegun: false,
    add: (close) => closers.push(close),
    stop: () => {
      stopped ??= stopAll(closers);
      return stopped;
    },
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, async () => {
      if (stopping.hasBegun) return;
      stopping.hasBegun = true;
      console.log("Stopping …");
      endPrograms();
      await stopping.stop();
      process.exit(0);
    });
  }
  return stopping;
}

async function stopAll(closers) {
  for (const close of closers.reverse()) await close();
}
