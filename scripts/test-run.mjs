/** One run of vitest, and what it counted. */
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { clone } from "./data-folder.mjs";
import { runProgram, step } from "./steps.mjs";

const OUTPUT = join("tests", "output");

/** Runs projects of vitest.config.ts as one step. Prints vitest's words about what failed, if anything did. */
export async function runTests(name, projects, env, more = []) {
  const report = join(clone, OUTPUT, `${name}.json`);
  mkdirSync(join(clone, OUTPUT), { recursive: true });
  rmSync(report, { force: true });
  const args = [
    ...[join("node_modules", "vitest", "vitest.mjs"), "run", "--reporter=default", "--reporter=json"],
    ...[`--outputFile.json=${report}`, ...projects.map((project) => `--project=${project}`)],
    ...more,
  ];
  let counts;
  let failure = "";
  await step(name, async (progress) => {
    const { code, output } = await runProgram(args, {
      env: { ...env, NO_COLOR: "1" },
      progress,
      mayFail: true,
    });
    counts = count(readReport(report), code);
    if (counts.failed > 0) failure = output.slice(Math.max(0, output.search(/^.*Failed (Tests|Suites)/m)));
    return `${counts.passed} passed, ${counts.failed} failed`;
  });
  if (failure) console.log(failure);
  return counts;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return null;
  }
}

/** A file that could not be loaded, a test that was not run and a run without tests each count as failed. */
function count(report, exitCode) {
  if (!report || report.numTotalTests === 0) return { passed: 0, failed: 1 };
  const isBroken = ({ status, assertionResults }) =>
    status === "failed" && assertionResults.every((test) => test.status !== "failed");
  const notRun = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + notRun + report.testResults.filter(isBroken).length;
  return { passed: report.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}
