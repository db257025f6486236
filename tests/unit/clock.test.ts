import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

/** The clock reads its setting when it is loaded, so each case loads it afresh. */
function loadClock(setting: string) {
  vi.resetModules();
  vi.stubEnv("CERTTRAIL_NOW", setting);
  return import("@/lib/clock");
}

test("without a setting the clock follows the wall clock", async () => {
  const { now, currentDay } = await loadClock("");
  vi.useFakeTimers({ now: new Date("2027-03-27T23:30:00Z") });
  expect(now()).toEqual(new Date("2027-03-27T23:30:00Z"));
  expect(currentDay("Europe/Berlin")).toBe("2027-03-28");
  vi.setSystemTime(new Date("2027-03-28T23:30:00Z"));
  expect(currentDay("UTC")).toBe("2027-03-28");
});

test("with CERTTRAIL_NOW the clock stands still, and nobody can move it by changing the answer", async () => {
  const { now, currentDay } = await loadClock("2027-03-27T09:00:00+01:00");
  now().setFullYear(1999);
  expect(now()).toEqual(new Date("2027-03-27T08:00:00Z"));
  expect(currentDay("America/Los_Angeles")).toBe("2027-03-27");
});

test.each(["yesterday", "2027-03-27", "2027-03-27T09:00:00", "2027-13-27T09:00:00Z"])(
  "CERTTRAIL_NOW=%s is refused with a sentence",
  async (setting) => {
    await expect(loadClock(setting)).rejects.toThrow(
      /Write an instant with its zone, such as 2027-03-27T09:00:00Z/,
    );
  },
);
