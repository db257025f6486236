import { describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import { findNextStep, listOwed, sortOwed } from "@/lib/lifecycle/owed";
import { isOverdue } from "@/lib/lifecycle/owed-item";
import { defaultPolicy } from "@/lib/lifecycle/policy";
import type { ProjectRecord } from "@/lib/lifecycle/record";
import { people, TODAY } from "@/tests/support/people";
import {
  aCase,
  aConcern,
  aFinding,
  aPlan,
  aProposal,
  aRecord,
  aSourcing,
  aStage1,
  aStage2,
} from "@/tests/support/record";

const at = (record: ProjectRecord, today = TODAY) => listOwed(record, today, defaultPolicy);
const whats = (record: ProjectRecord, today = TODAY) =>
  at(record, today).map(({ what, power }) => `${power}: ${what}`);

function inSourcing(over: Parameters<typeof aSourcing>[0]): ProjectRecord {
  return aRecord({ certificationCase: null, sourcing: aSourcing(over), audits: [], findings: [] });
}

function inCase(state: ReturnType<typeof aCase>["state"], over: Partial<ProjectRecord> = {}): ProjectRecord {
  return aRecord({ certificationCase: aCase({ state }), findings: [], ...over });
}

describe("Who owes what, until both sides have signed", () => {
  test.each([
    [{ state: "planning" }, ["client:manager: Issue the request for proposals"]],
    [
      { state: "evaluating", recommendedProposalId: null },
      ["client:manager: Recommend a certification body"],
    ],
    [{ state: "evaluating" }, ["client:executive: Confirm the recommended certification body"]],
    [{ state: "cb_selected", application: null }, ["client:manager: Send the application"]],
    [{ state: "cb_selected" }, ["body:planner: Accept or decline the application"]],
    [{ state: "contracted_pending", letter: null }, ["body:planner: Draft the engagement letter"]],
    [
      { state: "contracted_pending", letter: { siteIds: [], clientSignedOn: null, bodySignedOn: TODAY } },
      ["client:executive: Sign the engagement letter for the client"],
    ],
    [{ state: "closed" }, []],
  ] as [Parameters<typeof aSourcing>[0], string[]][])("%o", (over, expected) => {
    expect(whats(inSourcing(over))).toEqual(expected);
  });

  test("invited bodies owe an answer by the day asked for; after it the client compares", () => {
    const record = inSourcing({ state: "rfp_open", proposals: [aProposal()] });
    expect(whats(record)).toEqual([
      "body:planner: Answer the request: 2 bodies",
      "client:manager: Compare the proposals",
    ]);
    expect(at(record)[0]).toMatchObject({ dueOn: "2027-06-20", overdue: false, blocks: true });
    expect(whats(record, day("2027-06-21"))).toEqual(["client:manager: Compare the proposals"]);
  });
});

describe("Who owes what on the way to the decision", () => {
  test("a confirmed team waits for Stage 1 to be scheduled, and the pre-audit may be skipped", () => {
    const record = inCase("engaged", { audits: [aStage1({ state: "team_confirmed", startsOn: null })] });
    expect(whats(record)).toEqual([
      "body:planner: Schedule Stage 1",
      "client:manager: Start or skip the pre-audit",
      "body:planner: Set the dates of Stage 1",
    ]);
  });

  test("the client answers the team within the policy's days; then the body may confirm it", () => {
    const audits = [aStage1({ state: "team_proposed", teamProposedOn: day("2027-05-30") })];
    const record = inCase("preparing", { audits });
    expect(at(record)[0]).toMatchObject({ command: "audit.waiveObjection", dueOn: "2027-06-04" });
    expect(at(record, day("2027-06-05"))[0]).toMatchObject({ command: "audit.confirmTeam", dueOn: null });
    const objected = [
      { ...audits[0], objections: [{ id: "o", answered: false, upheld: false }] },
    ] as ProjectRecord["audits"];
    expect(at(inCase("preparing", { audits: objected }))[0]?.command).toBe("audit.answerObjection");
  });

  test("blocking concerns are owed first by the client, then by the audit team", () => {
    const concerns = [
      aConcern(),
      aConcern({ id: "c2", state: "answered" }),
      aConcern({ id: "c3", blocking: false }),
    ];
    const record = inCase("stage2_planned", {
      audits: [aStage1({ concerns }), aStage2({ state: "planned" })],
    });
    expect(whats(record)).toEqual([
      "client:manager: Answer 1 blocking area of concern",
      "body:auditor: Accept the answer to 1 blocking area of concern",
      "body:auditor: Start Stage 2",
    ]);
  });

  test.each([
    ["open", "client:manager: Submit the plan of NC-001", "2027-06-10"],
    ["response_submitted", "body:auditor: Accept or return the plan of NC-001", null],
    ["evidence_submitted", "body:auditor: Verify or return the evidence for NC-001", "2027-07-13"],
  ] as const)("a major that is %s", (state, what, dueOn) => {
    const record = inCase("findings_open", { findings: [aFinding({ state, verifiedOn: null })] });
    expect(whats(record)).toEqual([what]);
    expect(at(record)[0]?.dueOn).toBe(dueOn);
  });

  test("an open action is owed by its owner, by the earlier of its own day and the finding's", () => {
    const actions = [
      { id: "a1", ownerId: people.owner, dueOn: day("2027-06-30"), done: false },
      { id: "a2", ownerId: people.manager, dueOn: null, done: false },
      { id: "a3", ownerId: people.owner, dueOn: day("2027-05-01"), done: true },
    ];
    const finding = aFinding({ state: "plan_accepted", verifiedOn: null, plan: aPlan({ actions }) });
    const owed = at(inCase("findings_open", { findings: [finding] }), day("2027-07-01"));
    expect(owed.map(({ personId, dueOn, overdue }) => [personId, dueOn, overdue])).toEqual([
      [people.owner, "2027-06-30", true],
      [people.manager, "2027-07-13", false],
    ]);
  });

  test("a minor with an accepted plan does not stand in the way (DEC-4)", () => {
    const minor = aFinding({ grade: "minor", state: "plan_accepted", closureDueOn: null, verifiedOn: null });
    const [first, second] = at(inCase("findings_open", { findings: [minor] }));
    expect(first).toMatchObject({ command: "certification.completeFindings", blocks: true });
    expect(second).toMatchObject({ command: "nonconformity.submitEvidence", blocks: false });
  });

  test("a major past six months asks for another Stage 2 (DEC-6)", () => {
    const record = inCase("findings_open", { findings: [aFinding({ state: "open", verifiedOn: null })] });
    expect(findNextStep(record, day("2027-10-14"), defaultPolicy)?.command).toBe(
      "nonconformity.submitResponse",
    );
    expect(findNextStep(record, day("2027-10-15"), defaultPolicy)?.command).toBe(
      "certification.requireStage2Again",
    );
  });

  test("what IS-2 asks for is owed by the client, and blocks once the decision waits", () => {
    const bare = { internalAudits: [], managementReviews: [], soa: null };
    const early = aRecord({ certificationCase: aCase({ state: "stage2_planned", ...bare }), findings: [] });
    const late = aRecord({ certificationCase: aCase({ ...bare }), findings: [] });
    const reviews = (record: ProjectRecord) =>
      at(record).filter(({ command }) => command.startsWith("certification.record"));
    expect(reviews(early).map(({ blocks }) => blocks)).toEqual([false, false, false]);
    expect(reviews(late).map(({ blocks }) => blocks)).toEqual([true, true, true]);
  });

  test("nobody owes anything once the case is closed or the certificate issued", () => {
    expect(at(inCase("closed"))).toEqual([]);
    expect(whats(inCase("certified"))).toEqual(["body:planner: Issue the certificate"]);
    expect(whats(inCase("refused"))).toEqual([]);
  });
});

describe("Overdue", () => {
  test("what is done is never overdue, and what is due today is not overdue yet", () => {
    expect(isOverdue(TODAY, TODAY)).toBe(false);
    expect(isOverdue(day("2027-05-31"), TODAY)).toBe(true);
    expect(isOverdue(day("2027-05-31"), TODAY, true)).toBe(false);
    expect(isOverdue(null, TODAY)).toBe(false);
  });

  test("lists show the earliest due day first, and what has no day last, otherwise in the order of the journey", () => {
    const record = inCase("findings_open", {
      findings: [
        aFinding({ id: "f1", state: "response_submitted", verifiedOn: null }),
        aFinding({ id: "f2", state: "open", verifiedOn: null, planDueOn: day("2027-07-01") }),
        aFinding({ id: "f3", state: "open", verifiedOn: null, planDueOn: day("2027-05-01") }),
      ],
    });
    expect(sortOwed(at(record)).map(({ subject }) => subject.id)).toEqual(["f3", "f2", "f1"]);
  });
});
