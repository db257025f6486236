/**
 * The demonstration, told through the product's own commands and relative to today: three client organisations, their
 * certification bodies, people for every role, and seven projects. Runs once, on an empty embedded database; prints the
 * sign-ins as one line of JSON.
 */

import type { Actor } from "../lib/actor";
import { now } from "../lib/clock";
import { hasOrganisation } from "../lib/store/health";
import { markAllRead, sweepMessages } from "../lib/store/messages";
import { newId } from "../lib/store/new-id";
import { tellComparison, tellFreshFindings, tellOnSite, tellPreparation } from "./demo/chapters";
import { declareTies, recordCompetences } from "./demo/house";
import { tellCertified, tellCorrectiveAction, tellWaitingDecision } from "./demo/later-chapters";
import { bringInPeople, type SignIn } from "./demo/people";
import { fillRegisters } from "./demo/registers";
import { makeTeller } from "./demo/teller";

const DAY_MS = 24 * 3_600_000;
/** The organisations have been here longer than their oldest project. */
const FOUNDED_DAYS_AGO = 420;
const READ_DAYS_AGO = 7;

async function tellDemo(): Promise<SignIn[]> {
  const { cast, signIns } = await bringInPeople(new Date(now().getTime() - FOUNDED_DAYS_AGO * DAY_MS));
  const teller = makeTeller(cast, now());
  const { northwind, lumen, harbour } = await fillRegisters(teller);
  await recordCompetences(teller);
  // Side by side: the database works while the next act of another project is prepared.
  await Promise.all([
    tellComparison(teller, harbour),
    tellPreparation(teller, harbour),
    tellOnSite(teller, harbour),
    tellFreshFindings(teller, lumen),
    tellWaitingDecision(teller, lumen),
    tellCorrectiveAction(teller, northwind),
    tellCertified(teller, northwind),
  ]);
  await declareTies(teller);
  await sweepMessages(now());
  for (const actor of Object.values(cast)) await tidyMessages(actor);
  return signIns;
}

/** What is older has been read, and what is old is gone, as with people who have looked in every week. */
async function tidyMessages(actor: Actor): Promise<void> {
  const readAt = new Date(now().getTime() - READ_DAYS_AGO * DAY_MS);
  await markAllRead(actor, { id: newId(), action: "message.read", digest: "-", now: readAt });
}

const signIns = (await hasOrganisation()) ? [] : await tellDemo();
console.log(JSON.stringify({ signIns }));
process.exit(0);
