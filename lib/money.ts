/**
 * Money: whole minor units (cents, pence, yen) and a currency in one value. All sums are done in integers; a
 * missing price is no Money at all, never 0.
 */

/** An amount in the smallest unit of an ISO 4217 currency: `{ minor: 125050, currency: "EUR" }` is EUR 1,250.50. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** The largest amount, either way: ten thousand million in a currency with two decimals. */
export const MAX_MINOR = 1_000_000_000_000;

/** The most hundredths of a day a day rate may be multiplied by: ten thousand days. */
export const MAX_RATE_CENTIDAYS = 1_000_000;

const PLAIN_AMOUNT = /^\d+(?:\.\d+)?$/;
const GROUPED_AMOUNT = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;

const knownCurrencies = new Set(Intl.supportedValuesOf("currency"));
const decimalsByCurrency = new Map<string, number>();

/** Whether `code` is an ISO 4217 code in capitals, such as "EUR". */
export function isCurrency(code: string): boolean {
  return knownCurrencies.has(code);
}

/** The sum. Throws a RangeError when the currencies differ or the sum is too large. */
export function addMoney(first: Money, ...others: Money[]): Money {
  return others.reduce((sum, next) => {
    if (next.currency !== sum.currency) {
      throw new RangeError(
        `${next.currency} cannot be added to ${sum.currency}: amounts of one currency only.`,
      );
    }
    return { minor: checkMinor(sum.minor + next.minor), currency: sum.currency };
  }, first);
}

/**
 * What `centidays` (hundredths of an auditor day) cost at a day rate in minor units, rounded half up to a whole
 * minor unit. Throws a RangeError for negative or fractional input, or when the result is too large.
 */
export function multiplyByDays(rateMinor: number, centidays: number): number {
  if (!Number.isInteger(centidays) || centidays < 0 || centidays > MAX_RATE_CENTIDAYS) {
    throw new RangeError(`${centidays} hundredths of a day is out of range: 0 to ${MAX_RATE_CENTIDAYS}.`);
  }
  if (rateMinor < 0) throw new RangeError("A day rate is not negative.");
  // The product may pass what a number holds exactly, so it is made as a bigint.
  return checkMinor(Number((BigInt(checkMinor(rateMinor)) * BigInt(centidays) + 50n) / 100n));
}

/** "EUR 1,250.50", with as many decimals as the currency has: "JPY 1,251". */
export function formatMoney({ minor, currency }: Money): string {
  const decimals = countDecimals(currency);
  const digits = String(Math.abs(checkMinor(minor))).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(?:\d{3})+$)/g, ",");
  const fraction = decimals === 0 ? "" : `.${digits.slice(-decimals)}`;
  return `${currency} ${minor < 0 ? "-" : ""}${whole}${fraction}`;
}

/**
 * Minor units of an amount typed as "1250.5", "1,250.50" or "1250", or null when it is no such amount: a comma only
 * groups thousands, and more decimals than the currency has are refused, so that "1,25" is never read as 125.
 */
export function parseMoney(text: string, currency: string): number | null {
  const typed = text.trim();
  if (!isCurrency(currency) || !(PLAIN_AMOUNT.test(typed) || GROUPED_AMOUNT.test(typed))) return null;
  const [whole = "", fraction = ""] = typed.replaceAll(",", "").split(".");
  const decimals = countDecimals(currency);
  if (fraction.length > decimals) return null;
  const minor = Number(whole + fraction.padEnd(decimals, "0"));
  return minor <= MAX_MINOR ? minor : null;
}

/** How many smallest units make one unit of the currency: 100 for EUR, 1 for JPY. */
export function minorUnitsOf(currency: string): number {
  return 10 ** countDecimals(currency);
}

/** How many decimals the currency has: 2 for EUR, 0 for JPY, 3 for KWD. Kept, because asking is slow. */
function countDecimals(currency: string): number {
  const known = decimalsByCurrency.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  decimalsByCurrency.set(currency, decimals);
  return decimals;
}

function checkMinor(minor: number): number {
  if (Number.isInteger(minor) && Math.abs(minor) <= MAX_MINOR) return minor;
  throw new RangeError(`${minor} is not a whole number of minor units up to ${MAX_MINOR}.`);
}
