import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeLifecycle } from "@/lib/lifecycle/describe";
import { listLifecycleCommands } from "@/lib/lifecycle/machines";
import { ownRules } from "@/lib/lifecycle/own-rules";
import { refusalTexts } from "@/lib/lifecycle/refusal";
import { lineOfCommand } from "@/tests/support/dispatch";

const written = readFileSync(new URL("../../docs/lifecycle.md", import.meta.url), "utf8");

test("docs/lifecycle.md is up to date; if not, run npm run docs:lifecycle", () => {
  expect(written === describeLifecycle(), "docs/lifecycle.md is stale: run npm run docs:lifecycle").toBe(
    true,
  );
});

test("it names every command and draws every machine", () => {
  const missing = listLifecycleCommands().filter((command) => !written.includes(`\`${command}\``));
  expect(missing).toEqual([]);
  expect(written.match(/```mermaid/g)).toHaveLength(5);
  expect(written).not.toMatch(/undefined|\[object|NaN/);
});

test("every rule without a clause is explained as one of our own, or is a rule of the body's practice", () => {
  const lines = listLifecycleCommands().map((command) => lineOfCommand(command));
  const texts = Object.values(refusalTexts).filter(({ rule }) => rule !== "");
  const bare = [...lines, ...texts].filter(({ clause }) => clause === "").map(({ rule }) => rule);
  const unexplained = [...new Set(bare)].filter((rule) => !Object.hasOwn(ownRules, rule));
  expect(unexplained.sort()).toEqual(["INV-22", "NC-8", "PRE-2"]);
});
