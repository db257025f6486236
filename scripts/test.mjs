/**
 * `npm test`: everything, from a fresh clone, with Node alone. The last line is "N passed, N failed".
 * With CERTTRAIL_TEST_URL (a Postgres server, as a superuser) the integration tests run there as well.
 */
import { findBrowser } from "./browser.mjs";
import { build, generate, install } from "./prepare.mjs";
import { runCommand, step } from "./steps.mjs";
import { stopOnSignal } from "./stopping.mjs";
import { runTests } from "./test-run.mjs";

/**
 * What a second server cannot change: what the embedded server does by itself, what forms hold, what the rules say, and what is
 * asked of mail servers, providers and keys.
 */
const SAME_ON_EVERY_SERVER = [
  "**/*.test.mjs",
  "tests/matrix/**",
  ...[
    "anchors-by-mail",
    "fuzz",
    "health",
    "mail",
    "model-runs",
    "passkeys",
    "pictures",
    "provider*",
    "second-factor*",
    "trail-anchor",
    "hostile-files",
    "storage",
  ].map((name) => `tests/integration/${name}.test.ts`),
];

await runCommand(async () => {
  stopOnSignal();
  await install();
  await generate();
  const env = makeTestEnvironment();
  await step("browser", async (progress) => {
    env.CHROMIUM_PATH = await findBrowser(progress);
    return env.CHROMIUM_PATH;
  });
  const counts = [
    await runTests("rules", ["unit", "property"], env),
    await runTests("integration", ["integration"], env),
  ];
  const realServer = process.env.CERTTRAIL_TEST_URL;
  if (realServer) {
    const again = { ...env, TEST_DATABASE_URL: realServer, CERTTRAIL_MANY: "100" };
    const excluded = SAME_ON_EVERY_SERVER.map((pattern) => `--exclude=${pattern}`);
    counts.push(await runTests("postgres", ["integration"], again, excluded));
  }
  await build();
  counts.push(await runTests("e2e", ["e2e"], env), await runTests("load", ["load"], env));
  const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  if (sum("failed") > 0) process.exitCode = 1;
});

/** Settings of whoever runs the tests must not reach what is tested. */
function makeTestEnvironment() {
  const { DATABASE_URL, DATABASE_MIGRATION_URL, TEST_DATABASE_URL, ...env } = process.env;
  for (const name of Object.keys(env)) {
    if (/^(CERTTRAIL_|AUTH_|PORT$|NODE_ENV$)/.test(name)) delete env[name];
  }
  return env;
}
