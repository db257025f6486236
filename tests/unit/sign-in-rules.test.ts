import { describe, expect, test } from "vitest";
import type { Side } from "@/lib/lifecycle/who";
import { endOfSession, isIdle, nameBrowser } from "@/lib/sign-in-rules";

const seen = new Date("2027-03-01T09:00:00Z");
const minutesOn = (minutes: number) => new Date(seen.getTime() + minutes * 60_000);

describe("How long a session lasts", () => {
  test.each<[string, Side[], number, boolean]>([
    ["a body's person, half an hour", ["body"], 30, false],
    ["a body's person, a minute more", ["body"], 31, true],
    ["a client's person, after 31 minutes", ["client"], 31, false],
    ["a client's person, eight hours", ["client"], 480, false],
    ["a client's person, a minute more", ["client"], 481, true],
    ["who acts for a client and a body, half an hour", ["client", "body"], 30, false],
    ["who acts for a client and a body, a minute more", ["client", "body"], 31, true],
    ["who is a member of nothing, eight hours", [], 480, false],
    ["who is a member of nothing, a minute more", [], 481, true],
  ])("%s", (_, sides, minutes, expected) => {
    expect(isIdle(seen, sides, minutesOn(minutes))).toBe(expected);
  });

  test("twelve hours at the most", () => {
    expect(endOfSession(seen)).toEqual(minutesOn(12 * 60));
  });
});

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
    "Edge on Windows",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0", "Firefox on Linux"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1",
    "Safari on an iPhone",
  ],
  ["curl/8.5.0", "Unknown browser"],
  [null, "Unknown browser"],
])("a browser says who it is: %s", (userAgent, expected) => {
  expect(nameBrowser(userAgent)).toBe(expected);
});
