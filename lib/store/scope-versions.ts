import "server-only";
import type { Actor } from "../actor";
import { type Difference, differencesOf } from "../audit-time/differences";
import { estimateTime } from "../audit-time/estimate";
import type { ScopeFacts } from "../audit-time/profile";
import { Changed, Rejected } from "../outcome";
import { type Act, actOnProject, type Submission } from "./act";
import { db, Prisma } from "./db";
import { tell } from "./move";
import { permit } from "./permit";
import { KeptFacts, KeptJudgement } from "./scope-content";
import { requireSourcingState } from "./sourcing";

/** The number of the version that bodies are told now, on which a request, a proposal or a letter is based; null without one. */
export async function toldScopeNo({ tx, project }: Pick<Act, "tx" | "project">): Promise<number | null> {
  const told = await tx.scopeProfile.findFirst({
    where: { projectId: project.record.id, told: true },
    select: { no: true },
    orderBy: { no: "desc" },
  });
  return told?.no ?? null;
}

/**
 * Tells every body that was asked the newest version: from then on requests show it, and offers are held against it. Offers keep
 * the version they were made on. Returns the names of the bodies that are not on CertTrail. Throws Changed when the page showed
 * another version, Rejected when the bodies know the newest.
 */
export async function sendScopeChanges(
  actor: Actor,
  { projectId, no }: { projectId: string; no: number },
  submission: Submission,
): Promise<{ off: string[] }> {
  permit(actor, "scope.send");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    requireSourcingState(act, "Send the changes to the bodies asked", "rfp_open", "evaluating");
    const { id, standardId } = act.project.record;
    const newest = await act.tx.scopeProfile.findFirst({
      where: { projectId: id },
      orderBy: { no: "desc" },
    });
    if (newest?.no !== no) throw new Changed();
    if (newest.told) throw new Rejected({ no: `The bodies were told version ${no} already.` });
    const facts = KeptFacts.parse(newest.facts);
    const time = estimateTime(standardId, facts, KeptJudgement.parse(newest.judgement));
    if (time.kind === "problems")
      throw new Rejected({ no: "The rules refuse this version now. Save it anew, then send it." });
    await act.tx.scopeProfile.updateMany({ where: { projectId: id, no }, data: { told: true } });
    const data = { personsInScope: time.persons.effective, version: { increment: 1 } };
    await act.tx.project.update({ where: { id }, data });
    await tell(act, "scope.send", { type: "project", id }, { no }, { audience: "own" });
    const off = await act.tx.organisation.findMany({
      where: { id: { in: [...act.project.record.sourcing.invitedBodyIds] }, connected: false },
      select: { name: true },
      orderBy: { name: "asc" },
    });
    return { off: off.map(({ name }) => name) };
  });
}

/** A version by its number and when it was saved. */
export interface ScopeVersionMark {
  no: number;
  savedAt: Date;
}

/** What something was based on, what holds now, and what is another fact since. */
export interface ScopeChange {
  basedOn: ScopeVersionMark;
  current: ScopeVersionMark;
  /** What holds now. */
  facts: ScopeFacts;
  differences: Difference[];
}

/**
 * What changed since the version that something was based on: for the client up to its newest version, for a body up to the newest
 * that it was told. Facts alone, never the client's judgement. Null where it was based on none. The project was looked up through
 * the actor.
 */
export async function readScopeChange(
  actor: Actor,
  projectId: string,
  basedOn: number | null,
): Promise<ScopeChange | null> {
  if (basedOn === null) return null;
  const reach =
    actor.side === "client"
      ? Prisma.sql`s.client_id = ${actor.organisationId}::uuid`
      : Prisma.sql`s.told AND EXISTS (SELECT FROM body_request r
          WHERE r.project_id = s.project_id AND r.body_id = ${actor.organisationId}::uuid)`;
  const versions = await db(actor).$queryRaw<(ScopeVersionMark & { facts: unknown })[]>`
    SELECT s.no, s.saved_at AS "savedAt", s.facts FROM scope_profile s
    WHERE s.project_id = ${projectId}::uuid AND ${reach} AND (s.no = ${basedOn}::int
      OR s.no = (SELECT max(s.no) FROM scope_profile s WHERE s.project_id = ${projectId}::uuid AND ${reach}))
    ORDER BY s.no`;
  const [before] = versions;
  const after = versions.at(-1);
  if (before?.no !== basedOn || !after) return null;
  const facts = KeptFacts.parse(after.facts);
  const markOf = ({ no, savedAt }: ScopeVersionMark) => ({ no, savedAt });
  return {
    basedOn: markOf(before),
    current: markOf(after),
    facts,
    differences: differencesOf(KeptFacts.parse(before.facts), facts),
  };
}
