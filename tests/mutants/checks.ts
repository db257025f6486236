import { readFileSync } from "node:fs";
import { type Permission, permissions } from "@/lib/access";
import { machines } from "@/lib/lifecycle/machines";
import { isPower, type Power, powerNames } from "@/lib/lifecycle/who";
import { listSources } from "../support/source";
import { sitesOf } from "./removable";
import { isOut } from "./switches";

interface Guard {
  code: string;
  asks: string;
  holds: (facts: never, input: never) => boolean;
}

const everyPower = Object.keys(powerNames).filter(
  (power): power is Power => isPower(power) && power !== "system",
);

/** Each permission, widened to everybody: in lib/access.ts and, for a command, in the column `by` of its table. */
export function switchPermissions(): string[] {
  for (const [name, machine] of Object.entries(machines)) {
    for (const [command, line] of Object.entries(machine.commands)) {
      const { by } = line as { by: readonly Power[] };
      const get = () => (isOut(`permission ${name}.${command}`) ? everyPower : by);
      Object.defineProperty(line, "by", { get });
    }
  }
  // What everybody holds keeps nobody out.
  const kept = (Object.keys(permissions) as Permission[]).filter((permission) =>
    everyPower.some((power) => !permissions[permission].includes(power)),
  );
  return kept.map((permission) => `permission ${permission}`);
}

/** Each guard of the tables that asks who acts, named by its code and the commands it stands before. */
export function switchGuards(): string[] {
  const guards = new Map<Guard, string[]>();
  for (const [name, machine] of Object.entries(machines)) {
    for (const [command, { requires }] of Object.entries(machine.commands)) {
      for (const guard of requires as unknown as Guard[]) {
        if (guard.asks === "person") guards.set(guard, [...(guards.get(guard) ?? []), `${name}.${command}`]);
      }
    }
  }
  return [...guards].map(([guard, commands]) => {
    const check = `guard ${guard.code} before ${commands.join(", ")}`;
    const { holds } = guard;
    guard.holds = (facts, input) => isOut(check) || holds(facts, input);
    return check;
  });
}

/** Each check in the text of the store, the session, the action wrapper, the pages and routes. */
export function listSites(): string[] {
  const files = listSources().filter(({ path }) => /^(app|lib)\//.test(path) && path !== "lib/access.ts");
  return files.flatMap(({ path }) => sitesOf(path, readFileSync(path, "utf8")).map(({ check }) => check));
}
