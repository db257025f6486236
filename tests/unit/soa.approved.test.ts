import { expect, test } from "vitest";
import { type ApprovedLine, approvedLines, compareVersions } from "@/lib/soa/approved";
import { nothingStated, OWN_GROUP, type SoaLine } from "@/lib/soa/statement";

const line = (ref: string, more: Partial<SoaLine> = {}): SoaLine => ({
  ...{ ref, title: `Control ${ref}`, group: OWN_GROUP, theme: null },
  ...nothingStated,
  ...more,
});

const approved = (ref: string, more: Partial<ApprovedLine> = {}): ApprovedLine => ({
  ...{ ref, title: `Control ${ref}`, applicable: true, justification: "Law", implementation: "planned" },
  owner: null,
  ...more,
});

test("a version states why a control is in, or why it is left out, and never a working note", () => {
  const both = {
    justification: "Law",
    exclusion: "No offices",
    implementation: "planned",
    notes: "Ask Mia",
  } as const;
  const lines = approvedLines([
    line("A.5.1", { applicable: true, ...both }),
    line("A.7.1", { applicable: false, ...both }),
  ]);
  expect(lines).toEqual([
    approved("A.5.1"),
    approved("A.7.1", { applicable: false, justification: "No offices", implementation: null }),
  ]);
  expect(JSON.stringify(lines)).not.toContain("Ask Mia");
});

test("the differences between two versions are told in words, control by control", () => {
  const before = [
    approved("A.5.1"),
    approved("A.5.2"),
    approved("A.5.3"),
    approved("A.5.4", { owner: "Mia" }),
    approved("OC-1"),
  ];
  const after = [
    approved("A.5.1"),
    approved("A.5.2", { applicable: false, justification: "One person", implementation: null }),
    approved("A.5.3", { implementation: "implemented" }),
    approved("A.5.4", { justification: "Contract" }),
    approved("OC-2"),
  ];
  expect(compareVersions(before, after).map(({ ref, sentences }) => [ref, ...sentences])).toEqual([
    ["A.5.2", "Applicable before, left out now.", "Justification: “Law” before, “One person” now."],
    ["A.5.3", "State: Planned before, Implemented now."],
    ["A.5.4", "Justification: “Law” before, “Contract” now.", "Owner: “Mia” before, nothing now."],
    ["OC-2", "Added."],
    ["OC-1", "Removed."],
  ]);
  expect(compareVersions(after, after)).toEqual([]);
});
