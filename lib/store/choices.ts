import "server-only";
import { z } from "zod";
import type { Actor } from "../actor";
import { type Day, dateToDay, dayToDate, parseDay } from "../day";
import { namesOrganisation, type OutsideWork, type RecommendCbInput } from "../lifecycle/choice-rules";
import { findProposal } from "../lifecycle/reading";
import { sayConflict, sayOutsideWork } from "../selection/choice-words";
import type { Act } from "./act";
import { db, type Prisma } from "./db";
import { newId } from "./new-id";
import { nameOfBody } from "./sourcing";

/** What is stated with a recommendation besides its reason: who took part, with which interests, and earlier work. */
export interface ChoiceStatement extends Omit<RecommendCbInput, "isNamedInProfile" | "justification"> {
  /** People outside the organisation who took part, in words. */
  others: string | null;
}

const keptDay = z.string().transform((text, context): Day => {
  const day = parseDay(text);
  if (day) return day;
  context.addIssue({ code: "custom", message: "Not a day" });
  return z.NEVER;
});
/** What a row of `choice` holds, read back through these, so that a row that is none is noticed. */
const KeptConflicts = z.array(z.object({ who: z.string(), what: z.string() }));
const KeptWork = z.array(
  z.object({
    kind: z.enum(["internal_audit", "consultancy"]),
    by: z.enum(["body", "related", "person"]),
    who: z.string(),
    endedOn: keptDay.nullable(),
  }),
) satisfies z.ZodType<OutsideWork[]>;
const ProfileWords = z.object({ advisers: z.string().nullable().default(null) });

/** The statement with what the newest scope profile says about the body: it cannot be passed over (IMP-3). */
export async function withProfile(
  act: Act,
  stated: Omit<ChoiceStatement, "others">,
): Promise<Omit<RecommendCbInput, "justification">> {
  const { record } = act.project;
  const bodyId = findProposal(record, stated.proposalId)?.bodyId;
  const newest = await act.tx.scopeProfile.findFirst({
    where: { projectId: record.id },
    select: { facts: true },
    orderBy: { no: "desc" },
  });
  if (!newest || bodyId === undefined) return { ...stated, isNamedInProfile: false };
  const { advisers } = ProfileWords.parse(newest.facts);
  return { ...stated, isNamedInProfile: namesOrganisation(advisers, await nameOfBody(act, bodyId)) };
}

/** What the trail says of the statement, in words; each is the client's own. */
export async function toldWith({ tx }: Act, stated: ChoiceStatement) {
  const people = await tx.person.findMany({
    where: { id: { in: [...stated.involvedIds] } },
    select: { name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const names = [...people.map(({ name }) => name), ...(stated.others ? [stated.others] : [])];
  return {
    involved: names.join(", "),
    conflicts: stated.hasConflicts ? stated.conflicts.map(sayConflict).join("; ") : "none",
    work: stated.hasWork ? stated.work.map(sayOutsideWork).join("; ") : "none",
  };
}

/** Keeps the recommendation as it was made; the newest counts. */
export async function keepChoice(act: Act, stated: ChoiceStatement): Promise<void> {
  const { id: projectId, clientId } = act.project.record;
  const proposal = findProposal(act.project.record, stated.proposalId);
  if (!proposal) return;
  const no = (await act.tx.choice.count({ where: { projectId } })) + 1;
  await act.tx.choice.create({
    data: {
      ...{ projectId, clientId, no, bodyId: proposal.bodyId, reason: stated.reason.trim() },
      ...{ involvedIds: [...stated.involvedIds], others: stated.others },
      conflicts: (stated.hasConflicts ? stated.conflicts : []) as unknown as Prisma.InputJsonArray,
      work: (stated.hasWork ? stated.work : []) as unknown as Prisma.InputJsonArray,
      ...{ madeById: act.actor.personId, madeAt: act.submission.now },
    },
  });
}

/**
 * Puts the work that was stated with the confirmed choice on record for both sides, so that the rules about teams and
 * decisions keep a person of the body out (IMP-4). A person whom the body has not named yet stays in the words of the choice.
 */
export async function keepTies(act: Act, bodyId: string): Promise<void> {
  const { tx, project } = act;
  const { id: projectId, clientId } = project.record;
  const newest = await tx.choice.findFirst({ where: { projectId, bodyId }, orderBy: { no: "desc" } });
  for (const work of KeptWork.parse(newest?.work ?? [])) {
    const personId = work.by === "person" ? await findPersonOf(act, bodyId, work.who) : null;
    if (work.by === "person" && personId === null) continue;
    // What the body's own people have declared stays as they declared it.
    const key = { clientId, bodyId, personId, kind: work.kind, declaredByOrganisationId: clientId };
    const stated = {
      endedOn: work.endedOn && dayToDate(work.endedOn),
      declaredById: act.moment.who.personId,
      declaredAt: act.submission.now,
    };
    const { count } = await tx.tie.updateMany({ where: key, data: stated });
    if (count === 0) await tx.tie.create({ data: { id: newId(), ...key, ...stated } });
  }
}

async function findPersonOf({ tx }: Act, bodyId: string, name: string): Promise<string | null> {
  const found = await tx.membership.findFirst({
    where: {
      organisationId: bodyId,
      person: { name: { equals: name.trim().replace(/\s+/g, " "), mode: "insensitive" } },
    },
    select: { personId: true },
    orderBy: { createdAt: "asc" },
  });
  return found?.personId ?? null;
}

/** The newest recommendation of a project as it was made, for the client alone; null where none was. The reach was checked. */
export async function readChoice(actor: Actor, projectId: string) {
  if (actor.side !== "client") return null;
  const row = await db(actor).choice.findFirst({
    where: { projectId, clientId: actor.organisationId },
    orderBy: { no: "desc" },
  });
  if (!row) return null;
  const people = await db(actor).person.findMany({
    where: { id: { in: [...row.involvedIds, row.madeById] } },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return {
    bodyId: row.bodyId,
    reason: row.reason,
    involved: people.filter(({ id }) => row.involvedIds.includes(id)).map(({ name }) => name),
    others: row.others,
    conflicts: KeptConflicts.parse(row.conflicts),
    work: KeptWork.parse(row.work),
    madeBy: people.find(({ id }) => id === row.madeById)?.name ?? "Somebody",
    madeOn: dateToDay(row.madeAt),
  };
}

export type Choice = NonNullable<Awaited<ReturnType<typeof readChoice>>>;

/** What the newest scope profile says about who advised and who audits internally; null where it says nothing. */
export async function readAdvisers(actor: Actor, projectId: string): Promise<string | null> {
  const newest = await db(actor).scopeProfile.findFirst({
    where: { projectId, clientId: actor.organisationId },
    select: { facts: true },
    orderBy: { no: "desc" },
  });
  return newest ? ProfileWords.parse(newest.facts).advisers : null;
}
