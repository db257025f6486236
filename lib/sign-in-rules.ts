import type { Side } from "./lifecycle/who";

const MINUTE_MS = 60_000;

/** A session ends so long after signing in, whatever happens in it. */
export const SESSION_HOURS = 12;
/** A session without a request for so long has ended: people of a body hold the findings of many clients. */
export const BODY_IDLE_MINUTES = 30;
export const CLIENT_IDLE_MINUTES = 8 * 60;

/** How the person of a session proved who they are. */
export type ProofLevel = "password" | "second_factor";

/** The instant at which a session that begins now ends at the latest. */
export function endOfSession(now: Date): Date {
  return new Date(now.getTime() + SESSION_HOURS * 60 * MINUTE_MS);
}

/** Whether a session has been left alone for too long, for a person who acts for these sides. */
export function isIdle(seenAt: Date, sides: readonly Side[], now: Date): boolean {
  const minutes = sides.includes("body") ? BODY_IDLE_MINUTES : CLIENT_IDLE_MINUTES;
  return now.getTime() - seenAt.getTime() > minutes * MINUTE_MS;
}

const BROWSERS = [
  ["Edg/", "Edge"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const SYSTEMS = [
  ["Windows", "Windows"],
  ["Android", "Android"],
  ["iPhone", "an iPhone"],
  ["iPad", "an iPad"],
  ["Mac OS", "macOS"],
  ["Linux", "Linux"],
] as const;

/** A browser's own description of itself in words: "Firefox on Windows". */
export function nameBrowser(userAgent: string | null): string {
  const nameOf = (marks: readonly (readonly [string, string])[]) =>
    marks.find(([mark]) => userAgent?.includes(mark))?.[1];
  const browser = nameOf(BROWSERS) ?? "Unknown browser";
  const system = nameOf(SYSTEMS);
  return system ? `${browser} on ${system}` : browser;
}
