import { describe, expect, it } from "vitest";
import {
  findExactOption,
  groupOptions,
  MAX_SHOWN_OPTIONS,
  matchOptions,
} from "@/components/ui/match-options";

const options = [
  { id: "9.2", label: "9.2 Internal audit", group: "Clauses" },
  { id: "A.5.9", label: "A.5.9 Inventory of assets", group: "Organisational" },
  { id: "A.8.9", label: "A.8.9 Configuration management", group: "Technological" },
  { id: "A.8.13", label: "A.8.13 Information backup", group: "Technological" },
  { id: "A.8.1", label: "A.8.1 User endpoint devices", group: "Technological" },
];
const ids = (text: string) => matchOptions(options, text).map((option) => option.id);

describe("a requirement is found by number or by words", () => {
  it.each([
    ["8.9", ["A.8.9"]],
    ["a.8.13", ["A.8.13"]],
    ["BACKUP", ["A.8.13"]],
    ["management config", ["A.8.9"]],
    ["nothing like it", []],
  ])("finds %j", (text, found) => {
    expect(ids(text)).toEqual(found);
  });

  it("puts the number typed in full before longer numbers that begin with it", () => {
    expect(ids("8.1")).toEqual(["A.8.1", "A.8.13"]);
  });

  it("shows all for no text, but never more than the limit", () => {
    expect(ids("  ")).toHaveLength(options.length);
    const many = Array.from({ length: MAX_SHOWN_OPTIONS + 1 }, (_, i) => ({
      id: `${i}`,
      label: `Item ${i}`,
    }));
    expect(matchOptions(many, "")).toHaveLength(MAX_SHOWN_OPTIONS);
    expect(matchOptions(many, "item")).toHaveLength(MAX_SHOWN_OPTIONS);
  });

  it("takes text typed in full for the option it names, and no other", () => {
    expect(findExactOption(options, " a.8.9 ")?.id).toBe("A.8.9");
    expect(findExactOption(options, "9.2 internal AUDIT")?.id).toBe("9.2");
    expect(findExactOption(options, "8.9")).toBeUndefined();
    expect(findExactOption(options, "")).toBeUndefined();
  });

  it("keeps the members of a group together, groups in the order of their first member", () => {
    const mixed = [options[2], options[0], options[3]].filter((option) => option !== undefined);
    expect(groupOptions(mixed).map(({ name, members }) => [name, members.map((one) => one.id)])).toEqual([
      ["Technological", ["A.8.9", "A.8.13"]],
      ["Clauses", ["9.2"]],
    ]);
  });
});
