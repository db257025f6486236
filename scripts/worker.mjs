/** `npm run worker`: sends the mail in a process of its own. The web processes then have CERTTRAIL_WORKER=own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { clone } from "./data-folder.mjs";
import { Refusal } from "./refusal.mjs";
import { runCommand } from "./steps.mjs";

await runCommand(async () => {
  for (const name of [
    "DATABASE_URL",
    "AUTH_SECRET",
    "CERTTRAIL_SMTP",
    "CERTTRAIL_MAIL_FROM",
    "CERTTRAIL_ORIGIN",
  ]) {
    if (!process.env[name]) throw new Refusal(`Set ${name}, as the web processes have it.`);
  }
  const args = ["--conditions=react-server", "--import", "tsx", join("lib", "mail", "own-process.ts")];
  const child = spawn(process.execPath, args, { cwd: clone, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  console.log("The worker sends what is due. Stop it with Ctrl C.");
  const [code] = await once(child, "close");
  if (code) process.exitCode = code;
});
