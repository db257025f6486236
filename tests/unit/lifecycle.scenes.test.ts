import { describe, expect, test } from "vitest";
import { listLifecycleCommands } from "@/lib/lifecycle/machines";
import { blockersOf } from "@/tests/support/dispatch";
import { auditScenes } from "@/tests/support/scenes-audit";
import { certificationScenes, sourcingScenes } from "@/tests/support/scenes-case";
import { certificateScenes, findingScenes } from "@/tests/support/scenes-finding";

const scenes = [
  ...sourcingScenes,
  ...certificationScenes,
  ...auditScenes,
  ...findingScenes,
  ...certificateScenes,
];

describe("Each command has a moment in which it passes", () => {
  test("and no command is left out", () => {
    expect(scenes.map(({ command }) => command).sort()).toEqual(listLifecycleCommands().sort());
  });

  test.each(scenes)("$command passes for $power", ({ command, state, facts, input }) => {
    expect(blockersOf(command, state, facts, input)).toEqual([]);
  });
});
