/** `npm start`: from a fresh clone, with Node alone, to a running CertTrail; back to it in seconds the next time. */
import { runApp } from "./run-app.mjs";
import { runCommand } from "./steps.mjs";

await runCommand(() => runApp("start"));
