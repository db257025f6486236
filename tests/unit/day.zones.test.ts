import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** Asks every function of lib/day in a process of its own, because a zone is read when a process starts. */
const PROGRAM = `
import * as days from "./lib/day.ts";
const { day } = days;
const at = new Date("2026-03-29T01:30:00Z");
console.log(JSON.stringify({
  offset: new Date(2026, 0, 1).getTimezoneOffset(),
  parsed: days.parseDay("2026-03-29"),
  today: [days.today("Europe/Berlin", at), days.today("Pacific/Auckland", at), days.today("America/Los_Angeles", at)],
  added: [days.addDays(day("2026-03-07"), 1), days.addMonths(day("2025-10-31"), 6), days.addYears(day("2028-02-29"), 3)],
  early: [days.addDays(day("0050-12-31"), 1), days.addMonths(day("1986-01-01"), -1)],
  between: [days.daysBetween(day("2026-03-08"), day("2026-11-02")), days.weekday(day("2026-03-29"))],
  date: [days.dayToDate(day("2026-03-29")).toISOString(), days.dateToDay(new Date("2026-03-29T00:00:00Z"))],
  text: [days.formatDay(day("2026-03-29")), days.formatDayLong(day("2026-03-29")), days.formatInstant(at, "Europe/Berlin")],
}));`;

const EXPECTED = {
  parsed: "2026-03-29",
  today: ["2026-03-29", "2026-03-29", "2026-03-28"],
  added: ["2026-03-08", "2026-04-30", "2031-02-28"],
  early: ["0051-01-01", "1985-12-01"],
  between: [239, 7],
  date: ["2026-03-29T00:00:00.000Z", "2026-03-29"],
  text: ["29 Mar 2026", "Sunday 29 March 2026", "29 Mar 2026, 03:30 CEST"],
};

test.each([
  ["UTC", 0, "C"],
  ["Asia/Kathmandu", -345, "ne_NP.UTF-8"],
  ["America/Los_Angeles", 480, "de_DE.UTF-8"],
])("a server in %s gives the same days", (zone, offset, locale) => {
  const output = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", PROGRAM], {
    encoding: "utf8",
    env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale },
  });
  expect(JSON.parse(output)).toEqual({ offset, ...EXPECTED });
});
