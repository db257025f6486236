import { beforeAll, expect, test } from "vitest";
import { codeAddress, makeCodeSecret, stepOfCode } from "@/lib/session/one-time-code";
import { seal, unseal } from "@/lib/session/seal";

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgres://localhost/none",
    AUTH_SECRET: "a secret of tests that is long enough",
    CERTTRAIL_ORIGIN: "http://localhost:3000",
    CERTTRAIL_DATA: "none",
  });
});

test("a sealed text opens for its purpose and owner alone", () => {
  const sealed = seal("JBSWY3DPEHPK3PXP", "second factor", "ana");
  expect(sealed).not.toContain("JBSWY3DPEHPK3PXP");
  expect(seal("JBSWY3DPEHPK3PXP", "second factor", "ana")).not.toBe(sealed);
  expect(unseal(sealed, "second factor", "ana")).toBe("JBSWY3DPEHPK3PXP");
  expect(unseal(sealed, "second factor", "ben")).toBeNull();
  expect(unseal(sealed, "another purpose", "ana")).toBeNull();
  expect(unseal("", "second factor", "ana")).toBeNull();
  const changed = Buffer.from(sealed, "base64url");
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(unseal(changed.toString("base64url"), "second factor", "ana")).toBeNull();
});

// RFC 6238, appendix B: the last six of eight digits, SHA-1, secret "12345678901234567890".
const RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
test.each([
  [59, "287082", 1],
  [1111111109, "081804", 37037036],
  [2000000000, "279037", 66666666],
])("the codes are those of RFC 6238 at %s", async (seconds, code, step) => {
  const at = (offset: number) => new Date((seconds + offset) * 1000);
  expect(await stepOfCode(RFC_SECRET, code, at(0), null)).toBe(step);
  expect(await stepOfCode(RFC_SECRET, code, at(0), step - 1)).toBe(step);
  expect(await stepOfCode(RFC_SECRET, code, at(0), step)).toBeNull();
  expect(await stepOfCode(RFC_SECRET, code, at(90), null)).toBeNull();
  expect(await stepOfCode(RFC_SECRET, "12345", at(0), null)).toBeNull();
});

test("an app is told whose account it opens", () => {
  expect(codeAddress(RFC_SECRET, "ana@northwind.example")).toMatch(
    /^otpauth:\/\/totp\/CertTrail:ana(@|%40)northwind\.example\?.*secret=GEZDGNBV/,
  );
  expect(makeCodeSecret()).toMatch(/^[A-Z2-7]{32}$/);
});
