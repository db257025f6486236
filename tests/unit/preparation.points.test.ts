import { expect, test } from "vitest";
import { splitPoints, taskOf } from "@/lib/preparation/points";

test("one line is one point: bullets and numbers go, words stay, repeats count once", () => {
  expect(
    splitPoints("- No owner\n* 3 leavers keep access\r\n\n  2) Log is short", "• No owner\n2027 plan"),
  ).toEqual(["No owner", "3 leavers keep access", "Log is short", "2027 plan"]);
  expect(splitPoints(null, "  \n")).toEqual([]);
});

test("a long point keeps its whole text in the note, cut between characters", () => {
  expect(taskOf("Name an owner")).toEqual({ title: "Name an owner", note: null });
  const long = "🔒".repeat(201);
  const { title, note } = taskOf(long);
  expect([[...title].length, note]).toEqual([200, long]);
  expect(title.endsWith("🔒…")).toBe(true);
  expect(taskOf("a".repeat(200)).note).toBeNull();
});
