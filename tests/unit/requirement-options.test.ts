import { expect, test } from "vitest";
import { requirementOptions } from "@/components/finding/requirement-options";

const STANDARD = "iso-27001-2022";

test("what was cited last comes first, the latest on top, five at most, and nothing stands twice", () => {
  const all = requirementOptions(STANDARD);
  const cited = ["A.8.13", null, "7.2", "A.8.13", "9.2.2", "A.5.1", "A.5.2", "A.5.3"];
  const options = requirementOptions(STANDARD, cited);
  const first = options.filter(({ group }) => group === "Cited last").map(({ id }) => id);
  expect(first).toEqual(["A.8.13", "7.2", "9.2.2", "A.5.1", "A.5.2"]);
  expect(options.slice(0, first.length).map(({ id }) => id)).toEqual(first);
  expect(options.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
  expect(new Set(options.map(({ id }) => id)).size).toBe(all.length);
});

test("without citations the order is that of the standard", () => {
  const [clause] = requirementOptions(STANDARD);
  expect(clause?.group).not.toBe("Cited last");
});
