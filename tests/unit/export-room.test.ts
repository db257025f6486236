import { expect, test } from "vitest";
import { type ExportSize, exportLimits, refuseForSize } from "@/lib/files/export-room";

test("a project fits up to each limit", () => {
  expect(refuseForSize(exportLimits)).toBeNull();
});

test.each([
  ["files", "This project has 5,001 files. One download holds 5,000 files at most."],
  ["bytes", "This project has 20.1 GB of files. One download holds 20 GB of files at most."],
  ["findings", "This project has 1,001 findings. One download holds 1,000 findings at most."],
  [
    "entries",
    "This project has 50,001 entries in its trail. One download holds 50,000 entries in its trail at most.",
  ],
] as const)("one too many of %s is said with what to do", (part, sentence) => {
  const size: ExportSize = { ...exportLimits, [part]: exportLimits[part] + 1 };
  expect(refuseForSize(size)).toBe(`${sentence} Ask whoever runs CertTrail for a copy.`);
});
