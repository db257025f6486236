import { describe, expect, test } from "vitest";
import { filterLines, parseSoaList } from "@/lib/soa/soa-list";
import {
  compareRefs,
  countLines,
  gapsOf,
  listControls,
  nothingStated,
  type SoaLine,
  valueFrom,
} from "@/lib/soa/statement";

const controls = listControls("iso-27001-2022");
const stated = (ref: string, more: Partial<SoaLine>): SoaLine => {
  const control = controls.find((one) => one.ref === ref);
  if (!control) throw new Error(`There is no ${ref}.`);
  return { ...control, ...nothingStated, ...more };
};

test("Annex A of ISO/IEC 27001:2022 has 93 controls: 37, 8, 14 and 34 by theme", () => {
  const count = (theme: number) => controls.filter((one) => one.theme === theme).length;
  expect([5, 6, 7, 8].map(count)).toEqual([37, 8, 14, 34]);
  expect(controls).toHaveLength(93);
  expect(new Set(controls.map(({ ref }) => ref)).size).toBe(93);
});

test("a standard without Annex A has no controls", () => {
  expect(listControls("iso-9001-2015")).toEqual([]);
});

describe("What is missing before approval (6.1.3 d)", () => {
  test.each([
    ["undecided", {}, ["applicable"]],
    ["applicable, nothing else", { applicable: true }, ["justification", "implementation"]],
    ["applicable, justified", { applicable: true, justification: "Law" }, ["implementation"]],
    ["applicable, whole", { applicable: true, justification: "Law", implementation: "planned" as const }, []],
    ["left out with the reason for having it in", { applicable: false, justification: "Law" }, ["exclusion"]],
    ["left out with its reason", { applicable: false, exclusion: "No development" }, []],
  ] as const)("%s", (_what, more, expected) => {
    expect(gapsOf(stated("A.5.1", more))).toEqual(expected);
  });
});

test("the counts take every line into account", () => {
  const lines = [
    stated("A.5.1", { applicable: true, justification: "Law", implementation: "implemented" }),
    stated("A.5.2", { applicable: true }),
    stated("A.5.3", { applicable: false, exclusion: "One person" }),
    stated("A.5.4", {}),
  ];
  expect(countLines(lines)).toEqual({ all: 4, decided: 3, applicable: 2, excluded: 1, complete: 2 });
});

test("5.10 comes after 5.9, and two refs that differ in case alone have one order", () => {
  expect(["A.5.10", "A.5.9", "A.5.1"].sort(compareRefs)).toEqual(["A.5.1", "A.5.9", "A.5.10"]);
  expect(compareRefs("oc-1", "OC-1")).toBe(-compareRefs("OC-1", "oc-1"));
});

test("a text that stands for no value is told apart from none", () => {
  expect([
    valueFrom("applicable", "yes"),
    valueFrom("applicable", "no"),
    valueFrom("applicable", ""),
  ]).toEqual([true, false, null]);
  expect(valueFrom("applicable", "maybe")).toBeUndefined();
  expect(valueFrom("implementation", "done")).toBeUndefined();
  expect(valueFrom("notes", "yes")).toBe("yes");
});

describe("The filters of the address", () => {
  const lines = [
    stated("A.5.1", { applicable: true, owner: "Mia", implementation: "partial" }),
    stated("A.6.1", { applicable: false, exclusion: "50% of nobody" }),
    stated("A.7.1", {}),
    { ...stated("A.8.1", {}), ref: "OC-1", theme: null, title: "Own" },
  ];
  const refs = (query: Record<string, string>) =>
    filterLines(lines, parseSoaList(query)).map(({ ref }) => ref);

  test.each([
    [{}, ["A.5.1", "A.6.1", "A.7.1", "OC-1"]],
    [{ theme: "5" }, ["A.5.1"]],
    [{ theme: "own" }, ["OC-1"]],
    [{ theme: "<b>" }, ["A.5.1", "A.6.1", "A.7.1", "OC-1"]],
    [{ decided: "no" }, ["A.6.1"]],
    [{ decided: "undecided" }, ["A.7.1", "OC-1"]],
    [{ decided: "gaps" }, ["A.5.1", "A.7.1", "OC-1"]],
    [{ state: "partial" }, ["A.5.1"]],
    [{ owner: "Mia" }, ["A.5.1"]],
    [{ q: "50% OF" }, ["A.6.1"]],
    [{ q: "a.7" }, ["A.7.1"]],
  ])("%o", (query, expected) => {
    expect(refs(query as Record<string, string>)).toEqual(expected);
  });
});
