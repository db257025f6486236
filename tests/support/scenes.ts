import { isBodyPower, type Power } from "@/lib/lifecycle/who";
import type { AnyFacts } from "./dispatch";
import { aMoment, people } from "./people";
import type { Scene } from "./scene";
import { auditScenes } from "./scenes-audit";
import { certificationScenes, sourcingScenes } from "./scenes-case";
import { certificateScenes, findingScenes } from "./scenes-finding";

/** One passing moment of every command of every machine. */
export const scenes: Scene[] = [
  ...sourcingScenes,
  ...certificationScenes,
  ...auditScenes,
  ...findingScenes,
  ...certificateScenes,
];

export const ownPerson: Record<Exclude<Power, "system">, string> = {
  "client:manager": people.manager,
  "client:executive": people.executive,
  "client:owner": people.owner,
  "client:consultant": people.consultant,
  "client:admin": people.clientAdmin,
  "body:planner": people.planner,
  "body:auditor": people.lead,
  "body:decider": people.decider,
  "body:quality": people.quality,
  "body:admin": people.bodyAdmin,
};

/** How an act comes about: by the person's own hand or recorded by the client, with the body on CertTrail or not. */
export interface Mode {
  connected: boolean;
  recorded: boolean;
}

export const modes: Mode[] = [
  { connected: true, recorded: false },
  { connected: true, recorded: true },
  { connected: false, recorded: false },
  { connected: false, recorded: true },
];

/** The person of the body whom a recorded act names: the scene's own, or the one whose power the command needs. */
function bodyPerson(personId: string, own: Power, by: readonly Power[]): string {
  if (isBodyPower(own)) return personId;
  const power = by.find(isBodyPower);
  return power === undefined || power === "system" ? people.lead : ownPerson[power];
}

/** The facts of a scene when another power asks in another mode; a recorded act names the scene's own person. */
export function factsAs(
  { facts, power: own }: Scene,
  power: Power,
  { connected, recorded }: Mode,
  by: readonly Power[],
): AnyFacts {
  const mine = power === "system" ? "" : ownPerson[power];
  const { personId, on, policy } = facts.moment;
  const isOwnAct = by.includes(power) && power !== own && !recorded;
  const moment = aMoment(power, mine, { on, policy, recorded });
  return {
    ...facts,
    bodyConnected: connected,
    record: { ...facts.record, bodyConnected: connected },
    moment: { ...moment, personId: isOwnAct ? mine : recorded ? bodyPerson(personId, own, by) : personId },
  };
}
