import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { compareLetters } from "@/lib/selection/letter-differences";
import { draftLetterText } from "@/lib/selection/letter-draft";

const offer = {
  currency: "EUR",
  days: { stage1: 300, stage2: 800, surveillance1: 350, surveillance2: null, recertification: 100 },
  dayRateMinor: 140_000,
  applicationFeeMinor: null,
  certificateFeeMinor: 60_000,
  yearlyFeeMinor: 0,
  travelMinor: null,
  earliestOn: day("2027-03-01"),
  validUntil: null,
};
const draft = draftLetterText("ISO/IEC 27001:2022", offer, day("2027-09-30"));

test("the letter says what the offer says, and what the offer leaves open", () => {
  expect(draft.standardText).toContain("ISO/IEC 27001:2022");
  expect(draft.daysText.split("\n")).toEqual([
    "Stage 1: 3 days",
    "Stage 2: 8 days",
    "Surveillance 1: 3.5 days",
    "Surveillance 2: to be agreed",
    "Recertification: 1 day",
  ]);
  expect(draft.datesText.split("\n")).toEqual([
    "Stage 1: from 1 Mar 2027",
    "Certificate wanted by: 30 Sep 2027",
  ]);
  expect(draft.feesText.split("\n").slice(0, 5)).toEqual([
    "Day rate: EUR 1,400.00",
    "Application fee: to be agreed",
    "Certificate fee: EUR 600.00",
    "Yearly fee: EUR 0.00",
    "Travel over three years: to be agreed",
  ]);
});

const words = { ...draft, scope: "Platform", sites: ["Berlin", "Lyon"], duties: ["Give access"], file: null };

test("line ends and spaces are no difference, nor is what either leaves to its file", () => {
  const same = { ...words, feesText: words.feesText.replaceAll("\n", "\r\n  "), confidentiality: null };
  expect(compareLetters(words, same)).toEqual([]);
  expect(compareLetters({ daysText: words.daysText }, words)).toEqual([]);
});

test("a figure is held against a figure, with what it is more or less", () => {
  const changed = {
    ...words,
    daysText: words.daysText
      .replace("Stage 2: 8 days", "Stage 2: 6.5 days")
      .replace("Surveillance 1: 3.5 days", "Surveillance 1: 4.5 days"),
    feesText: words.feesText
      .replace("EUR 1,400.00", "EUR 2,650.50")
      .replace("Application fee: to be agreed", "Application fee: EUR 300.00")
      .replace("Certificate fee: EUR 600.00\n", ""),
  };
  expect(compareLetters(words, changed)).toEqual([
    { where: "Auditor days, Stage 2", before: "8 days", after: "6.5 days", change: "1.5 days less" },
    { where: "Auditor days, Surveillance 1", before: "3.5 days", after: "4.5 days", change: "1 day more" },
    { where: "Fees, Day rate", before: "EUR 1,400.00", after: "EUR 2,650.50", change: "EUR 1,250.50 more" },
    { where: "Fees, Application fee", before: "to be agreed", after: "EUR 300.00", change: null },
    { where: "Fees, Certificate fee", before: "EUR 600.00", after: null, change: null },
  ]);
});

test("other currencies are no figures of one kind", () => {
  const [difference] = compareLetters(
    { feesText: "Day rate: EUR 100.00" },
    { feesText: "Day rate: GBP 100.00" },
  );
  expect(difference).toMatchObject({ after: "GBP 100.00", change: null });
});

test("a section without labels differs as a whole, and so does one that names a thing twice", () => {
  const [whole, ...others] = compareLetters(words, { ...words, daysText: "Ten days in all" });
  expect(whole).toMatchObject({ where: "Auditor days", after: "Ten days in all" });
  expect(others).toEqual([]);
  const twice = "Stage 1: 3 days\nStage 1: 4 days";
  expect(compareLetters({ daysText: "Stage 1: 3 days" }, { daysText: twice })).toEqual([
    { where: "Auditor days", before: "Stage 1: 3 days", after: twice, change: null },
  ]);
});

test("sites and duties come and go by name", () => {
  const other = { ...words, sites: ["Berlin", "Porto"], duties: ["Give access", "Use marks as agreed"] };
  expect(compareLetters(words, other)).toEqual([
    { where: "Site", before: "Lyon", after: null, change: null },
    { where: "Site", before: null, after: "Porto", change: null },
    { where: "Duty of the client", before: null, after: "Use marks as agreed", change: null },
  ]);
});
