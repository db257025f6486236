import "server-only";
import type { Actor } from "../actor";
import { type Day, dateToDay } from "../day";
import type { ScanView } from "../files/scan-state";
import { isEventKind, labelOfEvent } from "../lifecycle/event";
import { Changed, NotThere } from "../outcome";
import { type Act, actOnProject, type Submission } from "./act";
import { db } from "./db";
import { readScans } from "./files";
import { tell } from "./move";
import { permit } from "./permit";
import { readProjectHead } from "./project-head";
import { knownId } from "./reach";

/** Recorded acts one page shows: a whole certification has fewer. */
const MAX_LISTED = 500;

export interface RecordedActView {
  eventId: string;
  no: number;
  label: string;
  actedOn: Day;
  actedBy: string;
  recordedBy: string;
  fileId: string;
  scan: ScanView | null;
  standing: string;
  correction: string | null;
}

/** What the client recorded for the body, oldest first, with what the body said to it. */
export async function listRecordedActs(actor: Actor, projectId: string): Promise<RecordedActView[]> {
  const head = await readProjectHead(actor, projectId);
  const acts = await db(actor).recordedAct.findMany({
    where: { projectId: head.id },
    include: { event: { select: { no: true, kind: true, personName: true } } },
    orderBy: { event: { no: "asc" } },
    take: MAX_LISTED,
  });
  const people = await db(actor).person.findMany({
    where: { id: { in: acts.map(({ actedById }) => actedById) } },
    select: { id: true, name: true },
  });
  const scans = await readScans(
    actor,
    acts.map(({ fileId }) => fileId),
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return acts.map(({ event, eventId, actedOn, actedById, fileId, standing, correction }) => ({
    eventId,
    no: event.no,
    label: isEventKind(event.kind) ? labelOfEvent(event.kind) : event.kind,
    actedOn: dateToDay(actedOn),
    actedBy: names.get(actedById) ?? "",
    recordedBy: event.personName,
    fileId,
    scan: scans.get(fileId) ?? null,
    standing,
    correction,
  }));
}

export interface RecordedAnswer {
  projectId: string;
  eventId: string;
}

/** The body says that it did act as the client recorded. */
export async function confirmRecordedAct(
  actor: Actor,
  { projectId, eventId }: RecordedAnswer,
  submission: Submission,
): Promise<null> {
  permit(actor, "record.confirm");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const { label, actedOn } = await answer(act, eventId, { standing: "confirmed" });
    const data = { act: label, on: dateToDay(actedOn) };
    await tell(act, "record.confirm", { type: "recordedAct", id: eventId }, data);
    return null;
  });
}

/** The body says what differs from what the client recorded. The entry stays; the correction stands beside it. */
export async function correctRecordedAct(
  actor: Actor,
  { projectId, eventId, correction }: RecordedAnswer & { correction: string },
  submission: Submission,
): Promise<null> {
  permit(actor, "record.correct");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    const { label } = await answer(act, eventId, { standing: "corrected", correction });
    const data = { act: label, reason: correction };
    await tell(act, "record.correct", { type: "recordedAct", id: eventId }, data, { reason: correction });
    return null;
  });
}

async function answer(
  { tx, actor, project, submission }: Act,
  eventId: string,
  data: { standing: "confirmed" | "corrected"; correction?: string },
) {
  const found = await tx.recordedAct.findFirst({
    where: { eventId: knownId(eventId), projectId: project.record.id },
    include: { event: { select: { kind: true } } },
  });
  if (!found) throw new NotThere();
  const { count } = await tx.recordedAct.updateMany({
    where: { eventId: found.eventId, standing: "recorded" },
    data: { ...data, answeredById: actor.personId, answeredAt: submission.now },
  });
  if (count !== 1) throw new Changed("This act is answered already.");
  const { kind } = found.event;
  return { actedOn: found.actedOn, label: isEventKind(kind) ? labelOfEvent(kind) : kind };
}
