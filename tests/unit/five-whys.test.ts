import { expect, test } from "vitest";
import { readWhys, writeWhys } from "@/lib/five-whys";

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
