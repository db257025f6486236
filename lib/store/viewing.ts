import "server-only";
import type { Actor } from "../actor";
import { currentDay } from "../clock";
import { type Facts, UNNAMED } from "../lifecycle/machine";
import type { LoadedProject } from "./record";

/**
 * The facts with which a page asks a table what stands against a command, before anything is typed. Where the body is
 * not on CertTrail the client's manager records its acts: for those pages ask with `recorded`.
 */
export function viewingFacts(
  actor: Actor,
  { record, policy }: LoadedProject,
  { recorded = false } = {},
): Facts {
  const today = currentDay(record.timeZone);
  return {
    moment: {
      who: actor,
      personId: recorded ? UNNAMED : actor.personId,
      on: today,
      today,
      recorded,
      system: false,
      policy,
    },
    bodyConnected: record.bodyConnected,
    record,
  };
}

/** Whether this person records the body's acts in this project: the client's manager of a one-sided project. */
export function recordsForBody(actor: Actor, { record }: LoadedProject): boolean {
  return actor.side === "client" && actor.roles.includes("manager") && !record.bodyConnected;
}
