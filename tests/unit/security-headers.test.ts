import { expect, test } from "vitest";
import { NOTHING_RUNS, policyOf, transportSecurity } from "@/lib/http/security-headers";

const NONCE = "bm9uY2U=";

test.each([
  "/",
  "/sign-in",
  "/northwind/projects/1/findings",
  "/northwind/verify",
  "/v/token/more",
  "/api-of-someone",
  "/icon.svg/more",
])("%s is a page: marked scripts run, and nothing else", (path) => {
  const policy = policyOf(path, NONCE)?.split("; ") ?? [];
  expect(policy).toContain(`script-src 'self' 'nonce-${NONCE}' 'strict-dynamic'`);
  for (const directive of [
    "default-src 'self'",
    "style-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ])
    expect(policy).toContain(directive);
  expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
});

test.each([
  "/_next/static/chunks/a.js",
  "/icon.svg",
  "/api/health",
  "/api/auth/csrf",
  "/api/northwind/projects/1/files",
  "/api/northwind/projects/1/files/2/3",
])("of what is at %s nothing runs", (path) => {
  expect(policyOf(path, NONCE)).toBe(NOTHING_RUNS);
});

test.each(["/v/token", "/verify", "/api/northwind/projects/1/files/2"])(
  "%s brings its own policy",
  (path) => {
    expect(policyOf(path, NONCE)).toBeNull();
  },
);

test("https is asked for where people reach CertTrail by https, and only there", () => {
  expect(transportSecurity("https://audit.example")).toMatch(/^max-age=\d{8}$/);
  expect(transportSecurity("http://localhost:3000")).toBeNull();
});
