import { z } from "zod";
import { parseAuditDays } from "@/lib/audit-time/days";
import { MAX_LINE, optionalDayField, optionalTextField } from "@/lib/form-fields";
import { formatMoney, isCurrency, parseMoney } from "@/lib/money";
import { auditKeyNames, auditKeys, MAX_DAY_RATE_MINOR, MAX_FEE_MINOR } from "@/lib/selection/offer";
import { MAX_GAP_WEEKS, type Particulars, particularKeys } from "@/lib/selection/particulars";
import type { OfferInput } from "@/lib/store/proposals";

const amounts = {
  dayRateMinor: "the day rate",
  applicationFeeMinor: "the application fee",
  certificateFeeMinor: "the certificate fee",
  yearlyFeeMinor: "the yearly fee",
  travelMinor: "the travel costs",
} as const;
type AmountKey = keyof typeof amounts;

const MAX_PARTICULAR = 2000;
const oneOf = optionalTextField(MAX_PARTICULAR);

const blankText = z.string().trim().max(MAX_LINE).optional().default("");

/** Days and amounts as typed; a blank is "not stated" and stays null, never 0. */
export const ProposalForm = z
  .object({
    days: z.object(
      Object.fromEntries(auditKeys.map((key) => [key, blankText])) as Record<
        (typeof auditKeys)[number],
        typeof blankText
      >,
    ),
    currency: blankText,
    amounts: z.object(
      Object.fromEntries(Object.keys(amounts).map((key) => [key, blankText])) as Record<
        AmountKey,
        typeof blankText
      >,
    ),
    validUntil: optionalDayField("Enter the last day of the offer as a date"),
    earliestOn: optionalDayField("Enter the earliest day of Stage 1 as a date"),
    stageGapWeeks: blankText,
    accreditation: optionalTextField(MAX_LINE),
    particulars: z
      .object(Object.fromEntries(particularKeys.map((key) => [key, oneOf])))
      .optional()
      .transform((told): Particulars => {
        const of = (key: keyof Particulars) => told?.[key] ?? null;
        return Object.fromEntries(particularKeys.map((key) => [key, of(key)])) as Particulars;
      }),
    notes: optionalTextField(),
  })
  .transform((typed, context): OfferInput => {
    const complain = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    const days = Object.fromEntries(
      auditKeys.map((key) => {
        const text = typed.days[key];
        const centidays = text === "" ? null : parseAuditDays(text);
        if (text !== "" && centidays === null)
          complain(["days", key], `Enter the days of ${auditKeyNames[key]} as a number, such as 2 or 2.5`);
        return [key, centidays];
      }),
    ) as OfferInput["days"];
    const { currency } = typed;
    if (currency !== "" && !isCurrency(currency)) complain(["currency"], "Choose the currency from the list");
    const stated = Object.values(typed.amounts).some((text) => text !== "");
    if (stated && currency === "") complain(["currency"], "Choose the currency of the amounts");
    const minor = (key: AmountKey): number | null => {
      const text = typed.amounts[key];
      if (text === "" || !isCurrency(currency)) return null;
      const parsed = parseMoney(text, currency);
      if (parsed === null)
        complain(["amounts", key], `Enter ${amounts[key]} as an amount, such as 1400 or 1,250.50`);
      const most = key === "dayRateMinor" ? MAX_DAY_RATE_MINOR : MAX_FEE_MINOR;
      if (parsed !== null && parsed > most) {
        const limit = formatMoney({ minor: most, currency });
        complain(["amounts", key], `Enter ${amounts[key]} of ${limit} at most`);
      }
      return parsed;
    };
    const weeks = /^\d{1,3}$/.test(typed.stageGapWeeks) ? Number(typed.stageGapWeeks) : null;
    if (typed.stageGapWeeks !== "" && (weeks === null || weeks > MAX_GAP_WEEKS))
      complain(["stageGapWeeks"], `Enter the weeks as a whole number up to ${MAX_GAP_WEEKS}, such as 6`);
    return {
      days,
      currency: currency === "" ? null : currency,
      dayRateMinor: minor("dayRateMinor"),
      applicationFeeMinor: minor("applicationFeeMinor"),
      certificateFeeMinor: minor("certificateFeeMinor"),
      yearlyFeeMinor: minor("yearlyFeeMinor"),
      travelMinor: minor("travelMinor"),
      validUntil: typed.validUntil,
      earliestOn: typed.earliestOn,
      stageGapWeeks: weeks,
      accreditation: typed.accreditation,
      particulars: typed.particulars,
      notes: typed.notes,
    };
  });
