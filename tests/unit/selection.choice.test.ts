import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { namesOrganisation, type OutsideWork } from "@/lib/lifecycle/choice-rules";
import { sentenceOf } from "@/lib/lifecycle/refusal";
import { sayOutsideWork } from "@/lib/selection/choice-words";
import { tiePerson, withInput, withRecord } from "../support/break";
import { blockersOf, decideOn } from "../support/dispatch";
import { scenes } from "../support/scenes";

/** The moment of the scene is 1 June 2027; two years before it is 1 June 2025. */
const choosing = scenes.find(({ command }) => command === "sourcing.recommendCb");
if (!choosing) throw new Error("There is no scene of a recommendation.");

const audits: OutsideWork = {
  kind: "internal_audit",
  by: "body",
  who: "Alder Cert",
  endedOn: day("2025-06-01"),
};

function refusalsOf(work: OutsideWork[]) {
  const { command, state, facts, input } = withInput({ hasWork: true, work })(choosing as never);
  return blockersOf(command, state, facts, input);
}
const codesOf = (work: OutsideWork[]) => refusalsOf(work).map(({ code }) => code);

test.each<[string, Partial<OutsideWork>, string[]]>([
  ["internal audits that ended two years ago to the day", {}, []],
  ["that ended a day less than two years ago", { endedOn: day("2025-06-02") }, ["internal-audit-too-recent"]],
  ["that still go on", { endedOn: null }, ["internal-audit-too-recent"]],
  ["by a firm related to the body", { by: "related", endedOn: null }, ["internal-audit-too-recent"]],
  ["consultancy long ago", { kind: "consultancy" }, []],
  ["consultancy of late", { kind: "consultancy", endedOn: day("2025-06-02") }, ["consultancy-too-recent"]],
  ["a person of the body long ago", { by: "person" }, []],
  ["a person of the body of late", { by: "person", endedOn: day("2025-06-02") }, ["person-of-body-worked"]],
])("earlier work: %s", (_, change, codes) => {
  expect(codesOf([{ ...audits, ...change }])).toEqual(codes);
});

test("one piece of work that bars is found among others, and the sentence says from when it bars no longer", () => {
  const late = { ...audits, endedOn: day("2026-03-03"), who: "Alder Advisory" };
  const [refusal] = refusalsOf([audits, late]);
  expect(refusal && sentenceOf(refusal)).toBe(
    "The internal audits by Alder Advisory count as the body's own, and that work ended on 3 Mar 2026. The body can certify this system from 3 Mar 2028.",
  );
  expect(refusal).toMatchObject({ rule: "IMP-2", clause: "ISO/IEC 17021-1 5.2.6", severity: "block" });
});

test("a person who advised is kept out with a written reason; the body may certify (IMP-4)", () => {
  const person = { ...audits, kind: "consultancy", by: "person", who: "Lena Vogt", endedOn: null } as const;
  const { command, state, facts, input } = withInput({ hasWork: true, work: [person] })(choosing);
  const justification = "The body confirmed in writing that she takes no part.";
  expect(decideOn(command, state, facts, { ...input, justification }).allowed).toBe(true);
  // A tie of the person is no tie of the body.
  expect(blockersOf(command, state, tiePerson(choosing).facts, choosing.input)).toEqual([]);
});

test("a conflict that is declared refuses nothing, and none has to be said", () => {
  const said = { hasConflicts: true, conflicts: [{ who: "Tom Berg", what: "Holds shares" }] };
  const { command, state, facts, input } = withInput(said)(choosing);
  expect(blockersOf(command, state, facts, input)).toEqual([]);
  const unsaid = withInput({ hasConflicts: null })(choosing);
  expect(blockersOf(command, state, facts, unsaid.input).map(({ code }) => code)).toEqual([
    "conflicts-not-declared",
  ]);
});

test("somebody who is no member of the client any more cannot have taken part", () => {
  const { command, state, facts, input } = withRecord({ clientPersonIds: ["tom-berg"] })(choosing);
  expect(blockersOf(command, state, facts, input).map(({ code }) => code)).toEqual(["choosers-missing"]);
});

test.each([
  ["Internal audits by Alder Cert until March", true],
  ["alder-cert, internal audits", true],
  ["Alder Certification Services", false],
  ["Nobody", false],
  [null, false],
])("the profile's words %s name Alder Cert: %s", (words, isNamed) => {
  expect(namesOrganisation(words, "Alder Cert")).toBe(isNamed);
});

test("a name without a letter is named by nothing", () => {
  expect(namesOrganisation("- - -", "-")).toBe(false);
});

test("work is told with who did it and until when", () => {
  expect(sayOutsideWork(audits)).toBe("Internal audits by Alder Cert (the body itself), ended on 1 Jun 2025");
  expect(sayOutsideWork({ ...audits, by: "person", endedOn: null })).toMatch(
    /\(a person of it\), still going on$/,
  );
});
