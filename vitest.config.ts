import { defineConfig } from "vitest/config";
import { removable } from "./tests/mutants/removable.ts";
import { LongFirst } from "./tests/support/long-first.ts";

const MINUTE = 60_000;
const BROWSER = "tests/support/test-browser.mjs";
const DEMO = "tests/support/demo-template.ts";
const DATABASE = ["tests/support/test-server.mjs", "tests/support/database-template.ts"];

const LOAD = "tests/e2e/load.test.ts";

/** Asked for alone: the product is loaded with a switch in each of its checks. */
const MUTANTS = {
  extends: true as const,
  plugins: [removable()],
  test: {
    name: "mutants",
    include: ["tests/mutants/**/*.test.ts"],
    globalSetup: DATABASE,
    testTimeout: 30 * MINUTE,
    hookTimeout: 30 * MINUTE,
  },
};

export default defineConfig({
  resolve: {
    alias: {
      "@": import.meta.dirname,
      // Next answers this import itself; it only says that a module must not reach the browser.
      "server-only": `${import.meta.dirname}/tests/support/server-only.ts`,
    },
  },
  test: {
    // Left to itself, vitest keeps one of two cores free; the tests wait for the database half of the time.
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx,mjs}"], testTimeout: MINUTE / 2 },
      },
      {
        extends: true,
        test: { name: "property", include: ["tests/property/**/*.test.ts"], testTimeout: MINUTE },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,mjs}", "tests/matrix/actions.test.ts"],
          globalSetup: DATABASE,
          testTimeout: MINUTE,
          hookTimeout: 10 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          name: "e2e",
          include: ["tests/e2e/**/*.test.{ts,mjs}", "tests/matrix/{pages,fields}.test.ts"],
          exclude: [LOAD],
          globalSetup: [...DATABASE, DEMO, BROWSER],
          testTimeout: 10 * MINUTE,
          // Sixteen people open every page before the first test of the table.
          hookTimeout: 10 * MINUTE,
        },
      },
      {
        extends: true,
        test: {
          // By itself, with both cores: how much is answered is what it asks.
          name: "load",
          include: [LOAD],
          globalSetup: [...DATABASE, DEMO, BROWSER],
          testTimeout: 10 * MINUTE,
          hookTimeout: 10 * MINUTE,
        },
      },
      ...(process.env.CERTTRAIL_MUTANTS ? [MUTANTS] : []),
    ],
  },
});
