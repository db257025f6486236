import { auditDaysInWords } from "../audit-time/days";
import { formatMoney, multiplyByDays } from "../money";
import { type AuditKey, auditKeyNames, type Offer, sumStated } from "./offer";

/** The yearly fee is due in each year of the cycle. */
export const YEARS_OF_CYCLE = 3;

/** The audits whose days the three years pay for; recertification belongs to the next cycle. */
const cycleAudits: readonly AuditKey[] = ["stage1", "stage2", "surveillance1", "surveillance2"];

/** One part of the price: its amount in minor units, or null when the proposal does not state what it needs. */
export interface CostPart {
  key: string;
  label: string;
  minor: number | null;
  /** How the amount came about, for example "3.5 days at EUR 1,400.00"; empty for a plain fee. */
  how: string;
}

export interface ThreeYearCost {
  currency: string | null;
  parts: readonly CostPart[];
  /** Names of the parts that are not stated; the total is then "at least". */
  missing: readonly string[];
  /** Sum of the stated parts; null when no part is stated. */
  totalMinor: number | null;
  /** Auditor days of the two stages and the two surveillances; null when one is not stated. */
  auditCentidays: number | null;
  /** Total divided by the audit days, rounded half up; null without a total or without all days. */
  perDayMinor: number | null;
}

/**
 * What the first three years cost: application fee, Stage 1, Stage 2, surveillance 1 and 2 at the day rate, certificate
 * fee, three yearly fees and travel, without tax (domain.md 5.3). A part that is not stated is named, never taken as 0.
 */
export function threeYearCost(offer: Offer): ThreeYearCost {
  const parts: CostPart[] = [
    { key: "application", label: "Application fee", minor: offer.applicationFeeMinor, how: "" },
    ...cycleAudits.map((audit) => priceAudit(offer, audit)),
    { key: "certificate", label: "Certificate fee", minor: offer.certificateFeeMinor, how: "" },
    priceYears(offer),
    { key: "travel", label: "Travel", minor: offer.travelMinor, how: "" },
  ];
  const stated = parts.flatMap(({ minor }) => (minor === null ? [] : [minor]));
  const totalMinor = stated.length === 0 ? null : stated.reduce((sum, minor) => sum + minor, 0);
  const auditCentidays = sumStated(cycleAudits.map((audit) => offer.days[audit]));
  return {
    currency: offer.currency,
    parts,
    missing: parts.flatMap(({ minor, label }) => (minor === null ? [label] : [])),
    totalMinor,
    auditCentidays,
    perDayMinor: perDay(totalMinor, auditCentidays),
  };
}

/** The total divided by the audit days, rounded half up; null without a total or without all days. */
export function perDay(totalMinor: number | null, auditCentidays: number | null): number | null {
  return totalMinor !== null && auditCentidays ? divideByDays(totalMinor, auditCentidays) : null;
}

/** One audit at the day rate; its amount is null when days, rate or currency are not stated. */
export function priceAudit({ days, dayRateMinor, currency }: Offer, audit: AuditKey): CostPart {
  const centidays = days[audit];
  const part = { key: audit, label: auditKeyNames[audit] };
  if (centidays === null || dayRateMinor === null || currency === null)
    return { ...part, minor: null, how: "" };
  const how = `${auditDaysInWords(centidays)} at ${formatMoney({ minor: dayRateMinor, currency })}`;
  return { ...part, minor: multiplyByDays(dayRateMinor, centidays), how };
}

function priceYears({ yearlyFeeMinor, currency }: Offer): CostPart {
  const part = { key: "yearly", label: "Yearly fees" };
  if (yearlyFeeMinor === null || currency === null) return { ...part, minor: null, how: "" };
  const how = `${YEARS_OF_CYCLE} × ${formatMoney({ minor: yearlyFeeMinor, currency })}`;
  return { ...part, minor: YEARS_OF_CYCLE * yearlyFeeMinor, how };
}

/** Minor units for one day, rounded half up. */
function divideByDays(minor: number, centidays: number): number {
  return Number((BigInt(minor) * 200n + BigInt(centidays)) / (2n * BigInt(centidays)));
}
