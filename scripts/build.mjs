/** Installs, generates and builds without starting anything: for an image, or a server that only serves. */
import { build, generate, install } from "./prepare.mjs";
import { runCommand } from "./steps.mjs";

await runCommand(async () => {
  await install();
  await generate();
  await build();
});
