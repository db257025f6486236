import { type Day, day } from "@/lib/day";
import { defaultPolicy } from "@/lib/lifecycle/policy";
import type { Moment, Power, Role, Side } from "@/lib/lifecycle/who";

/** The cast of every rule test: one person a role, on two fictional organisations. */
export const CLIENT = "northwind";
export const BODY = "alder-cert";
export const people = {
  manager: "ana-ruiz",
  executive: "tom-berg",
  owner: "mia-chen",
  consultant: "ivo-marek",
  clientAdmin: "kim-olsen",
  planner: "lena-vogt",
  lead: "paul-adler",
  auditor: "rosa-lind",
  decider: "erik-dahl",
  quality: "nora-falk",
  bodyAdmin: "otto-graf",
} as const;

export const TODAY = day("2027-06-01");

/** A moment of one power, on TODAY unless told otherwise. */
export function aMoment(power: Power, personId: string, over: Partial<Moment> = {}): Moment {
  const [side, role] = power === "system" ? (["body", null] as const) : (power.split(":") as [Side, Role]);
  const on: Day = over.on ?? TODAY;
  return {
    who: {
      personId,
      organisationId: side === "client" ? CLIENT : BODY,
      side,
      roles: role === null ? [] : [role],
    },
    personId,
    on,
    today: on,
    recorded: false,
    system: power === "system",
    policy: defaultPolicy,
    ...over,
  };
}
