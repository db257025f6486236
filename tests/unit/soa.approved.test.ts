import { expect, test } from "vitest";
import { type ApprovedLine, approvedLines, compareVersions } from "@/lib/soa/approved";
import { countProven } from "@/lib/soa/proofs";
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

test("what shows a control is part of the version, and what came or went is a difference", () => {
  const proof = { id: "1", label: "Backup log", kind: "file", source: "SHA-256 abc" } as const;
  const stated = { applicable: true, justification: "Law", implementation: "planned" } as const;
  const [before] = approvedLines([line("A.8.13", { ...stated, proofs: [proof] })]);
  expect(before?.evidence).toEqual(["Backup log (SHA-256 abc)"]);
  const after = approvedLines([line("A.8.13", { ...stated, proofs: [{ ...proof, source: "SHA-256 def" }] })]);
  expect(compareVersions(before ? [before] : [], after)[0]?.sentences).toEqual([
    "Evidence added: Backup log (SHA-256 def).",
    "Evidence gone: Backup log (SHA-256 abc).",
  ]);
  // A version from before evidence was kept says nothing of it, and the same line without evidence neither.
  expect(compareVersions([approved("A.8.13")], approvedLines([line("A.8.13", stated)]))).toEqual([]);
});

test("evidence is counted where a control is applicable and implemented", () => {
  const implemented = { applicable: true, implementation: "implemented" } as const;
  expect(
    countProven([
      { ...implemented, proofs: 2 },
      { ...implemented, proofs: 0 },
      { ...implemented, applicable: false, proofs: 1 },
      { ...implemented, implementation: "partial", proofs: 1 },
    ]),
  ).toEqual({ all: 2, proven: 1 });
});
