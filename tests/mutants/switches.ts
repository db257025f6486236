/** The checks that are taken out now, and those that were asked since the last look. */
const out = new Set<string>();
/** Where this is set, every check is taken out but the one it names. */
let onlyLeft: { check: string | null } | null = null;
const asked = new Set<string>();

/** Whether a check is taken out; the text that removable.ts writes into the product asks this, once a check. */
export function isOut(check: string): boolean {
  asked.add(check);
  return onlyLeft ? !isLeft(check, onlyLeft.check) : out.has(check);
}

/** A page asks who is there through the session, and what a person may in the table: these questions are one with its own. */
function isLeft(check: string, left: string | null): boolean {
  if (check === left) return true;
  if (left?.includes("may(actor") && check.startsWith("permission ")) return true;
  return left !== null && /^app\/|^lib\/action/.test(left) && check.startsWith("lib/session/");
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

/** What `run` answers while all checks are taken out, or all but one. */
export async function withNothingBut<T>(check: string | null, run: () => Promise<T>): Promise<T> {
  onlyLeft = { check };
  try {
    return await run();
  } finally {
    onlyLeft = null;
  }
}
