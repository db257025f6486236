import { auditDaysInWords } from "../audit-time/days";
import { type Day, formatDay } from "../day";
import { formatMoney } from "../money";
import { auditKeyNames, auditKeys, type Offer } from "./offer";

/** The sections of a letter that follow from the chosen offer. */
export interface LetterDraft {
  standardText: string;
  daysText: string;
  datesText: string;
  feesText: string;
  confidentiality: string;
  /** Nothing follows from the offer here; duties of the client are named one by one. */
  terms: string;
}

export type LetterSection = keyof LetterDraft;

export const letterSectionNames: Record<LetterSection, string> = {
  standardText: "Standard and programme",
  daysText: "Auditor days",
  datesText: "Dates",
  feesText: "Fees",
  confidentiality: "Confidentiality",
  terms: "Further terms",
};

const stillOpen = "to be agreed";

/** A first text of the letter, from the chosen offer; what the offer does not state reads "to be agreed" (domain.md 5.3). */
export function draftLetterText(
  standardName: string,
  offer: Offer & { earliestOn: Day | null; validUntil: Day | null },
  targetOn: Day | null,
): LetterDraft {
  const { currency } = offer;
  const money = (minor: number | null) =>
    minor === null || currency === null ? stillOpen : formatMoney({ minor, currency });
  return {
    standardText: `Initial certification to ${standardName}: Stage 1 and Stage 2, surveillance in the first and second year after the decision, recertification before the third year ends.`,
    daysText: auditKeys
      .map((key) => {
        const days = offer.days[key];
        return `${auditKeyNames[key]}: ${days === null ? stillOpen : auditDaysInWords(days)}`;
      })
      .join("\n"),
    datesText: [
      `Stage 1: ${offer.earliestOn ? `from ${formatDay(offer.earliestOn)}` : stillOpen}`,
      `Certificate wanted by: ${targetOn ? formatDay(targetOn) : stillOpen}`,
    ].join("\n"),
    feesText: [
      `Day rate: ${money(offer.dayRateMinor)}`,
      `Application fee: ${money(offer.applicationFeeMinor)}`,
      `Certificate fee: ${money(offer.certificateFeeMinor)}`,
      `Yearly fee: ${money(offer.yearlyFeeMinor)}`,
      `Travel over three years: ${money(offer.travelMinor)}`,
      "All amounts without tax.",
    ].join("\n"),
    confidentiality:
      "The certification body keeps everything it learns about the client confidential, except what it must make public about the certificate and what the law obliges it to tell. It tells the client before it passes anything on.",
    terms: "",
  };
}
