import { describe, expect, test } from "vitest";
import { type Permission, permissions } from "@/lib/access";
import type { Role, Side } from "@/lib/lifecycle/who";
import {
  isOpenWithoutFactor,
  isProofFresh,
  mustHaveSecondFactor,
  needsStepUp,
  PROOF_MINUTES,
} from "@/lib/step-up";

const every = Object.keys(permissions) as Permission[];

describe("Acts that need a fresh proof of who asks", () => {
  test("are these and no others", () => {
    expect(every.filter(needsStepUp).sort()).toEqual([
      "account.addFactor",
      "account.prove",
      "account.removeFactor",
      "body.connect",
      "certificate.expandScope",
      "certificate.issue",
      "certificate.reduceScope",
      "certificate.reissue",
      "certificate.renew",
      "certificate.restore",
      "certificate.suspend",
      "certificate.withdraw",
      "certification.grant",
      "certification.refuse",
      "certification.returnForMore",
      "certification.upholdAppeal",
      "people.manage",
      "project.export",
      "provider.manage",
      "sourcing.signAmendmentForBody",
      "sourcing.signAmendmentForClient",
      "sourcing.signForBody",
      "sourcing.signForClient",
    ]);
  });

  test.each(["certificate.issued", "toString", ""])("are also what is no permission: %s", (name) => {
    expect(needsStepUp(name)).toBe(true);
  });

  test("only setting up a second factor, and proving it, is open to who must have one and has not shown it", () => {
    expect(every.filter(isOpenWithoutFactor).sort()).toEqual(["account.addFactor", "account.prove"]);
  });
});

const now = new Date("2027-03-01T09:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test.each([
  ["password", PROOF_MINUTES, false, true],
  ["password", PROOF_MINUTES + 1, false, false],
  ["password", 0, true, false],
  ["second_factor", PROOF_MINUTES, true, true],
  ["second_factor", PROOF_MINUTES + 1, true, false],
  ["second_factor", PROOF_MINUTES, false, true],
] as const)(
  "a proof by %s, %s minutes old, with another factor %s: %s",
  (level, minutes, hasFactor, isFresh) => {
    expect(isProofFresh({ level, provenAt: ago(minutes) }, hasFactor, now)).toBe(isFresh);
  },
);

test.each<[Side, Role[], { isDemo: boolean; isEmbedded: boolean }, boolean]>([
  ["client", ["manager"], { isDemo: false, isEmbedded: false }, false],
  ["client", ["owner"], { isDemo: false, isEmbedded: false }, false],
  ["client", ["manager", "admin"], { isDemo: false, isEmbedded: false }, true],
  ["body", ["auditor"], { isDemo: false, isEmbedded: false }, true],
  ["body", ["decider"], { isDemo: true, isEmbedded: false }, false],
  ["body", ["decider"], { isDemo: false, isEmbedded: true }, false],
])("%s %j in %j must have a second factor: %s", (side, roles, { isDemo, isEmbedded }, expected) => {
  const who = { personId: "p", organisationId: "o", side, roles, isDemo };
  expect(mustHaveSecondFactor(who, isEmbedded)).toBe(expected);
});
