/** Now by the device's own clock, in milliseconds since 1970: it orders and words what waits here, and decides nothing. */
export function deviceNow(): number {
  return Math.round(performance.timeOrigin + performance.now());
}

/** "10:42", as the device's clock shows it. */
export function clockTime(at: number): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" }).format(at);
}

const MINUTE_MS = 60_000;

/** "5 minutes", "3 hours", "2 days": how long something waits; nothing for less than a minute. */
export function waitedFor(since: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - since) / MINUTE_MS));
  const inWords = (count: number, unit: string) => `${count} ${unit}${count === 1 ? "" : "s"}`;
  if (minutes === 0) return "";
  if (minutes < 60) return inWords(minutes, "minute");
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? inWords(hours, "hour") : inWords(Math.floor(hours / 24), "day");
}
