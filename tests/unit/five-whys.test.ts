import { expect, test } from "vitest";
import { readWhys, repeatsFinding, writeWhys } from "@/lib/five-whys";

test("five short answers build the text of the cause, a line each", () => {
  expect(writeWhys(["No check was planned", " Nobody owns  the task ", "", "", ""])).toBe(
    "Why 1? No check was planned\nWhy 2? Nobody owns the task",
  );
});

test("an answer left out in between keeps its place", () => {
  const text = writeWhys(["one", "", "three"]);
  expect(readWhys(text)).toEqual(["one", "", "three", "", ""]);
});

test("no answer is no cause, so that CAP-1 speaks", () => {
  expect(writeWhys(["", "  "])).toBeNull();
});

test("a cause written as free text becomes the first answer when the method changes, and nothing is lost", () => {
  expect(readWhys("The task\nhad no owner.")).toEqual(["The task had no owner.", "", "", "", ""]);
  expect(readWhys(null)).toEqual(["", "", "", "", ""]);
});

test.each([
  ["Backups are not tested for restoring.", true],
  ["Restoring backups was not tested", true],
  ["The task has no owner since the reorganisation, so nobody tested restoring.", false],
  [null, false],
])("the cause %j repeats the finding: %s", (cause, repeats) => {
  expect(repeatsFinding(cause, "Restoring from backups was never tested.")).toBe(repeats);
});
