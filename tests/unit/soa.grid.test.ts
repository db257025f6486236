import { expect, test } from "vitest";
import {
  cellKey,
  choiceByLetter,
  fieldOf,
  gridColumns,
  labelOf,
  withTyped,
} from "@/components/soa/grid-columns";
import type { SoaField } from "@/lib/soa/statement";
import { emptyDraft } from "../support/soa-files";

const columnOf = (key: string) => {
  const column = gridColumns.find((one) => one.key === key);
  if (!column) throw new Error(`There is no column ${key}.`);
  return column;
};
const [line] = emptyDraft();
if (!line) throw new Error("The draft has no line.");
const typed = (...cells: [SoaField, string][]) =>
  new Map(cells.map(([field, text]) => [cellKey(line.ref, field), { text }]));

test.each([
  ["applicable", "", "y", "yes"],
  ["applicable", "yes", "N", "no"],
  ["applicable", "yes", "u", ""],
  ["applicable", "yes", "y", null],
  ["applicable", "", "q", null],
  ["implementation", "", "p", "planned"],
  ["implementation", "planned", "p", "partial"],
  ["implementation", "partial", "p", "planned"],
  ["implementation", "", "n", "not_started"],
  ["implementation", "not_started", "n", ""],
])("in %s at %j the letter %s chooses %j", (key, value, letter, chosen) => {
  expect(choiceByLetter(columnOf(key), value, letter)).toBe(chosen);
});

test("the column of reasons holds why a control is in, or why it is left out", () => {
  const column = columnOf("justification");
  expect(fieldOf(column, { applicable: true })).toBe("justification");
  expect(fieldOf(column, { applicable: null })).toBe("justification");
  expect(fieldOf(column, { applicable: false })).toBe("exclusion");
});

test("what was typed stands over what the page holds, value by value", () => {
  const after = withTyped(
    line,
    typed(["applicable", "no"], ["exclusion", "One person"], ["implementation", "done"]),
  );
  expect(after).toMatchObject({
    applicable: false,
    exclusion: "One person",
    implementation: null,
    owner: null,
  });
  expect(withTyped({ ...line, owner: "Mia" }, typed(["owner", ""])).owner).toBeNull();
  expect(withTyped(line, typed(["applicable", ""])).applicable).toBeNull();
  expect(withTyped(line, new Map())).toEqual(line);
});

test("a value is shown by its words, a text as it is", () => {
  expect(labelOf(columnOf("applicable"), "yes")).toBe("Yes");
  expect(labelOf(columnOf("owner"), "yes")).toBe("yes");
});
