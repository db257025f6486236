/** What a certification body offers, as plain figures. A figure that is not stated is null, never 0. */

export const auditKeys = ["stage1", "stage2", "surveillance1", "surveillance2", "recertification"] as const;
/** The audits of one cycle, the next recertification included. */
export type AuditKey = (typeof auditKeys)[number];

export const auditKeyNames: Record<AuditKey, string> = {
  stage1: "Stage 1",
  stage2: "Stage 2",
  surveillance1: "Surveillance 1",
  surveillance2: "Surveillance 2",
  recertification: "Recertification",
};

/** The largest day rate and fee that an offer can state, in minor units: the sum of three years then stays an amount. */
export const MAX_DAY_RATE_MINOR = 100_000_000;
export const MAX_FEE_MINOR = 10_000_000_000;

/** Amounts are whole minor units of `currency`, days whole hundredths of an auditor day. */
export interface Offer {
  currency: string | null;
  days: Readonly<Record<AuditKey, number | null>>;
  dayRateMinor: number | null;
  applicationFeeMinor: number | null;
  certificateFeeMinor: number | null;
  yearlyFeeMinor: number | null;
  /** Estimate over the three years. */
  travelMinor: number | null;
}

/** Stage 1 and Stage 2 together; null when one of them is not stated. */
export function initialDays({ days }: Pick<Offer, "days">): number | null {
  return sumStated([days.stage1, days.stage2]);
}

/** The sum, or null when a part is not stated. */
export function sumStated(figures: readonly (number | null)[]): number | null {
  return figures.reduce((sum, figure) => (sum === null || figure === null ? null : sum + figure), 0);
}
