import "server-only";
import { dayToDate } from "../day";
import { type CommandOf, type FactsOf, type InputFor, type StateOf, settle } from "../lifecycle/ask";
import type { EventDataOf, EventKind } from "../lifecycle/event";
import type { MachineName } from "../lifecycle/machines";
import type { Refusal } from "../lifecycle/refusal";
import { Changed, Refused } from "../outcome";
import type { Act } from "./act";
import type { Prisma, Tx } from "./db";
import { newId } from "./new-id";
import { sendNotices } from "./send-notices";

/** Asks the machine's table whether the command may be given now. Throws Refused with every reason against it. */
export function allow<N extends MachineName, K extends CommandOf<N>>(
  machine: N,
  command: K,
  state: StateOf<N>,
  facts: FactsOf<N>,
  input: InputFor<N, K>,
) {
  const decision = settle(machine, command, state, facts, input);
  if (!decision.allowed) throw new Refused(decision.refusals);
  const kind: `${N}.${K}` = `${machine}.${command}`;
  return { ...decision, machine, kind };
}

/** Several commands of one act: allowed together or refused with the reasons of all. */
export function allowAll(...asked: (() => unknown)[]): void {
  const refusals: Refusal[] = [];
  for (const ask of asked) {
    try {
      ask();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refusals.push(...error.refusals);
    }
  }
  if (refusals.length > 0) throw new Refused(refusals);
}

/** The rows that carry a state, each under its own type. */
export interface Changes {
  project: Prisma.ProjectUncheckedUpdateManyInput;
  certificationCase: Prisma.CertificationCaseUncheckedUpdateManyInput;
  audit: Prisma.AuditUncheckedUpdateManyInput;
  finding: Prisma.FindingUncheckedUpdateManyInput;
  certificate: Prisma.CertificateUncheckedUpdateManyInput;
}

export type SubjectType = keyof Changes;

export interface Subject<T extends SubjectType = SubjectType> {
  type: T;
  id: string;
  /** The version the person saw; another one now means that somebody was faster. */
  version: number;
}

export interface Telling {
  /** Kept with the entry in the trail: a return's comment, a regrade's reason, a justification. */
  reason?: string;
  /** "own": only the acting side may read the entry (drafts, working notes). */
  audience?: "both" | "own";
}

/**
 * Carries an allowed command out: the row's state and columns and the entry in the trail, in the act's transaction.
 * Throws Changed if the row is no longer the version that was seen.
 */
export async function move<T extends SubjectType, S extends string, K extends EventKind>(
  act: Act,
  subject: Subject<T>,
  allowed: { kind: K; machine: string; from: S; to: S; justified: readonly Refusal[] },
  change: Changes[T],
  data: EventDataOf<K>,
  telling: Telling = {},
): Promise<void> {
  await updateRow(act.tx, subject, { ...change, state: allowed.to });
  const justified = allowed.justified.map(({ code }) => code);
  await tell(act, allowed.kind, { type: subject.type, id: subject.id }, data, {
    ...telling,
    reason: telling.reason ?? (justified.length > 0 ? act.submission.justification : undefined),
    move: { machine: allowed.machine, from: allowed.from, to: allowed.to },
  });
}

async function updateRow<T extends SubjectType>(
  tx: Tx,
  subject: Subject<T>,
  change: Changes[T],
): Promise<void> {
  const where = { id: subject.id, version: subject.version };
  const data = { ...change, version: { increment: 1 } };
  const updates: Record<SubjectType, () => Promise<{ count: number }>> = {
    project: () => tx.project.updateMany({ where, data: data as Changes["project"] }),
    certificationCase: () =>
      tx.certificationCase.updateMany({ where, data: data as Changes["certificationCase"] }),
    audit: () => tx.audit.updateMany({ where, data: data as Changes["audit"] }),
    finding: () => tx.finding.updateMany({ where, data: data as Changes["finding"] }),
    certificate: () => tx.certificate.updateMany({ where, data: data as Changes["certificate"] }),
  };
  const { count } = await updates[subject.type]();
  if (count !== 1) throw new Changed();
}

/** Writes an entry of the trail, which the database numbers and chains, and tells the people whom it concerns. */
export async function tell<K extends EventKind>(
  act: Pick<Act, "tx" | "actor" | "recorded"> & {
    project: { record: { id: string; clientId: string } };
    submission: { now: Date };
  },
  kind: K,
  subject: { type: string; id: string },
  data: EventDataOf<K>,
  telling: Telling & { move?: { machine: string; from: string; to: string } } = {},
): Promise<void> {
  const { actor, project, submission, recorded, tx } = act;
  const id = newId();
  await tx.event.create({
    data: {
      id,
      projectId: project.record.id,
      clientId: project.record.clientId,
      // The database sets the number and the chain; these three only fill the columns until it does.
      no: 0,
      prevHash: "-",
      hash: "-",
      at: submission.now,
      personId: actor.personId,
      personName: actor.personName,
      organisationId: actor.organisationId,
      organisationName: actor.organisationName,
      side: actor.side,
      kind,
      subjectType: subject.type,
      subjectId: subject.id,
      machine: telling.move?.machine ?? null,
      fromState: telling.move?.from ?? null,
      toState: telling.move?.to ?? null,
      data: data as Prisma.InputJsonValue,
      reason: telling.reason?.trim() || null,
      audience: telling.audience === "own" ? actor.side : "both",
      // In the entry itself, so that the chain covers whose act it was, of which day and by which proof.
      ...(recorded && {
        recorded: {
          bodyId: recorded.bodyId,
          actedOn: recorded.on,
          actedById: recorded.personId,
          fileId: recorded.proofId,
          sha256: recorded.proofSha256,
        },
      }),
    },
  });
  await sendNotices(tx, id, kind, data, { project: project.record.id, subject: subject.id });
  if (!recorded) return;
  await tx.recordedAct.create({
    data: {
      eventId: id,
      projectId: project.record.id,
      clientId: project.record.clientId,
      bodyId: recorded.bodyId,
      actedOn: dayToDate(recorded.on),
      actedById: recorded.personId,
      fileId: recorded.proofId,
    },
  });
}
