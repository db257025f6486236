/** `npm run check`: lint, types, unit and property tests, in the time of a commit. */
import { join } from "node:path";
import { generate, install } from "./prepare.mjs";
import { runCommand, runProgram, step } from "./steps.mjs";
import { runTests } from "./test-run.mjs";

const LINT = [join("node_modules", "@biomejs", "biome", "bin", "biome"), "check", "."];
const TYPES = [join("node_modules", "typescript", "bin", "tsc"), "--noEmit"];

await runCommand(async () => {
  await install();
  await generate();
  let hasFailed = false;
  for (const [name, args] of [
    ["lint", LINT],
    ["types", TYPES],
  ]) {
    let complaint = "";
    await step(name, async (progress) => {
      const { code, output } = await runProgram(args, { progress, mayFail: true });
      if (code !== 0) complaint = output;
      return code === 0 ? "clean" : "failed";
    });
    if (complaint) console.log(complaint);
    hasFailed ||= complaint !== "";
  }
  const { failed } = await runTests("rules", ["unit", "property"], process.env);
  if (hasFailed || failed > 0) process.exitCode = 1;
});
