import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { checkReadiness, type ReadinessFacts, tellReadiness } from "@/lib/preparation/readiness";
import { aCase, aRecord } from "../support/record";

const documents = { approved: 18, draft: 0, missing: 0, all: 18 };
const soa = { version: "1.0", approvedOn: day("2027-01-10") };
const step = (key: "training" | "evidence" | "internal-audit", doneOn: string | null) => ({
  ...{ key, dueOn: day("2027-03-01"), doneOn: doneOn ? day(doneOn) : null, owner: "Sam Okafor" },
});
const held = { on: day("2027-01-20"), coversScope: true };
const ready = aRecord({
  certificationCase: aCase({ internalAudits: [held], managementReviews: [held] }),
});

const facts = (more: Partial<ReadinessFacts> = {}): ReadinessFacts => ({
  proven: { all: 40, proven: 40 },
  awareness: { trained: 85, persons: 85 },
  treatment: { all: 12, owned: 12, accepted: 12, overdue: 0 },
  ...{ record: ready, documents, overdueReviews: 0, soa },
  plan: [step("training", "2027-02-01"), step("evidence", "2027-02-26")],
  ...more,
});
const open = (more: Partial<ReadinessFacts>) =>
  checkReadiness(facts(more))
    .filter(({ met }) => !met)
    .map(({ key }) => key);

test("a record in which all is there meets every line, each with how it was counted", () => {
  const lines = checkReadiness(facts());
  expect(tellReadiness(lines)).toBe("11 of 11 conditions for Stage 1 are met.");
  expect(lines.map(({ key, formula }) => `${key}: ${formula}`)).toEqual([
    "documents: 18 of 18: documents approved or held by the record ÷ documents the standard asks for, with those whose control is applicable.",
    "reviews: 0 overdue. Counted: documents whose review day has passed.",
    "soa: Version 1.0, approved on 10 Jan 2027.",
    "control-evidence: 40 of 40: controls with evidence ÷ controls that are applicable and implemented.",
    "treatment: 12 of 12: risks with an owner ÷ risks. 0 overdue: planned or in progress after their day.",
    "residual-risk: 12 of 12: risks whose residual risk somebody accepted ÷ risks.",
    "training: Marked as done on 1 Feb 2027. Counted: the milestone of the plan.",
    "awareness: 85 of 85: different names with a training ÷ persons under control of the newest scope profile.",
    "internal-audit: Held on 20 Jan 2027. Counted: one that covers the whole scope.",
    "management-review: Held on 20 Jan 2027. Counted: one that covers the whole scope.",
    "evidence: Marked as done on 26 Feb 2027. Counted: the milestone of the plan.",
  ]);
});

test("each line is open for its own reason alone", () => {
  expect(open({ documents: { approved: 17, draft: 1, missing: 0, all: 18 } })).toEqual(["documents"]);
  expect(open({ overdueReviews: 1 })).toEqual(["reviews"]);
  expect(open({ soa: null })).toEqual(["soa"]);
  expect(open({ proven: { all: 40, proven: 39 } })).toEqual(["control-evidence"]);
  expect(open({ proven: { all: 0, proven: 0 } })).toEqual(["control-evidence"]);
  expect(open({ awareness: { trained: 84, persons: 85 } })).toEqual(["awareness"]);
  expect(open({ awareness: { trained: 84, persons: null } })).toEqual(["awareness"]);
  const treated = { all: 12, owned: 12, accepted: 12, overdue: 0 };
  expect(open({ treatment: { ...treated, owned: 11 } })).toEqual(["treatment"]);
  expect(open({ treatment: { ...treated, overdue: 1 } })).toEqual(["treatment"]);
  expect(open({ treatment: { ...treated, accepted: 11 } })).toEqual(["residual-risk"]);
  expect(open({ treatment: { all: 0, owned: 0, accepted: 0, overdue: 0 } })).toEqual(["treatment"]);
  expect(open({ plan: [step("training", null), step("evidence", "2027-02-26")] })).toEqual(["training"]);
  const partly = { ...held, coversScope: false };
  expect(
    open({
      record: aRecord({ certificationCase: aCase({ internalAudits: [partly], managementReviews: [held] }) }),
    }),
  ).toEqual(["internal-audit"]);
  expect(open({ record: aRecord({ certificationCase: null }) })).toEqual([
    "internal-audit",
    "management-review",
  ]);
});

test("what the plan or the standard does not have is no line; the plan gives day and owner", () => {
  const record = aRecord({ needsSoa: false });
  const none = { approved: 0, draft: 0, missing: 0, all: 0 };
  const lines = checkReadiness(facts({ record, documents: none, plan: [step("internal-audit", null)] }));
  expect(lines.map(({ key }) => key)).toEqual([
    "reviews",
    "awareness",
    "internal-audit",
    "management-review",
  ]);
  expect(lines.map(({ dueOn, owner }) => [dueOn, owner])).toEqual([
    [null, null],
    [null, null],
    ["2027-03-01", "Sam Okafor"],
    [null, null],
  ]);
});

test("one of several is said in the singular", () => {
  const lines = checkReadiness(facts({ plan: [], soa: null, record: aRecord({ certificationCase: null }) }));
  const asked = ["reviews", "soa", "internal-audit", "management-review"];
  const few = lines.filter(({ key }) => asked.includes(key));
  expect(tellReadiness(few)).toBe("1 of 4 conditions for Stage 1 is met.");
});
