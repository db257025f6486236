import { describe, expect, test } from "vitest";
import { type Complexity, MAX_PERSONS, tableDays } from "@/lib/audit-time/tables";

/** The last person of each row; the next row begins with the one after. The first row of ISMS is 1 to 10. */
const LAST_PERSONS = [
  5, 10, 15, 25, 45, 65, 85, 125, 175, 275, 425, 625, 875, 1175, 1550, 2025, 2675, 3450, 4350, 5450, 6800,
  8500, 10_700,
];

/** Days of the published tables, written out here a second time so that a slip in the data is seen. */
const ISMS = [5, 6, 7, 8.5, 10, 11, 12, 13, 14, 15, 16.5, 17.5, 18.5, 19.5, 21, 22, 23, 24, 25, 26, 27, 28];
const QMS = [1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22];
const HIGH = [3, 3.5, 4.5, 5.5, 7, 8, 9, 11, 12, 13, 15, 16, 17, 19, 20, 21, 23, 25, 27, 28, 30, 32, 34];
const MEDIUM = [2.5, 3, 3.5, 4.5, 5.5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19, 20, 21, 23, 25, 27];
const LOW = [2.5, 3, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9, 10, 11, 12, 12, 13, 14, 15, 16, 17, 19, 20];
const LIMITED = [2.5, 3, 3, 3, 3, 3.5, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9, 10, 11, 12, 13, 14];

type Case = [name: string, id: string, complexity: Complexity | undefined, last: number[], days: number[]];

const cases: Case[] = [
  ["ISO/IEC 27006-1", "iso-27001-2022", undefined, LAST_PERSONS.slice(1), ISMS],
  ["MD 5, quality", "iso-9001-2015", undefined, LAST_PERSONS, QMS],
  ["MD 5, environment, high", "iso-14001-2015", "high", LAST_PERSONS, HIGH],
  ["MD 5, environment, medium", "iso-14001-2015", "medium", LAST_PERSONS, MEDIUM],
  ["MD 5, environment, low", "iso-14001-2015", "low", LAST_PERSONS, LOW],
  ["MD 5, environment, limited", "iso-14001-2015", "limited", LAST_PERSONS, LIMITED],
  ["MD 5, health and safety, high", "iso-45001-2018", "high", LAST_PERSONS, HIGH],
  ["MD 5, health and safety, medium", "iso-45001-2018", "medium", LAST_PERSONS, MEDIUM],
  ["MD 5, health and safety, low", "iso-45001-2018", "low", LAST_PERSONS, LOW],
];

describe.each(cases)("the table of %s", (_, id, complexity, lastPersons, days) => {
  test("has as many rows as it should", () => {
    expect(days).toHaveLength(lastPersons.length);
  });

  test("gives the same days from the first to the last person of every row", () => {
    for (const [index, maxPersons] of lastPersons.entries()) {
      const minPersons = (lastPersons[index - 1] ?? 0) + 1;
      for (const persons of [minPersons, Math.floor((minPersons + maxPersons) / 2), maxPersons]) {
        expect(tableDays(id, persons, complexity), `${persons} persons`).toMatchObject({
          kind: "row",
          row: { minPersons, maxPersons },
          centidays: (days[index] ?? 0) * 100,
        });
      }
    }
  });

  test.each([10_701, 50_000, MAX_PERSONS])(
    "gives no figure for %d persons: a person states and justifies it",
    (persons) => {
      expect(tableDays(id, persons, complexity)).toMatchObject({
        kind: "manual",
        reason: { code: "above-table", lastPersons: 10_700 },
      });
    },
  );
});

test("12 and 21 persons of an ISMS differ by one day (EA FAQ 48.6)", () => {
  const [twelve, twentyOne] = [12, 21].map((persons) => tableDays("iso-27001-2022", persons));
  expect(twelve).toMatchObject({ centidays: 600, source: "ISO/IEC 27006-1:2024" });
  expect(twentyOne).toMatchObject({ centidays: 700 });
});

test("a table with several columns asks for the complexity, and only for one it has", () => {
  expect(tableDays("iso-14001-2015", 50)).toEqual({
    kind: "manual",
    reason: { code: "complexity-needed", choices: ["high", "medium", "low", "limited"], source: "IAF MD 5" },
  });
  expect(tableDays("iso-45001-2018", 50, "limited")).toMatchObject({
    kind: "manual",
    reason: { code: "complexity-needed", choices: ["high", "medium", "low"] },
  });
});

test("a table with one column does not look at the complexity", () => {
  expect(tableDays("iso-27001-2022", 50, "limited")).toEqual(tableDays("iso-27001-2022", 50));
});

test.each(["iso-22301-2019", "iso-42001-2023", "unknown", ""])("no table is made up for %j", (id) => {
  expect(tableDays(id, 50)).toEqual({ kind: "manual", reason: { code: "no-table" } });
});

test.each([0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY, MAX_PERSONS + 1])(
  "%d persons are refused",
  (persons) => {
    expect(() => tableDays("iso-27001-2022", persons)).toThrow(/is not a number of persons/);
  },
);
