import type { Actor } from "@/lib/actor";
import { hashToken } from "@/lib/session/token";
import { PEOPLE, type PersonName, type Stage } from "../matrix/people";
import { openSession } from "../support/asking";
import { rows } from "../support/rows";
import { signedIn } from "../support/signed-in";

/** Besides the people of the matrix, those whom only the frame around every page and act keeps out. */
const FURTHER = ["nobody", "foreigner", "unproven", "stale"] as const;

export const ASKERS = [...PEOPLE, ...FURTHER] as const;
export type Asker = (typeof ASKERS)[number];

const LONG_AGO = new Date("2020-01-01T00:00:00Z");

/** Signs the asker in, and says as who of the matrix and at which organisation the asker asks. */
export async function signIn({ people }: Stage, asker: Asker): Promise<{ org: string; as: Actor }> {
  const home = people.manager.organisationSlug;
  if (asker === "nobody") {
    signedIn.token = "";
    return { org: home, as: people.manager };
  }
  const as = people[standsFor(asker)];
  signedIn.token = await openSession(as);
  const where = { tokenHash: hashToken(signedIn.token) };
  if (asker === "unproven") await rows().session.update({ where, data: { level: "password" } });
  if (asker === "stale") await rows().session.update({ where, data: { provenAt: LONG_AGO } });
  return { org: asker === "foreigner" ? home : as.organisationSlug, as };
}

function standsFor(asker: Exclude<Asker, "nobody">): PersonName {
  if (asker === "foreigner") return "otherClient";
  if (asker === "unproven") return "planner";
  return asker === "stale" ? "admin" : asker;
}
