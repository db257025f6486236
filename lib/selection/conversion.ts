import { type Day, formatDay } from "../day";
import { formatMoney, MAX_MINOR, type Money, minorUnitsOf } from "../money";
import { type CostPart, perDay, type ThreeYearCost } from "./three-year-cost";

/** A rate has so many decimals at most; it is kept as a whole number of millionths, so that no sum is ever rounded twice. */
export const RATE_DECIMALS = 6;
const ONE = 10 ** RATE_DECIMALS;
/** The largest rate: a million, more than any two currencies need. */
export const MAX_RATE_MILLIONTHS = 1_000_000 * ONE;
/** A rate of an earlier week is said to be old. */
export const RATE_IS_OLD_AFTER_DAYS = 7;

/** What one unit of `from` is worth in `to`, as somebody entered it for a day. */
export interface ExchangeRate {
  from: string;
  to: string;
  /** Millionths of a unit of `to`: 1.17 is 1,170,000. */
  millionths: number;
  on: Day;
}

const RATE = /^(\d{1,7})(?:\.(\d{1,6}))?$/;

/** Millionths of a rate typed as "1.17"; null for what is no rate above zero with at most six decimals. */
export function parseRate(text: string): number | null {
  const [, whole, fraction = ""] = RATE.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const millionths = Number(whole) * ONE + Number(fraction.padEnd(RATE_DECIMALS, "0"));
  return millionths > 0 && millionths <= MAX_RATE_MILLIONTHS ? millionths : null;
}

/** "1.17", without zeros that say nothing. */
export function formatRate(millionths: number): string {
  const digits = String(millionths).padStart(RATE_DECIMALS + 1, "0");
  const fraction = digits.slice(-RATE_DECIMALS).replace(/0+$/, "");
  return `${digits.slice(0, -RATE_DECIMALS)}${fraction && `.${fraction}`}`;
}

/**
 * An amount in the rate's other currency, rounded half up to its smallest unit; null when it becomes too large. Throws a
 * RangeError for another currency than the rate's.
 */
export function convert({ minor, currency }: Money, { from, to, millionths }: ExchangeRate): Money | null {
  if (currency !== from) throw new RangeError(`A rate of ${from} does not convert ${currency}.`);
  const divisor = BigInt(ONE) * BigInt(minorUnitsOf(from));
  const product = BigInt(minor) * BigInt(millionths) * BigInt(minorUnitsOf(to));
  const converted = Number((2n * product + divisor) / (2n * divisor));
  return converted > MAX_MINOR ? null : { minor: converted, currency: to };
}

/**
 * The three-year cost in the rate's other currency: each stated part converted by itself, so that the parts add up to the total.
 * A cost that becomes too large stays in its own currency.
 */
export function convertCost(cost: ThreeYearCost, rate: ExchangeRate): ThreeYearCost {
  const currency = cost.currency;
  if (currency === null || currency === rate.to) return cost;
  const parts: CostPart[] = [];
  let total = 0;
  for (const part of cost.parts) {
    if (part.minor === null) {
      parts.push(part);
      continue;
    }
    const stated = { minor: part.minor, currency };
    const converted = convert(stated, rate);
    total += converted?.minor ?? MAX_MINOR;
    if (converted === null || total > MAX_MINOR) return cost;
    const how = part.how ? `${formatMoney(stated)}: ${part.how}` : formatMoney(stated);
    parts.push({ ...part, minor: converted.minor, how });
  }
  const totalMinor = cost.totalMinor === null ? null : total;
  return {
    ...cost,
    currency: rate.to,
    parts,
    totalMinor,
    perDayMinor: perDay(totalMinor, cost.auditCentidays),
  };
}

/** "GBP 1 = EUR 1.17, rate of 4 Jan 2027" */
export function sayRate({ from, to, millionths, on }: ExchangeRate): string {
  return `${from} 1 = ${to} ${formatRate(millionths)}, rate of ${formatDay(on)}`;
}
