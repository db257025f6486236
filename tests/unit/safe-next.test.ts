import { expect, test } from "vitest";
import { safeNext } from "@/lib/safe-next";

test.each(["/", "/northwind", "/northwind/projects?view=all#top"])("%s leads on", (next) => {
  expect(safeNext(next, "/home")).toBe(next);
});

test.each([
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "northwind",
  "",
  undefined,
])("%s leads home", (next) => {
  expect(safeNext(next, "/home")).toBe("/home");
});
