import { describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import { UNNAMED } from "@/lib/lifecycle/machine";
import { type RefusalCode, refusalTexts, sentenceOf } from "@/lib/lifecycle/refusal";
import type { Moment } from "@/lib/lifecycle/who";
import { type Break, withRecord, withSourcing } from "@/tests/support/break";
import { blockersOf, decideOn, lineOfCommand } from "@/tests/support/dispatch";
import { aMoment, people, TODAY } from "@/tests/support/people";
import { aFinding } from "@/tests/support/record";
import type { Scene } from "@/tests/support/scene";
import { scenes } from "@/tests/support/scenes";

function sceneOf(command: Scene["command"]): Scene {
  const found = scenes.find((scene) => scene.command === command);
  if (found === undefined) throw new RangeError(command);
  return found;
}

function codesAt(scene: Scene, moment: Partial<Moment>, connected = true): RefusalCode[] {
  const facts = { ...scene.facts, bodyConnected: connected, moment: { ...scene.facts.moment, ...moment } };
  return blockersOf(scene.command, scene.state, facts, scene.input).map(({ code }) => code);
}

const recordedBy = (personId: string) => ({
  ...aMoment("client:manager", people.manager),
  personId,
  recorded: true,
});

describe("Who may act (design.md 6)", () => {
  test("the client never grades: the refusal cites INV-19 and 17021-1 9.4.5.3, and says who can", () => {
    const scene = sceneOf("nonconformity.regrade");
    const facts = {
      ...scene.facts,
      moment: { ...aMoment("client:manager", people.manager), personId: people.lead },
    };
    const [refusal] = blockersOf(scene.command, scene.state, facts, scene.input);
    expect(refusal).toMatchObject({ code: "not-yours", rule: "INV-19", clause: "ISO/IEC 17021-1 9.4.5.3" });
    expect(refusal && sentenceOf(refusal)).toContain("an auditor of the certification body");
  });

  test("a lead auditor never grants, also with the role of a decider (DEC-1, INV-20)", () => {
    const scene = sceneOf("certification.grant");
    const moment = aMoment("body:decider", people.lead);
    expect(codesAt(scene, { ...moment, who: { ...moment.who, roles: ["auditor", "decider"] } })).toEqual([
      "decider-audited",
    ]);
  });

  test("in one-sided mode the recorded lead cannot be the recorded decider (DEC-1)", () => {
    const scene = sceneOf("certification.grant");
    expect(codesAt(scene, recordedBy(people.lead), false)).toEqual(["decider-audited"]);
    expect(codesAt(scene, recordedBy(people.decider), false)).toEqual([]);
  });

  test("nobody of the client is recorded as a person of the body", () => {
    const scene = sceneOf("certification.grant");
    expect(codesAt(scene, recordedBy(people.executive), false)).toEqual(["recorded-person-of-client"]);
    expect(codesAt(scene, recordedBy(people.manager), false)).toEqual(["recorded-person-of-client"]);
  });

  test("a recorded act names its person: a page may ask without, the act may not", () => {
    const scene = sceneOf("audit.reportAudit");
    const facts = { ...scene.facts, bodyConnected: false, moment: recordedBy(UNNAMED) };
    expect(blockersOf(scene.command, scene.state, facts)).toEqual([]);
    const decision = decideOn(scene.command, scene.state, facts, scene.input);
    expect(decision).toMatchObject({ allowed: false, refusals: [{ code: "recorded-person-missing" }] });
  });

  test("no act lies in the future", () => {
    expect(codesAt(sceneOf("certification.refuse"), { on: day("2027-06-02"), today: TODAY })).toEqual([
      "act-in-future",
    ]);
  });

  test("a role of the other side gives no power", () => {
    const scene = sceneOf("certification.refuse");
    const moment = aMoment("client:manager", people.decider);
    expect(codesAt(scene, { ...moment, who: { ...moment.who, roles: ["decider"] } })).toEqual(["not-yours"]);
  });

  test("the system gives its own commands only", () => {
    const system = aMoment("system", "");
    expect(codesAt(sceneOf("certification.completeFindings"), system)).toEqual([]);
    expect(codesAt(sceneOf("certification.grant"), { ...system, personId: people.decider })).toEqual([
      "not-yours",
    ]);
  });

  test("a name that is not in the table is a mistake of the program", () => {
    const { facts } = sceneOf("certification.grant");
    expect(() => blockersOf("certification.constructor" as never, "review_pending", facts)).toThrow(
      RangeError,
    );
  });
});

describe("Second guards with the words of the first", () => {
  const declared = {
    sentOn: TODAY,
    signatory: "Tom Berg",
    consultancyBodyRelated: true,
    consultancyEndedOn: day("2025-06-02"),
  };
  const tied: Break = withRecord({
    bodyTies: [
      { bodyId: "alder-cert", kind: "consultancy", endedOn: day("2025-06-02") },
      { bodyId: "alder-cert", kind: "internal_audit", endedOn: day("2025-06-01") },
    ],
  });

  test.each([
    ["sourcing.acceptApplication", withSourcing({ application: declared }), ["body-gave-consultancy"]],
    [
      "sourcing.acceptApplication",
      withSourcing({ application: { ...declared, consultancyEndedOn: day("2025-06-01") } }),
      [],
    ],
    ["sourcing.selectCb", tied, ["body-gave-consultancy"]],
    ["certification.grant", tied, ["body-gave-consultancy"]],
    ["sourcing.signForBody", withRecord({ siteIds: ["berlin", "porto"] }), ["letter-misses-site"]],
    ["certification.completeFindings", withRecord({ findings: [aFinding({ state: "draft" })] }), []],
  ] as [Scene["command"], Break, RefusalCode[]][])("%s, changed, meets %s", (command, change, codes) => {
    const scene = change(sceneOf(command));
    expect(blockersOf(scene.command, scene.state, scene.facts, scene.input).map(({ code }) => code)).toEqual(
      codes,
    );
  });
});

describe("Refusals in words", () => {
  const general = [
    "not-yours",
    "not-recorded",
    "body-connected",
    "recorded-person-of-client",
    "recorded-person-missing",
  ];
  const elsewhere = [
    ...["account-elsewhere", "act-in-future", "own-document", "wrong-state", "database-guard"],
    ...["conflict-own", "conflict-is-work"],
  ];

  test("no code stands in the table that nothing can bring up", () => {
    const used = new Set<string>(
      scenes.flatMap(({ command }) => lineOfCommand(command).requires.map(({ code }) => code)),
    );
    const unused = Object.keys(refusalTexts).filter((code) => !used.has(code) && !code.startsWith("policy-"));
    expect(unused.sort()).toEqual([...general, ...elsewhere].sort());
  });

  test("none of them says please, sorry, invalid, oops, successfully or forbidden", () => {
    const texts = Object.values(refusalTexts).flatMap(({ lift, says }) => [lift, String(says)]);
    expect(
      texts.filter((text) => /\b(please|sorry|invalid|oops|successfully|forbidden)\b/i.test(text)),
    ).toEqual([]);
  });
});
