import { describe, expect, test } from "vitest";
import type { RefusalCode } from "@/lib/lifecycle/refusal";
import { sentenceOf } from "@/lib/lifecycle/refusal";
import { auditBreaks, auditOverrides } from "@/tests/support/breaks-audit";
import { caseBreaks, caseOverrides } from "@/tests/support/breaks-case";
import { findingBreaks, findingOverrides } from "@/tests/support/breaks-finding";
import { blockersOf, decideOn, lineOfCommand } from "@/tests/support/dispatch";
import type { Scene } from "@/tests/support/scene";
import { scenes } from "@/tests/support/scenes";

const own = {
  sourcing: caseBreaks,
  certification: caseBreaks,
  audit: auditBreaks,
  nonconformity: findingBreaks,
  certificate: findingBreaks,
};
const overrides = { ...caseOverrides, ...auditOverrides, ...findingOverrides };

function breakFor({ command }: Scene, code: RefusalCode) {
  const machine = command.split(".")[0] as keyof typeof own;
  return overrides[`${command}/${code}`] ?? own[machine][code] ?? caseBreaks[code];
}

const guards = scenes.flatMap((scene) => {
  const codes = new Set(lineOfCommand(scene.command).requires.map(({ code }) => code));
  return [...codes].map((code) => ({ command: scene.command, code, scene }));
});

describe("Each guard of each command refuses alone", () => {
  test.each(guards)("$command: $code", ({ code, scene }) => {
    const change = breakFor(scene, code);
    expect(change, "a change that brings this guard up").toBeDefined();
    const broken = change?.(scene) ?? scene;
    const refusals = blockersOf(broken.command, broken.state, broken.facts, broken.input);
    expect(refusals.map((refusal) => refusal.code)).toEqual([code]);
    const [refusal] = refusals;
    if (refusal === undefined) return;
    expect(refusal.rule).not.toBe("");
    expect(sentenceOf(refusal)).toMatch(/^["A-Z0-9].*[.]$/);
    expect(sentenceOf(refusal)).not.toMatch(/undefined|null|NaN/);

    const justified = { ...broken.input, justification: "We know it and go on because it is settled." };
    const decision = decideOn(broken.command, broken.state, broken.facts, justified);
    expect(decision.allowed).toBe(refusal.severity === "justify");
    if (decision.allowed) expect(decision.justified.map((kept) => kept.code)).toEqual([code]);
  });
});
