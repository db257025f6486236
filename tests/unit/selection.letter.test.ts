import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { draftLetterText, findDifferences } from "@/lib/selection/letter-draft";

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

test("a changed section is a difference; line ends and spaces are none", () => {
  const same = { ...draft, feesText: draft.feesText.replaceAll("\n", "\r\n  ") };
  expect(findDifferences(same, draft)).toEqual([]);
  const changed = {
    ...draft,
    daysText: draft.daysText.replace("8 days", "6 days"),
    confidentiality: "Other words",
  };
  expect(findDifferences(changed, draft)).toEqual(["daysText"]);
});
