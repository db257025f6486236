import { expect, test } from "vitest";
import { takeBatch } from "@/components/soa/save-batch";

const cell = (ref: string, text: string, field = "applicable") => ({ ref, field, text });

test("what says the same of other lines goes out together, and the rest waits in its order", () => {
  const waiting = [
    cell("A.5.1", "yes"),
    cell("A.5.2", "no"),
    cell("A.5.3", "yes"),
    cell("A.5.3", "yes", "owner"),
  ];
  expect(takeBatch(waiting)).toEqual([
    [cell("A.5.1", "yes"), cell("A.5.3", "yes")],
    [cell("A.5.2", "no"), cell("A.5.3", "yes", "owner")],
  ]);
});

test("a cell that is written again keeps its order", () => {
  const waiting = [cell("A.5.1", "yes"), cell("A.5.2", "no"), cell("A.5.2", "yes"), cell("A.5.1", "yes")];
  expect(takeBatch(waiting)).toEqual([
    [cell("A.5.1", "yes")],
    [cell("A.5.2", "no"), cell("A.5.2", "yes"), cell("A.5.1", "yes")],
  ]);
});

test("nothing waits, nothing goes out", () => {
  expect(takeBatch([])).toEqual([[], []]);
});
