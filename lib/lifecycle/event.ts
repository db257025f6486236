import type { EventData, EventText } from "./event-text";
import { auditEvents } from "./events-audit";
import { bodyEvents } from "./events-body";
import { caseEvents } from "./events-case";
import { certificateEvents } from "./events-certificate";
import { findingEvents } from "./events-finding";
import { otherEvents } from "./events-other";
import { preparationEvents } from "./events-preparation";
import { sourcingEvents } from "./events-sourcing";
import type { LifecycleCommand } from "./machines";

const lifecycleEvents = {
  ...sourcingEvents,
  ...caseEvents,
  ...auditEvents,
  ...findingEvents,
  ...certificateEvents,
} satisfies Record<LifecycleCommand, EventText<never>>;

/** Every kind of event: each command of each machine, and the acts that are no commands. */
export const eventTexts = { ...lifecycleEvents, ...otherEvents, ...preparationEvents, ...bodyEvents };

export type EventKind = keyof typeof eventTexts;

/** Reads of confidential papers: told apart from acts, which they must not bury. */
export const readKinds = [
  "file.read",
  "report.read",
  "project.export",
] as const satisfies readonly EventKind[];
export type ReadKind = (typeof readKinds)[number];

/** What an event of a kind keeps, for its sentence. */
export type EventDataOf<K extends EventKind> = (typeof eventTexts)[K] extends EventText<infer D> ? D : never;

/** An event as the trail keeps it: its kind with exactly the data of that kind. */
export type EventOf<K extends EventKind = EventKind> = {
  [Each in K]: { kind: Each; data: EventDataOf<Each> };
}[K];

export function isEventKind(text: string): text is EventKind {
  return Object.hasOwn(eventTexts, text);
}

/** The past-tense sentence after the person's name: "issued major NC-003 against A.8.9". */
export function tellEvent(event: { kind: EventKind; data: EventData }): string {
  // Stored data was made for this kind (EventOf checks it); the table's own types are too narrow to index by any kind.
  const says = eventTexts[event.kind].says as (data: EventData) => string;
  return says(event.data);
}

/** The short name of a kind, for filters and lists. */
export function labelOfEvent(kind: EventKind): string {
  return eventTexts[kind].label;
}
