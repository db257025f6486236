import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Facts } from "@/lib/lifecycle/machine";
import { listLifecycleCommands } from "@/lib/lifecycle/machines";
import { listOwed } from "@/lib/lifecycle/owed";
import { lineOf } from "@/lib/lifecycle/owed-item";
import { defaultPolicy } from "@/lib/lifecycle/policy";
import { isBodyPower } from "@/lib/lifecycle/who";
import { isWorkFor, kindOfWork, statesWithWork, workKinds, workOf } from "@/lib/lifecycle/worklist";
import { people, TODAY } from "@/tests/support/people";
import { aCase, aFinding, aRecord, aStage2 } from "@/tests/support/record";

const owing = readdirSync("lib/lifecycle").filter((name) => /^owed.*\.ts$/.test(name));
const owed = owing.flatMap((name) =>
  [...readFileSync(`lib/lifecycle/${name}`, "utf8").matchAll(/owe\(\s*"([\w.]+)"/g)].map(
    ([, command]) => command,
  ),
);

test("each thing that a body can owe has its kind of work, and each kind has some", () => {
  const byBody = listLifecycleCommands().filter(
    (command) => owed.includes(command) && lineOf(command).by.some(isBodyPower),
  );
  expect(byBody.length).toBeGreaterThan(20);
  expect(byBody.filter((command) => !workOf[command])).toEqual([]);
  expect(
    workKinds.filter((kind) => kind !== "people" && !byBody.some((command) => workOf[command] === kind)),
  ).toEqual([]);
});

test("a record is looked at in every state from which the body may do what it owes", () => {
  expect(statesWithWork("nonconformity")).toEqual(["response_submitted", "evidence_submitted", "verified"]);
  expect(statesWithWork("certification")).toContain("review_pending");
  expect(statesWithWork("audit")).not.toContain("concluded");
});

const asked =
  (role: "planner" | "auditor" | "decider" | "quality", personId: string) =>
  (record: Facts["record"]): Facts => ({
    moment: {
      who: { personId, organisationId: record.bodyId ?? "", side: "body", roles: [role] },
      personId,
      on: TODAY,
      today: TODAY,
      recorded: false,
      system: false,
      policy: defaultPolicy,
    },
    bodyConnected: true,
    record,
  });

function kindsFor(record: Facts["record"], facts: Facts): string[] {
  const items = listOwed(record, TODAY, defaultPolicy).filter((item) => isWorkFor(facts, item));
  return [...new Set(items.map(kindOfWork))];
}

test("a submitted plan is work for the planner and for who audits in the case, and for no other auditor", () => {
  const record = aRecord({
    certificationCase: aCase({ state: "findings_open" }),
    audits: [aStage2()],
    findings: [aFinding({ state: "response_submitted" })],
  });
  expect(kindsFor(record, asked("planner", people.planner)(record))).toContain("actionPlans");
  expect(kindsFor(record, asked("auditor", people.lead)(record))).toContain("actionPlans");
  expect(kindsFor(record, asked("auditor", "somebody-else")(record))).toEqual([]);
  expect(kindsFor(record, asked("quality", people.quality)(record))).toEqual([]);
});

test("a decision is work for a decider who did not audit (DEC-1)", () => {
  const record = aRecord({ certificationCase: aCase({ state: "review_pending" }), findings: [] });
  expect(kindsFor(record, asked("decider", people.decider)(record))).toEqual(["decisions"]);
  expect(kindsFor(record, asked("decider", people.lead)(record))).toEqual([]);
});
