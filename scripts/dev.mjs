/** `npm run dev`: the same database as `npm start`, and an application that follows its files. */
import { runApp } from "./run-app.mjs";
import { runCommand } from "./steps.mjs";

await runCommand(() => runApp("dev"));
