import { describe, expect, test } from "vitest";
import { addDays, day } from "@/lib/day";
import { defaultPolicy } from "@/lib/lifecycle/policy";
import type { ProjectRecord } from "@/lib/lifecycle/record";
import { countStanding, findVerdict, forecastCertificate, isCertifiedOn } from "@/lib/lifecycle/standing";
import { TODAY } from "@/tests/support/people";
import {
  aCase,
  aCertificate,
  aConcern,
  aDecision,
  aFinding,
  aRecord,
  aSourcing,
  aStage1,
  aStage2,
} from "@/tests/support/record";

const verdict = (record: ProjectRecord, today = TODAY) => findVerdict(record, today, defaultPolicy);
const open = { state: "open", verifiedOn: null } as const;

describe("The verdict: one tone, one sentence, its cause", () => {
  test("nothing asked yet", () => {
    const record = aRecord({
      certificationCase: null,
      sourcing: aSourcing({ state: "planning" }),
      audits: [],
      findings: [],
    });
    expect(verdict(record)).toMatchObject({
      tone: "not_started",
      because: "The request for proposals is not issued.",
    });
  });

  test("on track: the forecast lies well before the target", () => {
    expect(verdict(aRecord())).toEqual({
      tone: "on_track",
      sentence: "On track: the certificate is expected on 22 Jun 2027.",
      expectedOn: "2027-06-22",
      because: "The target is 31 Aug 2027.",
    });
  });

  test("at risk: something is overdue, and it is named", () => {
    const record = aRecord({
      certificationCase: aCase({ state: "findings_open" }),
      findings: [aFinding(open)],
    });
    expect(verdict(record, day("2027-06-11"))).toMatchObject({
      tone: "at_risk",
      because: "Overdue since 10 Jun 2027: submit the plan of NC-001.",
    });
  });

  test("at risk: fewer than 14 days between forecast and target", () => {
    expect(verdict(aRecord({ targetOn: day("2027-07-05") })).tone).toBe("at_risk");
    expect(verdict(aRecord({ targetOn: day("2027-07-06") })).tone).toBe("on_track");
  });

  test("late: the forecast lies after the target, by so many days", () => {
    expect(verdict(aRecord({ targetOn: day("2027-06-21") }))).toMatchObject({
      tone: "late",
      sentence: "The certificate is expected 1 day after the target.",
    });
  });

  test("certified, suspended and refused are said as they are", () => {
    const certified = { certificationCase: aCase({ state: "certified" }), decisions: [aDecision()] };
    const suspended = aCertificate({ state: "suspended", suspendedUntil: day("2027-12-01") });
    expect(verdict(aRecord({ ...certified, certificates: [aCertificate()] }))).toMatchObject({
      tone: "certified",
      sentence: "Certified until 24 May 2030.",
    });
    expect(verdict(aRecord({ ...certified, certificates: [suspended] }))).toMatchObject({
      tone: "at_risk",
      sentence: "The certificate is suspended until 1 Dec 2027.",
    });
    expect(verdict(aRecord({ certificationCase: aCase({ state: "refused" }) })).tone).toBe("refused");
  });
});

describe("The forecast", () => {
  test("majors to close decide, then decision and certificate", () => {
    const record = aRecord({
      certificationCase: aCase({ state: "findings_open" }),
      findings: [aFinding(open)],
    });
    expect(forecastCertificate(record, TODAY, defaultPolicy)).toBe(addDays(day("2027-07-13"), 21));
  });

  test("a planned Stage 2 counts with its own last day and the days for the plan", () => {
    const audits = [
      aStage1(),
      aStage2({ state: "planned", startsOn: day("2027-07-12"), endsOn: day("2027-07-14") }),
    ];
    const record = aRecord({ certificationCase: aCase({ state: "stage2_planned" }), audits, findings: [] });
    expect(forecastCertificate(record, TODAY, defaultPolicy)).toBe(addDays(day("2027-07-14"), 30 + 21));
  });

  test("it never lies in the past, and each earlier step adds its usual days", () => {
    const states = ["planning", "evaluating", "cb_selected", "contracted_pending"] as const;
    const days = states.map((state) =>
      forecastCertificate(
        aRecord({ certificationCase: null, sourcing: aSourcing({ state }), audits: [], findings: [] }),
        TODAY,
        defaultPolicy,
      ),
    );
    expect(days).toEqual([...days].sort().reverse());
    expect(days.every((on) => on !== null && on > TODAY)).toBe(true);
  });

  test("no certificate is on its way after a refusal, the end of the engagement or its issue", () => {
    const none = [
      aRecord({ certificationCase: aCase({ state: "refused" }) }),
      aRecord({ sourcing: aSourcing({ state: "closed" }) }),
      aRecord({ certificationCase: aCase({ state: "certified" }), certificates: [aCertificate()] }),
    ];
    expect(none.map((record) => forecastCertificate(record, TODAY, defaultPolicy))).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("Counts and the outside", () => {
  test("drafts, withdrawn and replaced findings count nowhere; verified ones are no longer open", () => {
    const findings = [
      aFinding({ id: "1", ...open }),
      aFinding({ id: "2" }),
      aFinding({ id: "3", ...open, grade: "minor" }),
      aFinding({ id: "4", state: "draft" }),
      aFinding({ id: "5", state: "void" }),
      aFinding({ id: "6", state: "recorded", grade: "opportunity" }),
    ];
    const audits = [aStage1({ concerns: [aConcern()] }), aStage2()];
    const record = aRecord({ certificationCase: aCase({ state: "findings_open" }), audits, findings });
    expect(countStanding(record, day("2027-06-11"), defaultPolicy)).toEqual({
      openMajors: 1,
      openMinors: 1,
      verified: 1,
      blockingConcerns: 1,
      overdueClient: 2,
      overdueBody: 0,
      waitingDecisions: 0,
    });
  });

  test.each([
    ["active", "2027-05-24", false],
    ["active", "2027-05-25", true],
    ["active", "2030-05-24", true],
    ["active", "2030-05-25", false],
    ["suspended", "2028-01-01", false],
  ] as const)("a certificate that is %s counts on %s: %s (INV-24)", (state, on, expected) => {
    expect(isCertifiedOn(aCertificate({ state }), day(on))).toBe(expected);
  });
});
