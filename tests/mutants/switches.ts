/** The checks that are taken out now, and those that were asked since the last look. */
const out = new Set<string>();
/** Where this is set, every check is taken out but those that it says are left. */
let onlyLeft: Left | null = null;
const asked = new Set<string>();

/** Tells of a check whether it is left. */
type Left = (check: string) => boolean;

/** Whether a check is taken out; the text that removable.ts writes into the product asks this, once a check. */
export function isOut(check: string): boolean {
  asked.add(check);
  return onlyLeft ? !onlyLeft(check) : out.has(check);
}

/** Whether a check asks who is there: every other one begins from that. */
export function asksWho(check: string): boolean {
  return /^lib\/(session|action)|^app\/[^:]+: await (page|requireActor)/.test(check);
}

/** What is left when a check is tried alone, with it and without it: what it is one with. */
export function besides(check: string): Left {
  // A page and an act ask who is there through the session.
  if (asksWho(check)) return (one) => one.startsWith("lib/session/");
  // What a person may stands in the table, and is asked in the store, by pages and by routes.
  if (check.startsWith("permission ")) {
    const name = JSON.stringify(check.replace("permission ", ""));
    return (one) => asksWho(one) || one.includes(name);
  }
  if (check.includes("may(actor")) return (one) => asksWho(one) || one.startsWith("permission ");
  if (/\b(reach|projectsOf)\w*\(/.test(check))
    return (one) => asksWho(one) || one === "permission project.read";
  return asksWho;
}

/** The name under which isOut is known to the product while it is tried. */
export const SWITCH = "certtrailCheckIsOut";

Object.assign(globalThis, { [SWITCH]: isOut });

/** What `run` answers, and every check that was asked on the way. */
export async function noteChecks<T>(run: () => Promise<T>): Promise<{ answer: T; checks: string[] }> {
  asked.clear();
  const answer = await run();
  return { answer, checks: [...asked] };
}

/** What `run` answers while a check is taken out. */
export async function without<T>(check: string, run: () => Promise<T>): Promise<T> {
  out.add(check);
  try {
    return await run();
  } finally {
    out.clear();
  }
}

/** What `run` answers while all checks are taken out but those that are left. */
export async function withOnly<T>(left: Left, run: () => Promise<T>): Promise<T> {
  onlyLeft = left;
  try {
    return await run();
  } finally {
    onlyLeft = null;
  }
}
