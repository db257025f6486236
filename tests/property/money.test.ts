import fc from "fast-check";
import { expect, test } from "vitest";
import { formatAuditDays, MAX_CENTIDAYS, parseAuditDays } from "@/lib/audit-time/days";
import { addMoney, formatMoney, MAX_MINOR, multiplyByDays, parseMoney } from "@/lib/money";

const currencies = fc.constantFrom("EUR", "GBP", "USD", "CHF", "JPY", "KWD");

test("an amount written out and read back is the same amount", () => {
  fc.assert(
    fc.property(fc.nat(MAX_MINOR), currencies, (minor, currency) => {
      expect(parseMoney(formatMoney({ minor, currency }).slice(4), currency)).toBe(minor);
    }),
  );
});

test("auditor days written out and read back are the same days", () => {
  fc.assert(
    fc.property(fc.nat(MAX_CENTIDAYS), (centidays) => {
      expect(parseAuditDays(formatAuditDays(centidays))).toBe(centidays);
    }),
  );
});

test("days priced apart differ from days priced together by no more than a minor unit", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(10_000), fc.nat(10_000), (rate, first, second) => {
      const price = (centidays: number) => ({ minor: multiplyByDays(rate, centidays), currency: "EUR" });
      const apart = addMoney(price(first), price(second)).minor;
      expect(Math.abs(apart - price(first + second).minor)).toBeLessThanOrEqual(1);
    }),
  );
});
