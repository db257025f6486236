import { describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import { mandatoryDocuments } from "@/lib/standards/documents";
import { findStandard, isEditionUsable, listStandards } from "@/lib/standards/editions";
import { readinessItems } from "@/lib/standards/readiness";
import { findRequirement, listRequirements } from "@/lib/standards/requirements";

const ids = listStandards().map((standard) => standard.id);

/** The clause a reference such as "6.1.3 d" stands in. */
const clauseOf = (reference: string) => reference.split(" ")[0] ?? "";

describe("editions (3.8)", () => {
  test("projects can be started for five standards, ISO/IEC 27001 first", () => {
    expect(listStandards().map(({ name, systemName }) => `${name} ${systemName}`)).toEqual([
      "ISO/IEC 27001:2022 ISMS",
      "ISO 9001:2015 QMS",
      "ISO 14001:2015 EMS",
      "ISO 22301:2019 BCMS",
      "ISO/IEC 42001:2023 AIMS",
    ]);
  });

  test("an edition is found by its id, an ended one too, an unknown one not", () => {
    expect(findStandard("iso-27001-2022")?.shortName).toBe("ISO 27001");
    expect(findStandard("iso-27001-2013")?.successorEdition).toBe("ISO/IEC 27001:2022");
    expect(findStandard("iso-27001")).toBeUndefined();
    expect(findStandard("constructor")).toBeUndefined();
  });

  test.each([
    ["iso-27001-2013", "2024-04-30", true],
    ["iso-27001-2013", "2024-05-01", false],
    ["iso-27001-2013", "2013-09-30", false],
    ["iso-27001-2022", "2022-10-24", false],
    ["iso-27001-2022", "2022-10-25", true],
    ["iso-27001-2022", "9999-12-31", true],
    ["iso-14001-2015", "2027-03-27", true],
    ["iso-27001-2099", "2027-03-27", false],
  ])("a decision to %s on %s is possible: %s (invariant 22)", (id, on, expected) => {
    expect(isEditionUsable(id, day(on))).toBe(expected);
  });

  test("the certificates to ISO/IEC 27001:2013 all ended on 31 Oct 2025", () => {
    expect(findStandard("iso-27001-2013")?.transitionEndsOn).toBe("2025-10-31");
  });

  test("the climate amendment of 23 Feb 2024 belongs to the four older editions", () => {
    const amended = listStandards().filter(({ amendments }) =>
      amendments.some((one) => one.publishedOn === "2024-02-23"),
    );
    expect(amended.map((standard) => standard.shortName)).toEqual([
      "ISO 27001",
      "ISO 9001",
      "ISO 14001",
      "ISO 22301",
    ]);
  });

  test("days of an edition stand in order", () => {
    for (const id of [...ids, "iso-27001-2013"]) {
      const { publishedOn, lastDateNewCertificates, transitionEndsOn, amendments } =
        findStandard(id) ?? expect.fail(id);
      const known = [publishedOn, lastDateNewCertificates, transitionEndsOn].filter((one) => one !== null);
      expect(known).toEqual([...known].sort());
      for (const amendment of amendments) expect(amendment.publishedOn > publishedOn).toBe(true);
    }
  });
});

describe("requirements (domain section 4)", () => {
  test.each([
    ["iso-27001-2022", 34, 93],
    ["iso-9001-2015", 66, 0],
    ["iso-14001-2015", 38, 0],
    ["iso-22301-2019", 57, 0],
    ["iso-42001-2023", 36, 38],
  ])("%s has %d clauses and %d controls", (id, clauses, controls) => {
    const kinds = listRequirements(id).map((requirement) => requirement.kind);
    expect(kinds.filter((kind) => kind === "clause")).toHaveLength(clauses);
    expect(kinds.filter((kind) => kind === "control")).toHaveLength(controls);
    expect(findStandard(id)?.annexControls).toBe(controls > 0);
  });

  test("ISO/IEC 27001 has 37, 8, 14 and 34 controls in its four themes", () => {
    const counts = new Map<string, number>();
    for (const { kind, group } of listRequirements("iso-27001-2022")) {
      if (kind === "control") counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    expect([...counts]).toEqual([
      ["A.5 Organizational controls", 37],
      ["A.6 People controls", 8],
      ["A.7 Physical controls", 14],
      ["A.8 Technological controls", 34],
    ]);
  });

  test.each(ids)("%s: references are unique, well formed and under a heading that has a name", (id) => {
    const requirements = listRequirements(id);
    expect(new Set(requirements.map(({ ref }) => ref)).size).toBe(requirements.length);
    for (const { ref, title, kind, group, theme } of requirements) {
      expect(ref).toMatch(kind === "control" ? /^A(\.\d+){2,3}$/ : /^(4|5|6|7|8|9|10)(\.\d+){1,2}$/);
      expect(title).toMatch(/^[A-Z]\S*( \S+)*$/);
      expect(group).not.toContain("undefined");
      expect(ref.startsWith(`${group.split(" ")[0]}.`)).toBe(true);
      expect(theme !== undefined).toBe(kind === "control");
      const parent = ref.slice(0, ref.lastIndexOf("."));
      if (kind === "clause" && parent.includes(".")) expect(findRequirement(id, parent), ref).toBeDefined();
    }
  });

  test("controls of ISO/IEC 27001 are numbered without a hole", () => {
    const controls = listRequirements("iso-27001-2022").filter(({ kind }) => kind === "control");
    const expected = [
      [5, 37],
      [6, 8],
      [7, 14],
      [8, 34],
    ].flatMap(([theme, count]) =>
      Array.from({ length: count ?? 0 }, (_, index) => `A.${theme}.${index + 1}`),
    );
    expect(controls.map(({ ref }) => ref)).toEqual(expected);
  });

  test("a control is told from the clause of the same number", () => {
    expect(findRequirement("iso-27001-2022", "5.3")?.title).toBe(
      "Organizational roles, responsibilities and authorities",
    );
    expect(findRequirement("iso-27001-2022", "A.5.3")?.title).toBe("Segregation of duties");
    expect(findRequirement("iso-27001-2022", "A.5.23")).toEqual({
      ref: "A.5.23",
      title: "Information security for use of cloud services",
      kind: "control",
      theme: 5,
      group: "A.5 Organizational controls",
    });
  });

  test("what is not there is not found", () => {
    expect(findRequirement("iso-27001-2022", "A.8.35")).toBeUndefined();
    expect(findRequirement("iso-9001-2015", "A.5.1")).toBeUndefined();
    expect(findRequirement("iso-00000-0000", "4.1")).toBeUndefined();
    expect(listRequirements("iso-27001-2013")).toEqual([]);
  });
});

describe("documents and readiness", () => {
  test("ISO/IEC 27001 asks for 18 documents, and for 8 more where their control applies", () => {
    const documents = mandatoryDocuments("iso-27001-2022");
    expect(documents.filter(({ onlyIfControl }) => onlyIfControl === null)).toHaveLength(18);
    expect(documents.flatMap(({ onlyIfControl }) => onlyIfControl ?? [])).toEqual([
      "A.5.9",
      "A.5.10",
      "A.5.26",
      "A.5.31",
      "A.5.37",
      "A.6.6",
      "A.8.9",
      "A.8.27",
    ]);
    expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
    for (const { clause } of documents)
      expect(findRequirement("iso-27001-2022", clauseOf(clause)), clause).toBeDefined();
  });

  test("no list is made up for the other standards", () => {
    expect(mandatoryDocuments("iso-9001-2015")).toEqual([]);
  });

  test.each(ids)("%s: each readiness item names a clause that exists, once", (id) => {
    const items = readinessItems(id);
    expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
    for (const { clause } of items) expect(findRequirement(id, clause), clause).toBeDefined();
    expect(items.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["scope", "policy", "internal-audit", "management-review"]),
    );
  });

  test("Stage 1 of an ISMS sees what IS-3 asks for, and IS-2 in particular", () => {
    const items = readinessItems("iso-27001-2022");
    expect(items.filter(({ rule }) => rule === "IS-3").map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        "scope",
        "policy",
        "risk-method",
        "risk-treatment",
        "soa",
        "objectives",
        "competence",
      ]),
    );
    expect(items.filter(({ rule }) => rule === "IS-2").map(({ key }) => key)).toEqual([
      "internal-audit",
      "management-review",
    ]);
    expect(readinessItems("iso-00000-0000")).toEqual([]);
  });

  test("corrective action stands in 10.1 of ISO 22301 and in 10.2 of the others", () => {
    const clauses = ids.map(
      (id) => readinessItems(id).find(({ key }) => key === "corrective-action")?.clause,
    );
    expect(clauses).toEqual(["10.2", "10.2", "10.2", "10.1", "10.2"]);
  });
});
