import { describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import {
  controlReader,
  isTreatmentOverdue,
  orderOf,
  problemsOf,
  treatmentStates,
} from "@/lib/treatment/treatment";
import { countTreatmentFilters, parseTreatmentList, treatmentListHref } from "@/lib/treatment/treatment-list";

const today = day("2027-03-10");
const ID = "01900000-0000-7000-8000-000000000001";

test("only what is still to be done is overdue, and not on its own day", () => {
  const late = treatmentStates.filter((state) =>
    isTreatmentOverdue({ dueOn: day("2027-03-09"), state }, today),
  );
  expect(late).toEqual(["planned", "in_progress"]);
  expect(isTreatmentOverdue({ dueOn: today, state: "planned" }, today)).toBe(false);
  expect(isTreatmentOverdue({ dueOn: null, state: "planned" }, today)).toBe(false);
});

test("references go by their numbers", () => {
  const refs = ["R-10", "R-2", "r-1", "A 3.10", "A 3.9", "Zoo"];
  const sorted = refs.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  expect(sorted).toEqual(["A 3.9", "A 3.10", "r-1", "R-2", "R-10", "Zoo"]);
});

describe("acceptance of the residual risk (6.1.3 f)", () => {
  const entry = { state: "done" as const, acceptedBy: null, acceptedOn: null };

  test("names somebody and a day, or neither", () => {
    expect(problemsOf(entry, today)).toEqual({});
    expect(problemsOf({ ...entry, acceptedBy: "Ana Ruiz" }, today)).toHaveProperty("acceptedOn");
    expect(problemsOf({ ...entry, acceptedOn: today }, today)).toHaveProperty("acceptedBy");
    expect(problemsOf({ ...entry, acceptedBy: "Ana Ruiz", acceptedOn: today }, today)).toEqual({});
  });

  test("is not ahead of its day, and an accepted risk has one", () => {
    const ahead = { ...entry, acceptedBy: "Ana Ruiz", acceptedOn: day("2027-03-11") };
    expect(problemsOf(ahead, today)).toHaveProperty("acceptedOn");
    expect(problemsOf({ ...entry, state: "accepted" }, today)).toHaveProperty("acceptedBy");
  });
});

test("controls are read as people write them, in the order of the statement, each once", () => {
  const known = ["A.5.1", "A.5.15", "A.8.13", "OC-1"];
  const read = controlReader(known);
  expect(read("8.13; oc-1, A 5.1,A.8.13\nAnnex A 5.15")).toEqual({
    controls: known,
    unknown: [],
  });
  expect(read("A.9.2.1, 5.99, OC-2, , OC-2")).toEqual({
    controls: [],
    unknown: ["A.9.2.1", "5.99", "OC-2"],
  });
  expect(read("")).toEqual({ controls: [], unknown: [] });
});

test("the address says what is shown, and what it does not know is passed over", () => {
  const list = parseTreatmentList({
    state: "done",
    due: "overdue",
    control: "A.8.13",
    after: ID,
    before: "x",
  });
  expect(list).toEqual({ state: "done", isOverdue: true, control: "A.8.13", after: ID, before: null });
  expect(countTreatmentFilters(list)).toBe(3);
  expect(parseTreatmentList({ state: "lost", due: "soon" })).toMatchObject({ state: null, isOverdue: false });
  expect(treatmentListHref("/t", list, { before: ID })).toBe(
    `/t?state=done&due=overdue&control=A.8.13&before=${ID}`,
  );
  expect(treatmentListHref("/t", parseTreatmentList({}))).toBe("/t");
});
