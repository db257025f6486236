import { describe, expect, test } from "vitest";
import type { RefusalCode } from "@/lib/lifecycle/refusal";
import { isBodyPower, type Power, powerNames } from "@/lib/lifecycle/who";
import { decideOn, lineOfCommand, splitCommand } from "@/tests/support/dispatch";
import { factsAs, type Mode, modes, scenes } from "@/tests/support/scenes";

const powers = Object.keys(powerNames) as Power[];

/** The rule of who may act, said a second time and in other words than the machine's. */
function expectWho(by: readonly Power[], power: Power, { connected, recorded }: Mode): RefusalCode | null {
  const bodyAct = by.some(isBodyPower);
  if (power === "system") return by.includes("system") ? null : "not-yours";
  if (!recorded && by.includes(power)) return null;
  if (power !== "client:manager" || !bodyAct) return "not-yours";
  if (recorded) return connected ? "body-connected" : null;
  return connected ? "not-yours" : "not-recorded";
}

describe("Every command, in every state, asked by every role of both sides, recorded or not", () => {
  let cells = 0;
  let allowedCells = 0;

  test.each(scenes)("$command is allowed exactly as its line says", (scene) => {
    const line = lineOfCommand(scene.command);
    const [machine] = splitCommand(scene.command);
    const wrong: string[] = [];
    for (const state of machine.states) {
      for (const power of powers) {
        for (const mode of modes) {
          const facts = factsAs(scene, power, mode, line.by);
          const expected = [
            expectWho(line.by, power, mode),
            line.from.includes(state) ? null : "wrong-state",
          ];
          const decision = decideOn(scene.command, state, facts, scene.input);
          const codes = decision.allowed ? [] : decision.refusals.map(({ code }) => code);
          const isRight =
            JSON.stringify(codes) === JSON.stringify(expected.filter((code) => code !== null)) &&
            (!decision.allowed ||
              line.to.includes(decision.to) ||
              (line.to.includes("stay") && decision.to === state));
          if (!isRight) wrong.push(`${state} ${power} ${JSON.stringify(mode)}: ${codes.join(", ")}`);
          cells += 1;
          if (decision.allowed) allowedCells += 1;
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test("the table covers more than thirty thousand cells, and some of them allow", () => {
    expect(cells).toBeGreaterThan(30_000);
    expect(allowedCells).toBeGreaterThan(scenes.length);
  });
});

describe("The tables themselves", () => {
  test.each(scenes)(
    "$command leads to states that exist and away from none that is terminal",
    ({ command }) => {
      const line = lineOfCommand(command);
      const [machine] = splitCommand(command);
      const known = [...machine.states, "stay"];
      expect(line.to.filter((state) => !known.includes(state))).toEqual([]);
      expect(line.from.filter((state) => !machine.states.includes(state))).toEqual([]);
      const leavesTerminal =
        line.from.some((state) => machine.terminal.includes(state)) && line.to.some((to) => to !== "stay");
      expect(leavesTerminal).toBe(false);
      expect(line.to.length === 1 || line.choose !== undefined).toBe(true);
    },
  );

  test("a client's power never grades, accepts, verifies, closes or decides (INV-19)", () => {
    const guarded = scenes.filter(({ command }) => lineOfCommand(command).keeper === "INV-19");
    const open = guarded.filter(({ command }) =>
      lineOfCommand(command).by.some((power) => power.startsWith("client:")),
    );
    expect(guarded.length).toBeGreaterThan(20);
    expect(open).toEqual([]);
  });

  test("every state can be reached from the first one", () => {
    for (const name of new Set(scenes.map(({ command }) => command.split(".")[0]))) {
      const own = scenes.filter(({ command }) => command.startsWith(`${name}.`));
      const [machine] = splitCommand(own[0]?.command ?? "audit.setTeam");
      const reached = new Set([machine.initial]);
      for (let round = 0; round < machine.states.length; round += 1)
        for (const { command } of own) {
          const line = lineOfCommand(command);
          if (line.from.some((state) => reached.has(state)))
            for (const state of line.to) if (state !== "stay") reached.add(state);
        }
      expect([...reached].sort(), name).toEqual([...machine.states].sort());
    }
  });
});
