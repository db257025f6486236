import { describe, expect, test } from "vitest";
import { wordsForDates } from "@/components/audit/date-words";
import { groupOfAudit } from "@/components/audit/group-audits";
import { clockIn, listOverlaps, stateOfSession } from "@/components/audit/session-states";
import { day } from "@/lib/day";
import { titleOfAudit } from "@/lib/lifecycle/naming";
import type { AuditRecord } from "@/lib/lifecycle/record";
import type { SessionView } from "@/lib/store/audit-view";

const TODAY = day("2027-03-09");

function audit(state: AuditRecord["state"], startsOn: string | null, endsOn = startsOn) {
  const days = { startsOn: startsOn && day(startsOn), endsOn: endsOn && day(endsOn) };
  return { audit: { state, ...days } as AuditRecord };
}

function session(id: string, startsAt: string, endsAt: string, more: Partial<SessionView> = {}): SessionView {
  const who = { auditorId: "paul", auditor: "Paul Adler", siteId: null, site: null, interviewee: null };
  return { id, on: TODAY, startsAt, endsAt, topic: id, ...who, ...more };
}

describe("the worklist puts an audit", () => {
  test.each([
    ["that runs, under today", audit("running", "2027-03-08", "2027-03-10"), "today"],
    ["that should start today, under today", audit("planned", "2027-03-09"), "today"],
    ["that should have started, under today", audit("planned", "2027-03-01"), "today"],
    ["that is over without a report, under reports", audit("running", "2027-03-01", "2027-03-08"), "report"],
    ["of a later day, under upcoming", audit("planned", "2027-03-10"), "upcoming"],
    ["without an agreed plan, under planning", audit("team_confirmed", "2027-03-09"), "planning"],
    ["without dates, under planning", audit("draft", null), "planning"],
    ["that is reported, last", audit("reported", "2027-03-01"), "after"],
  ])("%s", (_, open, group) => {
    expect(groupOfAudit(open, TODAY)).toBe(group);
  });
});

describe("sessions of one auditor", () => {
  test("that meet do not overlap, and those that cross do", () => {
    const met = [session("a", "09:00", "10:00"), session("b", "10:00", "11:00")];
    expect(listOverlaps(met)).toEqual([]);
    expect(listOverlaps([...met, session("c", "10:30", "12:00")])).toEqual([
      { auditor: "Paul Adler", on: TODAY, topics: ["b", "c"] },
    ]);
  });

  test("at the same time are no conflict for two auditors, on two days, or without an auditor", () => {
    const one = session("a", "09:00", "10:00");
    expect(listOverlaps([one, session("b", "09:00", "10:00", { auditorId: "rosa" })])).toEqual([]);
    expect(listOverlaps([one, session("b", "09:00", "10:00", { on: day("2027-03-10") })])).toEqual([]);
    const nobody = { auditorId: null, auditor: null };
    expect(
      listOverlaps([session("a", "09:00", "10:00", nobody), session("b", "09:00", "10:00", nobody)]),
    ).toEqual([]);
  });
});

test("a session is planned, now or done by day and clock time of the project's zone", () => {
  const morning = session("a", "09:00", "10:00");
  expect(["08:59", "09:00", "09:59", "10:00"].map((clock) => stateOfSession(morning, TODAY, clock))).toEqual([
    "planned",
    "now",
    "now",
    "done",
  ]);
  expect(stateOfSession(morning, day("2027-03-10"), "00:00")).toBe("done");
  expect(stateOfSession(morning, day("2027-03-08"), "23:59")).toBe("planned");
  expect(clockIn("Asia/Kathmandu", new Date("2027-03-09T03:20:00Z"))).toBe("09:05");
});

test("a repeated audit says which one it is", () => {
  expect([titleOfAudit("stage1", 1), titleOfAudit("stage2", 2), titleOfAudit("follow_up", 7)]).toEqual([
    "Stage 1",
    "Stage 2, second",
    "Follow-up audit, number 7",
  ]);
});

test("dates of one month say the month once", () => {
  expect([
    wordsForDates(day("2027-03-09"), day("2027-03-11")),
    wordsForDates(day("2027-03-30"), day("2027-04-02")),
    wordsForDates(day("2027-03-09"), day("2027-03-09")),
    wordsForDates(null, null),
  ]).toEqual(["9 to 11 Mar 2027", "30 Mar 2027 to 2 Apr 2027", "9 Mar 2027", "Dates not set"]);
});
