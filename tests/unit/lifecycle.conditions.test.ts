import { describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import { findNextGate, listConditions } from "@/lib/lifecycle/conditions";
import { findBar, listDossier } from "@/lib/lifecycle/dossier";
import { listJourney } from "@/lib/lifecycle/journey";
import { defaultPolicy } from "@/lib/lifecycle/policy";
import type { ProjectRecord } from "@/lib/lifecycle/record";
import { sentenceOf } from "@/lib/lifecycle/refusal";
import { people, TODAY } from "@/tests/support/people";
import { aCase, aCertificate, aDecision, aFinding, aRecord, aTie } from "@/tests/support/record";

const open = { state: "open", verifiedOn: null } as const;

describe("Conditions and dossier", () => {
  const conditions = (record: ProjectRecord, gate?: "stage1" | "stage2" | "decision" | "certificate") =>
    listConditions(record, TODAY, defaultPolicy, gate);

  test("a ready file meets every condition of the decision, each with its proof", () => {
    const lines = listDossier(aRecord(), TODAY, defaultPolicy);
    expect(lines.filter(({ met }) => !met)).toEqual([]);
    const proofs = lines.map(({ proof }) => proof);
    expect(proofs).toContain("NC-001 (verified 20 May 2027).");
    expect(proofs).toContain("Version 2.0, approved on 15 Jan 2027.");
    expect(proofs.filter((proof) => !/^[A-Z].*\.$/.test(proof))).toEqual([]);
  });

  test("what is missing says so, with its due day and who owes it", () => {
    const record = aRecord({ findings: [aFinding(open)], certificationCase: aCase({ soa: null }) });
    const missing = conditions(record).filter(({ met }) => !met);
    expect(missing).toMatchObject([
      { code: "major-not-verified", rule: "DEC-4", dueOn: "2027-07-13", owedBy: "body:auditor" },
      { code: "soa-not-approved", rule: "INV-17", dueOn: null, owedBy: "client:manager" },
    ]);
    expect(listDossier(record, TODAY, defaultPolicy).filter(({ met }) => !met)[0]?.proof).toContain(
      "Not verified yet: NC-001.",
    );
  });

  test("before anything is planned nothing counts as met by accident", () => {
    const record = aRecord({ audits: [], findings: [], certificationCase: aCase({ state: "preparing" }) });
    expect(findNextGate(record)).toBe("stage1");
    expect(
      conditions(record, "stage2")
        .filter(({ met }) => met)
        .map(({ code }) => code),
    ).toEqual(["letter-not-signed", "concern-blocks"]);
  });

  test("a gate that was passed stays met", () => {
    expect(conditions(aRecord(), "stage1").every(({ met }) => met)).toBe(true);
    expect(conditions(aRecord(), "stage2").every(({ met }) => met)).toBe(true);
  });

  test.each([
    [
      people.lead,
      "Who is on an audit team of this case cannot decide it. Somebody who did not audit must decide.",
    ],
    [people.executive, "Only a decider of the certification body can do this. Ask that person."],
    [
      people.quality,
      "This person worked for the client within the last two years and can take no part. Choose somebody else.",
    ],
    [people.decider, null],
  ])("%s is barred from deciding: %s", (personId, sentence) => {
    const bar = findBar(aRecord({ ties: [aTie(people.quality)] }), personId, TODAY, defaultPolicy);
    expect(bar && sentenceOf(bar)).toBe(sentence);
  });
});

describe("The strip", () => {
  const strip = (record: ProjectRecord, today = TODAY) =>
    Object.fromEntries(
      listJourney(record, today, defaultPolicy).map(({ id, word, on }) => [id, `${word} ${on ?? "-"}`]),
    );

  test("a project that waits for its decision", () => {
    expect(strip(aRecord())).toEqual({
      prepare: "Completed -",
      choose_body: "Completed 2026-12-01",
      pre_audit: "Skipped -",
      stage1: "Completed 2027-03-03",
      stage2: "Completed 2027-04-14",
      corrective_action: "Completed -",
      decision: "Waiting for the decider -",
      certificate: "Expected 2027-06-22",
      surveillance1: "Not started -",
      surveillance2: "Not started -",
      recertification: "Not started -",
    });
  });

  test("a certificate brings the days of its cycle; a suspension does not stop the clock (SUS-3)", () => {
    const certificates = [aCertificate({ state: "suspended" })];
    const record = aRecord({
      certificationCase: aCase({ state: "certified" }),
      decisions: [aDecision()],
      certificates,
    });
    expect(strip(record, day("2028-05-26"))).toMatchObject({
      decision: "Granted 2027-05-25",
      certificate: "Suspended 2027-05-25",
      surveillance1: "Overdue 2028-05-25",
      surveillance2: "Due 2029-12-31",
      recertification: "Due 2030-02-24",
    });
  });

  test("corrective action shows the earliest limit, and overdue the day after it", () => {
    const record = aRecord({
      certificationCase: aCase({ state: "findings_open" }),
      findings: [aFinding(open)],
    });
    expect(strip(record, day("2027-07-13")).corrective_action).toBe("In progress 2027-07-13");
    expect(strip(record, day("2027-07-14")).corrective_action).toBe("Overdue 2027-07-13");
  });
});
