import { describe, expect, test } from "vitest";
import { may, type Permission, permissions, refusePermission } from "@/lib/access";
import { listLifecycleCommands } from "@/lib/lifecycle/machines";
import type { Power } from "@/lib/lifecycle/who";
import { lineOfCommand } from "@/tests/support/dispatch";
import { aMoment, people } from "@/tests/support/people";
import { ownPerson } from "@/tests/support/scenes";

const powers = Object.keys(ownPerson) as (keyof typeof ownPerson)[];
const whoOf = (power: Power) => aMoment(power, people.manager).who;

describe("Who may do what (design.md 6)", () => {
  test("every command of every machine is a permission", () => {
    expect(listLifecycleCommands().filter((command) => !Object.hasOwn(permissions, command))).toEqual([]);
  });

  test.each(listLifecycleCommands())(
    "%s: the powers of its line, and the client's manager to record a body's act",
    (command) => {
      const { by } = lineOfCommand(command);
      const recordable = by.some((power) => power.startsWith("body:"));
      const expected = powers.filter(
        (power) => by.includes(power) || (recordable && power === "client:manager"),
      );
      expect(powers.filter((power) => may(whoOf(power), command))).toEqual(expected);
    },
  );

  test.each([
    ["people.manage", ["client:admin", "body:admin"]],
    ["project.start", ["client:manager"]],
    ["policy.edit", ["body:planner", "body:quality", "body:admin"]],
    ["record.confirm", ["body:planner", "body:auditor", "body:decider"]],
    ["action.read", ["client:manager", "client:owner"]],
  ] as [Permission, Power[]][])("%s is for %s", (permission, expected) => {
    expect(powers.filter((power) => may(whoOf(power), permission))).toEqual(expected);
  });

  test("an action owner sees own actions and evidence, not the project, the people or the trail", () => {
    const owner = whoOf("client:owner");
    const denied: Permission[] = ["project.read", "people.read", "trail.read", "soa.read", "register.read"];
    expect(denied.filter((permission) => may(owner, permission))).toEqual([]);
    expect(may(owner, "nonconformity.addEvidence")).toBe(true);
  });

  test("what is not in the table is denied, whoever asks", () => {
    const everybody = {
      ...whoOf("body:admin"),
      roles: ["planner", "auditor", "decider", "quality", "admin"] as const,
    };
    for (const name of ["toString", "constructor", "certification.everything", ""])
      expect(may(everybody, name as Permission)).toBe(false);
  });

  test("a role of the other side gives nothing, and no role gives nothing", () => {
    expect(may({ ...whoOf("client:manager"), roles: ["decider"] }, "certification.grant")).toBe(false);
    expect(may({ ...whoOf("body:decider"), roles: [] }, "certification.grant")).toBe(false);
    expect(may({ ...whoOf("client:admin"), roles: ["admin"] }, "policy.edit")).toBe(false);
  });

  test("the refusal says who can, with the rule of the command", () => {
    expect(refusePermission("certification.grant")).toMatchObject({
      code: "not-yours",
      rule: "INV-19",
      clause: "ISO/IEC 17021-1 9.5.2",
    });
  });
});
