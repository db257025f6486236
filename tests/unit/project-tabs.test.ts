import { expect, test } from "vitest";
import { projectTabs } from "@/components/project/project-tabs";
import { type Actor, actorFrom } from "@/lib/actor";
import type { Role, Side } from "@/lib/lifecycle/who";

const has = { hasRecordedActs: false, hasSoa: true };

function actor(kind: Side, roles: Role[]): Actor {
  const name = { personName: "Ana Ruiz", organisationName: "Northwind", organisationSlug: "northwind" };
  return actorFrom({ ...name, personId: "p", organisationId: "o", kind, roles, timeZone: "UTC" });
}

const labels = (of: Actor) =>
  projectTabs(of, "1", has).map(({ label, parts }) => [label, ...(parts ?? []).map((part) => part.label)]);

test("a client's manager finds every page of a section in it", () => {
  expect(labels(actor("client", ["manager"]))).toContainEqual([
    "Preparation",
    "Readiness and records",
    "Plan",
    "Documents",
    "Statement of Applicability",
    "Awareness",
    "Risk treatment",
  ]);
  expect(labels(actor("client", ["manager"]))).toContainEqual([
    "Selection",
    "Request and choice",
    "Persons and audit time",
  ]);
});

test("a body reads no selection, and of the preparation what was approved and recorded", () => {
  const found = labels(actor("body", ["planner"]));
  expect(found.map(([label]) => label)).not.toContain("Selection");
  expect(found).toContainEqual(["Preparation", "Readiness and records", "Statement of Applicability"]);
  const [href] = projectTabs(actor("body", ["planner"]), "1", has)
    .flatMap(({ parts = [] }) => parts)
    .flatMap((part) => (part.label.startsWith("Statement") ? [part.href] : []));
  expect(href).toMatch(/\/soa\/versions$/);
});

test("no section stands twice, and an action owner has one", () => {
  const all = projectTabs(actor("client", ["manager"]), "1", has).map(({ href }) => href);
  expect(new Set(all).size).toBe(all.length);
  expect(labels(actor("client", ["owner"]))).toEqual([["Findings"]]);
});
