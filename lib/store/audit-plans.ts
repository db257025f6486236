import "server-only";
import type { Actor } from "../actor";
import { type Day, dateToDay, dayToDate } from "../day";
import { alsoSchedulesStage1 } from "../lifecycle/audit-pairs";
import type { AuditRecord } from "../lifecycle/record";
import { NotThere, Rejected } from "../outcome";
import type { Submission } from "./act";
import { type AuditAct, type AuditActing, actOnAudit, auditKeys } from "./audit-acts";
import { caseOf, caseSubject } from "./cases";
import { allow, allowAll, move } from "./move";
import { newId } from "./new-id";
import { knownId } from "./reach";

export interface SetDates extends AuditAct {
  startsOn: Day;
  endsOn: Day;
  /** Hundredths of an auditor day; null = not calculated. */
  requiredCentidays: number | null;
  plannedCentidays: number;
  objectives: string | null;
  remoteNote: string | null;
}

/** The refusals of the auditor time, which stand in the audit with the reason that lifts them (TIM-1). */
const TIME_CODES = ["required-days-missing", "planned-days-too-low"];

/** Sets dates, auditor time and objectives. A plan that was sent or confirmed for other dates counts no more (PLAN-2, TIM-1). */
export async function setDates(actor: Actor, input: SetDates, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    const { startsOn, endsOn, requiredCentidays, plannedCentidays, objectives, remoteNote } = input;
    const { justification } = act.submission;
    const asked = { startsOn, endsOn, requiredCentidays, plannedCentidays, justification };
    const allowed = allow("audit", "setDates", audit.state, facts, asked);
    const isTimeJustified = allowed.justified.some(({ code }) => TIME_CODES.includes(code));
    await move(
      act,
      subject,
      allowed,
      {
        startsOn: dayToDate(startsOn),
        endsOn: dayToDate(endsOn),
        requiredCentidays,
        plannedCentidays,
        objectives,
        remoteNote,
        timeJustification: isTimeJustified ? justification : null,
        planSentOn: null,
        planConfirmedOn: null,
      },
      { audit: name, startsOn, endsOn },
    );
    return null;
  });
}

export interface SaveSession extends AuditAct {
  /** The session that is changed; null adds one. */
  sessionId: string | null;
  on: Day;
  /** "09:30" in the project's time zone. */
  startsAt: string;
  endsAt: string;
  topic: string;
  siteId: string | null;
  auditorId: string | null;
  interviewee: string | null;
}

/** Adds or changes a session of the plan (PLAN-1). */
export async function saveSession(actor: Actor, input: SaveSession, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, audit, facts, subject, name } = acting;
    const { sessionId, on, startsAt, endsAt, topic, siteId, auditorId, interviewee } = input;
    const { siteIds } = act.project.record;
    if (siteId !== null && !siteIds.includes(siteId))
      throw new Rejected({ siteId: "Choose a site of the project." });
    const allowed = allow("audit", "editSession", audit.state, facts, {
      on,
      fromMinute: minuteOf(startsAt),
      toMinute: minuteOf(endsAt),
      topic,
      auditorIds: auditorId === null ? [] : [auditorId],
    });
    const change = sessionId === null ? "added" : "changed";
    await move(act, subject, allowed, outdatedPlan(audit), { audit: name, topic, change });
    const row = { heldOn: dayToDate(on), startsAt, endsAt, topic, siteId, auditorId, interviewee };
    if (sessionId === null) {
      await act.tx.planSession.create({ data: { id: newId(), ...auditKeys(acting), ...row } });
      return null;
    }
    const { id } = await findSession(acting, sessionId);
    await act.tx.planSession.update({ where: { id }, data: row });
    return null;
  });
}

export interface RemoveSession extends AuditAct {
  sessionId: string;
}

/** Takes a session out of the plan (PLAN-1). */
export async function removeSession(
  actor: Actor,
  input: RemoveSession,
  submission: Submission,
): Promise<null> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, audit, facts, subject, name } = acting;
    const { id, heldOn, startsAt, endsAt, topic } = await findSession(acting, input.sessionId);
    const allowed = allow("audit", "editSession", audit.state, facts, {
      // A session outside new dates must still be removable, so its own day is not asked again.
      on: audit.startsOn ?? dateToDay(heldOn),
      fromMinute: minuteOf(startsAt),
      toMinute: minuteOf(endsAt),
      topic,
      auditorIds: [],
    });
    await move(act, subject, allowed, outdatedPlan(audit), { audit: name, topic, change: "removed" });
    await act.tx.planSession.delete({ where: { id } });
    return null;
  });
}

async function findSession({ act, audit }: AuditActing, sessionId: string) {
  const found = await act.tx.planSession.findFirst({ where: { id: knownId(sessionId), auditId: audit.id } });
  if (!found) throw new NotThere();
  return found;
}

/**
 * What another session does to the plan: before it is agreed it must be sent again; later the client sees the change at
 * once and confirms again. While the audit runs its leader may move sessions (CON-2), and nothing is confirmed any more.
 */
function outdatedPlan({ state }: AuditRecord): { planSentOn?: null; planConfirmedOn?: null } {
  if (state === "team_confirmed") return { planSentOn: null, planConfirmedOn: null };
  return state === "planned" ? { planConfirmedOn: null } : {};
}

function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Sends the plan to the client (PLAN-2). */
export async function sendPlan(actor: Actor, input: AuditAct, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    const { justification } = act.submission;
    const allowed = allow("audit", "sendPlan", audit.state, facts, { justification });
    const sent = { planSentOn: dayToDate(act.moment.on), planConfirmedOn: null };
    await move(act, subject, allowed, sent, { audit: name });
    return null;
  });
}

/** The client agrees to dates and plan (PLAN-2). */
export async function confirmPlan(actor: Actor, input: AuditAct, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    const allowed = allow("audit", "confirmPlan", audit.state, facts, {});
    await move(act, subject, allowed, { planConfirmedOn: dayToDate(act.moment.on) }, { audit: name });
    return null;
  });
}

/** Agrees dates and plan; for Stage 1 the case is scheduled in the same act (PLAN-2, TEAM-5). */
export async function planAudit(actor: Actor, input: AuditAct, submission: Submission): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    const plan = () => allow("audit", "planAudit", audit.state, facts, {});
    const schedule = () => allow("certification", "scheduleStage1", caseOf(act).state, facts, {});
    const schedulesCase = alsoSchedulesStage1(facts);
    allowAll(plan, ...(schedulesCase ? [schedule] : []));
    await move(act, subject, plan(), {}, { audit: name });
    if (schedulesCase) await move(act, caseSubject(act), schedule(), {}, {});
    return null;
  });
}
