import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { type Day, dayToDate, formatDay } from "../day";
import { Changed, Rejected } from "../outcome";
import { type Act, actOnProject, type Submission } from "./act";
import type { Prisma } from "./db";
import { type FindingAct, findingSubject } from "./finding-act";
import { allow, allowAll, move } from "./move";
import { factsOfFinding, findingKeys } from "./nonconformities";
import { knownId } from "./reach";

/** The most files one form adds. */
export const MAX_EVIDENCE_FILES = 20;

export interface ProveAction extends FindingAct {
  /** The action it proves; null = the finding as a whole. */
  actionId: string | null;
  fileIds: readonly string[];
  /** What day the files are of, which need not be the one of the upload. */
  datedOn?: Day | null;
  note: string | null;
  /** Also marks the action as done. */
  done: boolean;
}

/**
 * Adds files as evidence and, if asked, marks the action as done; both or none. An action owner acts on own actions
 * only, the manager on all. Throws Rejected when there is nothing to add, or a file is none of the sender's.
 */
export async function proveAction(actor: Actor, input: ProveAction, submission: Submission): Promise<null> {
  const door = may(actor, "project.read") ? "project" : "action";
  return await actOnProject(actor, { ...input, door }, submission, async (act) => {
    const { actionId, fileIds, datedOn = null, done, note } = input;
    if (fileIds.length === 0 && !done)
      throw new Rejected({ files: "Add a file, or mark the action as done." });
    if (datedOn && datedOn > act.moment.on) {
      throw new Rejected({ datedOn: `Enter today, ${formatDay(act.moment.on)}, or a day before it.` });
    }
    const facts = factsOfFinding(act, input.findingId);
    const { state, version } = facts.finding;
    const adding = () => allow("nonconformity", "addEvidence", state, facts, { actionId });
    const completing = () =>
      allow("nonconformity", "completeAction", state, facts, { actionId: actionId ?? "" });
    allowAll(...(fileIds.length > 0 ? [adding] : []), ...(done ? [completing] : []));
    let subject = findingSubject(facts.finding, input.version);
    const { number } = facts;
    if (fileIds.length > 0) {
      const files = await ownFiles(act, fileIds);
      // A note that comes with "done" stands with the action, once, not with each file.
      const keys = {
        ...findingKeys(act, facts),
        actionId,
        note: done ? null : note,
        datedOn: datedOn && dayToDate(datedOn),
      };
      await keepEvidence(act, keys, files);
      const file = files.map(({ name }) => name).join(", ");
      await move(act, subject, adding(), {}, { number, file }, { audience: "own" });
      subject = { ...subject, version: version + 1 };
    }
    if (done && actionId) {
      const action = await completeAction(act, actionId, note);
      await move(act, subject, completing(), {}, { number, action }, { audience: "own" });
    }
    return null;
  });
}

/** The files by their ids: the sender's organisation keeps them, and an action owner adds only own uploads. */
async function ownFiles({ tx, actor, project }: Act, fileIds: readonly string[]) {
  const ids = [...new Set(fileIds.map(knownId))];
  if (ids.length > MAX_EVIDENCE_FILES) {
    throw new Rejected({ files: `Add ${MAX_EVIDENCE_FILES} files or fewer at once.` });
  }
  const where: Prisma.StoredFileWhereInput = {
    id: { in: ids },
    projectId: project.record.id,
    organisationId: actor.organisationId,
  };
  if (!may(actor, "project.read")) where.uploadedById = actor.personId;
  const files = await tx.storedFile.findMany({
    where,
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
  if (files.length !== ids.length) throw new Rejected({ files: "Add the file again: it did not arrive." });
  return files;
}

type Keys = ReturnType<typeof findingKeys> & {
  actionId: string | null;
  note: string | null;
  datedOn: Date | null;
};

async function keepEvidence({ tx, actor, submission }: Act, keys: Keys, files: { id: string }[]) {
  await tx.evidence.createMany({
    data: files.map(({ id }) => ({
      ...keys,
      fileId: id,
      addedById: actor.personId,
      addedAt: submission.now,
    })),
    skipDuplicates: true,
  });
}

/** Marks the action as done and returns what it was. A repeat would move the day, so it is refused. */
async function completeAction({ tx, actor, moment }: Act, actionId: string, note: string | null) {
  const action = await tx.planAction.findUniqueOrThrow({ where: { id: actionId } });
  if (action.doneOn) throw new Changed("This action is marked as done already.");
  await tx.planAction.update({
    where: { id: actionId },
    data: { doneOn: dayToDate(moment.on), doneById: actor.personId, doneNote: note },
  });
  return action.what;
}

/** Submits the evidence to the body: at least one file, every action done, in time or with a reason (CAP-1, CAP-2). */
export async function submitEvidence(actor: Actor, input: FindingAct, submission: Submission): Promise<null> {
  return await actOnProject(actor, input, submission, async (act) => {
    const facts = factsOfFinding(act, input.findingId);
    const allowed = allow("nonconformity", "submitEvidence", facts.finding.state, facts, {
      justification: submission.justification,
    });
    const { number } = facts;
    await move(
      act,
      findingSubject(facts.finding, input.version),
      allowed,
      { returnComment: null },
      { number },
    );
    return null;
  });
}
