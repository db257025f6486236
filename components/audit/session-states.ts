import type { Day } from "@/lib/day";
import type { SessionView } from "@/lib/store/audit-view";
import type { SessionSlot } from "@/lib/store/my-audits";

export type SessionState = "planned" | "now" | "done";

/** How far a session is, seen from a day and a clock time ("09:30") in the project's zone. */
export function stateOfSession(
  session: Pick<SessionSlot, "on" | "startsAt" | "endsAt">,
  today: Day,
  clock: string,
): SessionState {
  if (session.on !== today) return session.on < today ? "done" : "planned";
  if (session.endsAt <= clock) return "done";
  return session.startsAt <= clock ? "now" : "planned";
}

/** "09:30": the clock time of an instant in a time zone. */
export function clockIn(zone: string, instant: Date): string {
  const format = { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat("en-GB", format).format(instant);
}

/** Two sessions of one auditor at the same time. */
export interface Overlap {
  auditor: string;
  on: Day;
  topics: readonly [string, string];
}

/** Every pair of sessions in which one auditor would have to be in two places; touching ends do not overlap. */
export function listOverlaps(sessions: readonly SessionView[]): Overlap[] {
  return sessions.flatMap((one, index) =>
    sessions.slice(index + 1).flatMap((other): Overlap[] => {
      const isSame = one.auditorId !== null && one.auditorId === other.auditorId && one.on === other.on;
      const overlaps = one.startsAt < other.endsAt && other.startsAt < one.endsAt;
      if (!isSame || !overlaps) return [];
      return [{ auditor: one.auditor ?? "", on: one.on, topics: [one.topic, other.topic] }];
    }),
  );
}
