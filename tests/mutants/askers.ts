import type { Actor } from "@/lib/actor";
import { now } from "@/lib/clock";
import { hashToken } from "@/lib/session/token";
import { PEOPLE, type PersonName, type Stage } from "../matrix/people";
import { openSession } from "../support/asking";
import { rows } from "../support/rows";
import { signedIn } from "../support/signed-in";

/** Besides the people of the matrix, those whom only the frame around every page and act keeps out. */
const FURTHER = ["nobody", "foreigner", "unproven", "stale"] as const;

export const ASKERS = [...PEOPLE, ...FURTHER] as const;
export type Asker = (typeof ASKERS)[number];

/** Shorter than a proof of who is there is fresh. */
const KEPT_MS = 2 * 60_000;
const signIns = new Map<Asker, { token: string; until: number }>();

const LONG_AGO = new Date("2020-01-01T00:00:00Z");

/** Signs the asker in, and says as who of the matrix and at which organisation the asker asks. */
export async function signIn({ people }: Stage, asker: Asker): Promise<{ org: string; as: Actor }> {
  const home = people.manager.organisationSlug;
  if (asker === "nobody") {
    signedIn.token = "";
    return { org: home, as: people.manager };
  }
  const as = people[standsFor(asker)];
  signedIn.token = await tokenOf(asker, as);
  return { org: asker === "foreigner" ? home : as.organisationSlug, as };
}

/** The token of the asker's sign-in, the same one for a while: what ends it is taken back, as everything is. */
async function tokenOf(asker: Asker, as: Actor): Promise<string> {
  const last = signIns.get(asker);
  if (last && now().getTime() < last.until) return last.token;
  const token = await openSession(as);
  const where = { tokenHash: hashToken(token) };
  if (asker === "unproven") await rows().session.update({ where, data: { level: "password" } });
  if (asker === "stale") await rows().session.update({ where, data: { provenAt: LONG_AGO } });
  signIns.set(asker, { token, until: now().getTime() + KEPT_MS });
  return token;
}

function standsFor(asker: Exclude<Asker, "nobody">): PersonName {
  if (asker === "foreigner") return "otherClient";
  if (asker === "unproven") return "planner";
  return asker === "stale" ? "admin" : asker;
}
