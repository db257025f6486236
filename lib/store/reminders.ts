import "server-only";
import type { Actor } from "../actor";
import { addDays, type Day, dateToDay, dayToDate, isAfter } from "../day";
import { linkTo } from "../env";
import { NotThere, Rejected } from "../outcome";
import { paths } from "../paths";
import { refuseReminder, reminderText } from "../selection/reminder";
import { tokenFor } from "../session/token";
import { findStandard } from "../standards/editions";
import { type Act, actOnProject, type Submission } from "./act";
import { placeLink } from "./answer-links";
import { db } from "./db";
import { sendLink } from "./messages";
import { tell } from "./move";
import { newId } from "./new-id";
import { permit } from "./permit";
import { knownId } from "./reach";
import { isMailSetUp } from "./send-notices";
import { requireSourcingState } from "./sourcing";

/** A new link opens for at least so long, so that there is time to answer. */
const LINK_DAYS = 7;

/** How a reminder goes to a body: as a message on CertTrail, as a mail that holds a new link, or as words to send oneself. */
export type ReminderWay = "message" | "mail" | "text";

export interface RemindBody {
  projectId: string;
  bodyId: string;
  /** For a body that is not on CertTrail: make a new link for the last recipient. The one before ends. */
  withLink: boolean;
  /** Where a mail with the new link goes; null for words to copy. */
  address: string | null;
}

/** What was done: `text` is for the client to send itself. */
export interface Reminded {
  way: ReminderWay;
  body: string;
  text: string | null;
}

/**
 * Reminds a body that was asked and has not answered. Throws Rejected for one that has, for one that was reminded within
 * REMINDER_PAUSE_DAYS, and for a new link where nobody had one; NotThere for one that was not asked.
 */
export async function remindBody(actor: Actor, input: RemindBody, submission: Submission): Promise<Reminded> {
  permit(actor, "proposal.remind");
  // Outside the answer that is kept for a repeat: no table holds the token, which a repeat makes again.
  const token = tokenFor(`reminder ${actor.organisationId} ${submission.id}`);
  const { way, body, recipient, hasOpenLink, lastDay, facts } = await actOnProject(
    actor,
    input,
    submission,
    async (act) => {
      requireSourcingState(act, "Remind a body", "rfp_open", "evaluating");
      const found = await requireSilentBody(act, knownId(input.bodyId));
      const link = input.withLink && !found.connected ? await renewLink(act, found.id, token) : null;
      const chosen = wayOf(found.connected, link, input.address);
      await keepReminder(act, found, chosen);
      if (chosen === "mail" && input.address) await mailLink(act, input.address, token);
      const { sourcing, standardId } = act.project.record;
      const dueOn = sourcing.answerDueOn;
      return {
        ...{ way: chosen, body: found.name, lastDay: link?.lastDay ?? null },
        ...(await findLastRecipient(act, found.id)),
        facts: { project: act.project.name, standardId, dueOn, today: act.moment.today },
      };
    },
  );
  if (way !== "text") return { way, body, text: null };
  const text = reminderText({
    ...{ client: actor.organisationName, project: facts.project, dueOn: facts.dueOn, today: facts.today },
    ...{ standard: findStandard(facts.standardId)?.name ?? facts.standardId, recipient, hasOpenLink },
    link: lastDay && { address: linkTo(paths.answer(token)), lastDay },
  });
  return { way, body, text };
}

function wayOf(connected: boolean, link: object | null, address: string | null): ReminderWay {
  if (connected) return "message";
  return link && address && isMailSetUp() ? "mail" : "text";
}

async function requireSilentBody({ tx, project, moment }: Act, bodyId: string) {
  const { id: projectId, sourcing } = project.record;
  if (!sourcing.invitedBodyIds.includes(bodyId)) throw new NotThere();
  const body = await tx.organisation.findUniqueOrThrow({
    where: { id: bodyId },
    select: { id: true, name: true, connected: true },
  });
  if (sourcing.proposals.some((one) => one.bodyId === bodyId))
    throw new Rejected({ reminder: `${body.name} has answered.` });
  const last = await tx.requestReminder.findFirst({
    where: { projectId, bodyId },
    orderBy: { sentOn: "desc" },
    select: { sentOn: true },
  });
  const refusal = refuseReminder(body.name, last && dateToDay(last.sentOn), moment.today);
  if (refusal) throw new Rejected({ reminder: refusal });
  return body;
}

/** Who was sent the last link of a body, and whether it still opens. */
async function findLastRecipient({ tx, project, moment }: Act, bodyId: string) {
  const last = await tx.answerLink.findFirst({
    where: { projectId: project.record.id, bodyId },
    orderBy: { madeAt: "desc" },
    select: { lastDay: true, revokedAt: true, person: { select: { name: true } } },
  });
  const hasOpenLink = last !== null && !last.revokedAt && !isAfter(moment.today, dateToDay(last.lastDay));
  return { recipient: last?.person.name ?? null, hasOpenLink };
}

/** A new link for whoever had the last one, open at least LINK_DAYS more. */
async function renewLink(act: Act, bodyId: string, token: string) {
  const before = await act.tx.answerLink.findFirst({
    where: { projectId: act.project.record.id, bodyId },
    orderBy: { madeAt: "desc" },
    select: { lastDay: true, person: { select: { name: true } } },
  });
  if (!before) throw new Rejected({ withLink: "Nobody had a link yet. Make one below, for a named person." });
  const least = addDays(act.moment.today, LINK_DAYS);
  const lastDay = isAfter(dateToDay(before.lastDay), least) ? dateToDay(before.lastDay) : least;
  const recipient = before.person.name;
  await placeLink(act, { bodyId, recipient, lastDay }, token);
  return { recipient, lastDay };
}

async function keepReminder(act: Act, body: { id: string; name: string }, way: ReminderWay): Promise<void> {
  const { id: projectId, clientId } = act.project.record;
  await act.tx.requestReminder.create({
    data: {
      ...{ id: newId(), projectId, clientId, bodyId: body.id, way, sentById: act.actor.personId },
      ...{ sentOn: dayToDate(act.moment.today), sentAt: act.submission.now },
    },
  });
  const subject = { type: "project", id: projectId };
  await tell(act, "proposal.remind", subject, { body: body.name }, { audience: "own" });
}

async function mailLink({ tx, actor, project, submission }: Act, address: string, token: string) {
  const { organisationId, organisationName } = actor;
  const subject = `${organisationName} waits for your proposal`;
  const link = { organisationId, address, subject, about: project.name, path: paths.answer(token) };
  await sendLink(tx, { ...link, kind: "answer" }, submission.now);
}

/** How often a body was reminded, and when last. */
export interface Reminders {
  count: number;
  lastOn: Day;
}

/** The reminders of each body of the client's own project; bodies that were never reminded are missing. */
export async function listReminders(actor: Actor, projectId: string): Promise<Map<string, Reminders>> {
  const sent = await db(actor).requestReminder.groupBy({
    by: ["bodyId"],
    where: { projectId, clientId: actor.organisationId },
    _count: true,
    _max: { sentOn: true },
  });
  return new Map(
    sent.flatMap(({ bodyId, _count: count, _max }) =>
      _max.sentOn ? [[bodyId, { count, lastOn: dateToDay(_max.sentOn) }] as const] : [],
    ),
  );
}
