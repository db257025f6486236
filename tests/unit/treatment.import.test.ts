import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { MAX_TREATMENT_LINES, type TreatmentEntry } from "@/lib/treatment/treatment";
import { columnOf } from "@/lib/treatment/treatment-file";
import { planTreatment } from "@/lib/treatment/treatment-import";

const today = day("2027-03-10");
const controls = ["A.5.15", "A.8.13"];
const kept: TreatmentEntry = {
  ...{ ref: "R-1", risk: "Backups fail", owner: "Mia Chen", treatment: "modify", controls: ["A.8.13"] },
  ...{ dueOn: day("2027-06-01"), state: "planned", acceptedBy: null, acceptedOn: null },
};
const rowsOf = (rows: readonly (readonly string[])[]) => rows.map((cells, at) => ({ line: at + 1, cells }));
const plan = (rows: readonly (readonly string[])[], lines: readonly TreatmentEntry[] = [kept]) =>
  planTreatment(rowsOf(rows), { lines, controls, today });
const HEAD = [
  "Risk ID",
  "Risk description",
  "Risk owner",
  "Treatment option",
  "Controls",
  "Due date",
  "Status",
];

test("headings of other files are known, an owner before a risk", () => {
  const asked = [
    "Risk ID",
    "Risk owner",
    "Risk treatment",
    "Risiko",
    "Behandlung",
    "Frist",
    "Residual risk accepted on",
  ];
  expect(asked.map(columnOf)).toEqual([
    "ref",
    "owner",
    "treatment",
    "risk",
    "treatment",
    "dueOn",
    "acceptedOn",
  ]);
  expect(columnOf("Likelihood")).toBeNull();
});

test("a file brings new lines and changes others; what a cell does not state stays", () => {
  const read = plan([
    ["Risk register of 2027"],
    [...HEAD, "Likelihood"],
    ["R-1", "", "", "", "5.15", "", "In Bearbeitung", "3"],
    ["R-2", "Fire", "", "Transfer", "", "2027-05-01", "", "1"],
  ]);
  expect(read.problems).toEqual([]);
  expect(read.ignored).toEqual(["Likelihood"]);
  expect(read.added).toEqual(["R-2"]);
  expect(read.lines).toEqual([
    { ...kept, controls: ["A.5.15"], state: "in_progress" },
    {
      ...{ ref: "R-2", risk: "Fire", owner: null, treatment: "share", controls: [] },
      ...{ dueOn: "2027-05-01", state: "planned", acceptedBy: null, acceptedOn: null },
    },
  ]);
  expect(read.changes.map(({ column, to }) => `${column}: ${to}`)).toEqual([
    "controls: A.5.15",
    "state: In progress",
  ]);
});

test("every row that cannot stand is named with its line, and why", () => {
  const { problems } = plan([
    HEAD,
    ["R-2", "Fire", "", "ignore", "", "", ""],
    ["R-3", "Fire", "", "share", "A.9.2.1", "03/04/2027", ""],
    ["R-4", "Fire", "", "share", "", "", "accepted"],
    ["", "Fire", "", "share"],
    ["R-3", "Water", "", "share"],
    ["R-5", "", "", "share"],
    ["R-6", "Water", "", ""],
    ["R".repeat(41), "Water", "", "share"],
  ]);
  expect(problems.map(({ line, sentence }) => `${line}: ${sentence}`)).toEqual([
    "2: “ignore” under Treatment is not known. Use modify, avoid, share or retain.",
    "3: A.9.2.1: not in the Statement of Applicability.",
    "3: “03/04/2027” under Due is no day. Write it as 2027-03-31.",
    "4: Enter who accepted the residual risk.",
    "5: It has no reference. Give the risk one, such as R-12.",
    "6: R-3 stands in row 3 already. Keep one of the rows.",
    "7: It says no risk.",
    "8: It says no treatment. Use modify, avoid, share or retain.",
    "9: Reference has more than 40 characters. Shorten it.",
  ]);
});

test("a file without headings or rows, and one that is too long, are refused as a whole", () => {
  expect(plan([["R-1", "Fire"]]).problems).toMatchObject([{ line: null }]);
  expect(plan([HEAD]).problems).toMatchObject([
    { line: null, sentence: "No row stands under the headings." },
  ]);
  const many = Array.from({ length: MAX_TREATMENT_LINES }, (_, at) => [`X-${at}`, "Fire", "", "share"]);
  expect(plan([HEAD, ...many], []).problems).toEqual([]);
  expect(plan([HEAD, ...many]).problems).toMatchObject([
    { line: null, sentence: expect.stringContaining("10000 lines") },
  ]);
});
