import { describe, expect, test } from "vitest";
import { listLifecycleCommands } from "@/lib/lifecycle/machines";
import { blockersOf } from "@/tests/support/dispatch";
import { scenes } from "@/tests/support/scenes";

describe("Each command has a moment in which it passes", () => {
  test("and no command is left out", () => {
    expect(scenes.map(({ command }) => command).sort()).toEqual(listLifecycleCommands().sort());
  });

  test.each(scenes)("$command passes for $power", ({ command, state, facts, input }) => {
    expect(blockersOf(command, state, facts, input)).toEqual([]);
  });
});
