import "server-only";
import type { Actor } from "../actor";
import { dayToDate } from "../day";
import type { Submission } from "./act";
import { type AuditAct, actOnAudit } from "./audit-acts";
import { allow, move } from "./move";

export interface HoldMeeting extends AuditAct {
  /** Names of those who were there. */
  attendance: readonly string[];
}

/** Records the opening meeting and who was there (CON-1). */
export async function holdOpening(actor: Actor, input: HoldMeeting, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    const { attendance } = input;
    const allowed = allow("audit", "holdOpening", audit.state, facts, { attendance });
    const held = { openingHeldOn: dayToDate(act.moment.on), openingAttendance: attendance.join("\n") };
    await move(act, subject, allowed, held, { audit: name, count: attendance.length });
    return null;
  });
}

export interface HoldClosing extends HoldMeeting {
  /** What both sides still see differently; it is recorded, not decided (NC-6). */
  disagreements: string | null;
}

/** Records the closing meeting, who was there, and disagreements that stayed (CON-3, NC-6). */
export async function holdClosing(actor: Actor, input: HoldClosing, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    const { attendance, disagreements } = input;
    const allowed = allow("audit", "holdClosing", audit.state, facts, { attendance });
    const held = {
      closingHeldOn: dayToDate(act.moment.on),
      closingAttendance: attendance.join("\n"),
      disagreements,
    };
    await move(act, subject, allowed, held, { audit: name, count: attendance.length });
    return null;
  });
}
