import { expect, test } from "vitest";
import { readList, tellAwareness } from "@/lib/awareness/awareness";
import { day } from "@/lib/day";

const today = day("2027-03-10");
const nothing = { topic: null, heldOn: null, words: null };
const all = { topic: "Phishing", heldOn: day("2027-03-01"), words: "Signed list" };
const rowsOf = (rows: readonly (readonly string[])[]) => rows.map((cells, at) => ({ line: at + 1, cells }));

test("a list of names takes what is the same for all, and a row can say it itself", () => {
  const { entries, problems } = readList(
    rowsOf([
      ["Name", "Topic"],
      ["Mia Chen"],
      ["Sam Okafor", "Induction", "2027-02-01", "Photo"],
      [""],
      ["Mia Chen"],
    ]),
    all,
    today,
  );
  expect(problems).toEqual([]);
  expect(entries).toEqual([
    { person: "Mia Chen", ...all },
    { person: "Sam Okafor", topic: "Induction", heldOn: "2027-02-01", words: "Photo" },
  ]);
});

test("every row that cannot stand is named with its line", () => {
  const rows = rowsOf([
    ["Mia Chen"],
    ["", "Phishing"],
    ["Mia Chen", "Phishing"],
    ["Mia Chen", "Phishing", "01/02/2027"],
    ["Mia Chen", "Phishing", "2027-03-11"],
    ["x".repeat(301), "Phishing", "2027-03-01"],
  ]);
  expect(readList(rows, nothing, today).problems.map((text) => text.slice(0, 26))).toEqual([
    "Row 1: it names no topic. ",
    "Row 2: it names nobody.",
    "Row 3: it names no day. En",
    "Row 4: “01/02/2027” is no ",
    "Row 5: 11 Mar 2027 has not",
    "Row 6: a text has more tha",
  ]);
  expect(readList([], all, today).problems).toEqual(["The list names nobody."]);
});

test("the count says what it is of, or that this is not stated", () => {
  expect(tellAwareness({ trained: 12, persons: 85 })).toBe("12 of 85 persons");
  expect(tellAwareness({ trained: 1, persons: null })).toBe("1 person; how many there are is not stated");
});
