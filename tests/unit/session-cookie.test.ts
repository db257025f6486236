import { beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", "postgres://localhost/none");
  vi.stubEnv("AUTH_SECRET", "a secret of tests that is long enough");
  vi.stubEnv("CERTTRAIL_DATA", "none");
});

test.each([
  ["https://certtrail.example.org", "__Host-next-auth.session-token", true],
  ["http://localhost:3000", "next-auth.session-token", false],
])("served at %s the session is in %s, and secure: %s", async (origin, name, secure) => {
  vi.stubEnv("CERTTRAIL_ORIGIN", origin);
  const { authOptions } = await import("@/lib/session/options");
  const cookie = authOptions().cookies?.sessionToken;
  // A browser takes a name with __Host- for the whole of one host alone: path "/", no domain, https.
  expect(cookie).toEqual({ name, options: { httpOnly: true, sameSite: "lax", path: "/", secure } });
});
