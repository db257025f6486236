import "server-only";
import { TooMany } from "../outcome";
import { tokenFor } from "../session/token";
import { type Limit, type LimitName, limits, tooManyTries } from "../throttle-limits";
import { pool } from "./pool";

/** Who tries, and from where: each part counts by itself against its own limit. */
export type Subjects = Partial<Record<"account" | "address" | "organisation", string>>;

interface Counted {
  name: string;
  used: number;
  endsAt: Date;
}

const SECOND_MS = 1000;

/**
 * Counts one try. Throws TooMany, with when to try again, once a limit has been reached within its window. Counted in
 * one statement, so that of two tries at once only one can be the last; a refused try lengthens nothing.
 */
export async function countTry(name: LimitName, subjects: Subjects, now: Date): Promise<void> {
  const limit: Limit = limits[name];
  const { names, keys } = keysOf(name, subjects);
  const endsAt = new Date(now.getTime() + limit.seconds * SECOND_MS);
  const counted = await pool().$queryRaw<Counted[]>`
    INSERT INTO throttle AS t (name, subject, used, ends_at)
    SELECT k.name, k.subject, 1, ${endsAt} FROM unnest(${names}::text[], ${keys}::text[]) AS k (name, subject)
    ON CONFLICT (name, subject) DO UPDATE SET
      used = CASE WHEN t.ends_at <= ${now} THEN 1 ELSE t.used + 1 END,
      ends_at = CASE WHEN t.ends_at <= ${now} THEN excluded.ends_at ELSE t.ends_at END
    RETURNING name, used, ends_at AS "endsAt"`;
  if (counted.some(({ used }) => used === 1)) await sweep(now);
  const reached = counted.filter((one) => one.used > (limitOf(name, one.name) ?? 0));
  if (reached.length === 0) return;
  const end = Math.max(...reached.map((one) => one.endsAt.getTime()));
  const seconds = Math.ceil((end - now.getTime()) / SECOND_MS);
  throw new TooMany(tooManyTries(seconds), seconds);
}

/** Seconds until another try is let through; 0 when one is now. Counts nothing. */
export async function secondsToWait(name: LimitName, subjects: Subjects, now: Date): Promise<number> {
  const { names, keys } = keysOf(name, subjects);
  const counted = await pool().$queryRaw<Counted[]>`
    SELECT t.name, t.used, t.ends_at AS "endsAt" FROM throttle t
    JOIN unnest(${names}::text[], ${keys}::text[]) AS k (name, subject) ON t.name = k.name AND t.subject = k.subject
    WHERE t.ends_at > ${now}`;
  const reached = counted.filter((one) => one.used >= (limitOf(name, one.name) ?? 0));
  const end = Math.max(now.getTime(), ...reached.map((one) => one.endsAt.getTime()));
  return Math.ceil((end - now.getTime()) / SECOND_MS);
}

/** Takes back a try that succeeded. */
export async function forgetTry(name: LimitName, subjects: Subjects): Promise<void> {
  const { names, keys } = keysOf(name, subjects);
  await pool().$executeRaw`
    UPDATE throttle t SET used = t.used - 1 FROM unnest(${names}::text[], ${keys}::text[]) AS k (name, subject)
    WHERE t.name = k.name AND t.subject = k.subject AND t.used > 0`;
}

/** Each limit's rows: "signIn account" by the account's keyed hash. In one order, so that two tries never wait for each other. */
function keysOf(name: LimitName, subjects: Subjects): { names: string[]; keys: string[] } {
  const parts = Object.entries(subjects)
    .filter(([part]) => limitOf(name, `${name} ${part}`) !== undefined)
    .sort(([one], [two]) => one.localeCompare(two));
  return {
    names: parts.map(([part]) => `${name} ${part}`),
    keys: parts.map(([part, subject]) => tokenFor(`throttle ${name} ${part} ${subject}`)),
  };
}

function limitOf(name: LimitName, row: string): number | undefined {
  const limit: Limit = limits[name];
  return limit[row.slice(name.length + 1) as keyof Subjects];
}

/** Rows whose window is over say nothing any more; they go when a new window begins. */
async function sweep(now: Date): Promise<void> {
  await pool().throttle.deleteMany({ where: { endsAt: { lte: now } } });
}
