import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { marksOf } from "@/lib/selection/answer-marks";
import { type ReminderFacts, refuseReminder, reminderText } from "@/lib/selection/reminder";

const LAST = day("2027-02-09");

test.each([
  [null, "2027-02-09", null],
  [LAST, "2027-02-09", "Aurora was reminded on 9 Feb 2027. Remind it again from 11 Feb 2027."],
  [LAST, "2027-02-10", "Aurora was reminded on 9 Feb 2027. Remind it again from 11 Feb 2027."],
  [LAST, "2027-02-11", null],
])("reminded last on %s, on %s a body can be reminded again: %s", (lastOn, today, refusal) => {
  expect(refuseReminder("Aurora", lastOn, day(today))).toBe(refusal);
});

const facts: ReminderFacts = {
  ...{
    client: "Northwind",
    project: "Payments ISMS",
    standard: "ISO/IEC 27001:2022",
    recipient: "Ines Falk",
  },
  ...{ dueOn: day("2027-02-16"), today: day("2027-02-09"), link: null, hasOpenLink: true },
};

test("the words name who asks whom, for what, by when and by which way", () => {
  const text = reminderText(facts);
  expect(text.split("\n")[0]).toBe("Subject: Your proposal for ISO/IEC 27001:2022, Northwind");
  for (const part of ["Dear Ines Falk", "Payments ISMS", "is due by 16 Feb 2027", "still opens our request"])
    expect(text).toContain(part);
});

test("a new link stands in them with its last day, and no word of the one before", () => {
  const link = { address: "https://example.com/answer/abc", lastDay: day("2027-02-20") };
  const text = reminderText({ ...facts, link });
  expect(text).toContain("https://example.com/answer/abc");
  expect(text).toContain("until 20 Feb 2027");
  expect(text).not.toContain("still opens");
});

test("where nobody had a link, and the day has passed, they say so", () => {
  const text = reminderText({ ...facts, recipient: null, hasOpenLink: false, today: day("2027-02-20") });
  for (const part of ["Dear Sir or Madam", "was due by 16 Feb 2027", "as a document"])
    expect(text).toContain(part);
});

const answer = { declined: false, receivedOn: day("2027-02-10"), validUntil: day("2027-06-30") };

test.each([
  ["in time and valid to its last day", answer, "2027-06-30", []],
  ["late", { ...answer, receivedOn: day("2027-02-17") }, "2027-03-01", ["late"]],
  ["on the day it was due", { ...answer, receivedOn: day("2027-02-16") }, "2027-03-01", []],
  ["past its validity", answer, "2027-07-01", ["ended"]],
  ["both", { ...answer, receivedOn: day("2027-02-17") }, "2027-07-01", ["late", "ended"]],
  [
    "declined late, which has no validity",
    { ...answer, declined: true, receivedOn: day("2027-02-17") },
    "2027-07-01",
    ["late"],
  ],
  ["of no stated validity", { ...answer, validUntil: null }, "2030-01-01", []],
])("an answer %s is marked as such", (_what, days, today, kinds) => {
  expect(marksOf(days, day("2027-02-16"), day(today)).map(({ kind }) => kind)).toEqual(kinds);
});
