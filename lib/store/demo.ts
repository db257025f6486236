import "server-only";
import type { Actor } from "../actor";
import { environment } from "../env";
import { NotThere } from "../outcome";

import { permit } from "./permit";
import { pool } from "./pool";

/** Whether the actor is in the demonstration of this machine, which is marked on every page and can be removed. */
export function isInDemo(actor: Actor): boolean {
  return actor.isDemo === true && environment().CERTTRAIL_EMBEDDED === "1";
}

/**
 * Removes the demonstration: its organisations, people, projects, files' rows and trails, all or nothing. Returns the
 * number of projects. Throws NotThere where there is no demonstration, Refused when a project of yours uses it.
 */
export async function removeDemo(actor: Actor): Promise<number> {
  if (!isInDemo(actor)) throw new NotThere();
  permit(actor, "demo.remove");
  const [row] = await pool().$queryRaw<{ removed: number }[]>`SELECT remove_demo() AS removed`;
  return row?.removed ?? 0;
}
