import { type Power, powerNames } from "@/lib/lifecycle/who";

/** Who owes something, as a line begins: "Auditor of the certification body", "Client's manager". */
export function holderOf(power: Power): string {
  const name = powerNames[power].replace(/^(an?|the) /, "");
  return name.charAt(0).toUpperCase() + name.slice(1);
}
