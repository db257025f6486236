import type { Day } from "@/lib/day";
import type { Policy } from "./policy";

/** Each organisation acts for exactly one side of a project (ISO/IEC 17021-1 5.2: the body is independent of its client). */
export type Side = "client" | "body";

export const clientRoles = ["manager", "executive", "owner", "consultant", "admin"] as const;
export const bodyRoles = ["planner", "auditor", "decider", "quality", "admin"] as const;
export type ClientRole = (typeof clientRoles)[number];
export type BodyRole = (typeof bodyRoles)[number];
export type Role = ClientRole | BodyRole;

/** A role on a side: the same word "admin" on the two sides is two different powers. */
export type Power = `client:${ClientRole}` | `body:${BodyRole}` | "system";

/** Who asks: the signed-in person in one organisation. */
export interface Who {
  personId: string;
  organisationId: string;
  side: Side;
  roles: readonly Role[];
}

/**
 * The moment of an act. In one-sided mode the client's manager records what the body did: then `recorded` is
 * true, `personId` is the named person of the body and `on` the day on which that person acted.
 */
export interface Moment {
  who: Who;
  /** The person whose act it is: the asker, or the named person of a recorded act. */
  personId: string;
  /** The day of the act in the project's time zone; never after `today`. */
  on: Day;
  today: Day;
  recorded: boolean;
  /** The server itself acts, because a day has passed; then `who` gives no power. */
  system: boolean;
  policy: Policy;
}

/** How a sentence names the holder of a power. */
export const powerNames: Record<Power, string> = {
  "client:manager": "the client's manager",
  "client:executive": "an executive of the client",
  "client:owner": "an action owner of the client",
  "client:consultant": "a consultant of the client",
  "client:admin": "an administrator of the client",
  "body:planner": "a planner of the certification body",
  "body:auditor": "an auditor of the certification body",
  "body:decider": "a decider of the certification body",
  "body:quality": "the quality function of the certification body",
  "body:admin": "an administrator of the certification body",
  system: "the system",
};

/** The powers a person holds: only roles that exist on the person's own side count. */
export function powersOf(who: Who): Power[] {
  return who.roles.map((role) => `${who.side}:${role}`).filter(isPower);
}

export function isPower(text: string): text is Power {
  return Object.hasOwn(powerNames, text);
}

export function isBodyPower(power: Power): boolean {
  return power.startsWith("body:");
}

/** "a planner of the certification body or an administrator of the certification body". */
export function nameOfPowers(powers: readonly Power[]): string {
  return powers.map((power) => powerNames[power]).join(" or ");
}
