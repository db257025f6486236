import "server-only";
import { type Day, dayToDate } from "../day";
import type { CauseMethod } from "../five-whys";
import type { PlanRecord } from "../lifecycle/record";
import { Rejected } from "../outcome";
import type { Act } from "./act";
import { newId } from "./new-id";
import { findingKeys, type IssuedFinding } from "./nonconformities";

export interface PlanActionInput {
  /** The action's id when it was saved before; null for a new row. */
  id: string | null;
  what: string;
  ownerId: string | null;
  dueOn: Day | null;
  proof: string | null;
}

/** A plan as it is typed. Correction and corrective action stand apart (CAP-4); what is missing is null. */
export interface PlanInput {
  correction: string | null;
  extent: string | null;
  cause: string | null;
  causeMethod: CauseMethod;
  effectivenessCheck: string | null;
  actions: readonly PlanActionInput[];
}

/** The plan as the rules read it, before it is written. */
export function planFacts(plan: PlanInput): PlanRecord {
  return {
    hasCorrection: plan.correction !== null,
    hasExtent: plan.extent !== null,
    hasCause: plan.cause !== null,
    actions: plan.actions.map(({ id, ownerId, dueOn }) => ({ id: id ?? "", ownerId, dueOn, done: false })),
  };
}

/**
 * Writes the plan and its actions. A row that was there before keeps its id, what is done and its evidence; the
 * evidence of a row that was taken out stays with the finding. Throws Rejected for an owner who is nobody of the client.
 */
export async function writePlan(act: Act, issued: IssuedFinding, plan: PlanInput): Promise<void> {
  requireOwners(act, plan.actions);
  const { tx } = act;
  const keys = findingKeys(act, issued);
  const { findingId } = keys;
  const { actions, ...words } = plan;
  await tx.actionPlan.upsert({
    where: { findingId },
    create: { ...keys, ...words },
    update: { ...words, version: { increment: 1 } },
  });
  const before = new Map(
    (await tx.planAction.findMany({ where: { findingId } })).map((row) => [row.id, row]),
  );
  await tx.planAction.deleteMany({ where: { findingId } });
  const rows = actions.map(({ id, dueOn, ...typed }, index) => {
    const kept = id ? before.get(id) : undefined;
    return {
      ...keys,
      ...typed,
      id: kept?.id ?? newId(),
      no: index + 1,
      dueOn: dueOn && dayToDate(dueOn),
      doneOn: kept?.doneOn ?? null,
      doneNote: kept?.doneNote ?? null,
      doneById: kept?.doneById ?? null,
    };
  });
  await tx.planAction.createMany({ data: rows });
  await tx.evidence.updateMany({
    where: {
      findingId,
      AND: [{ actionId: { not: null } }, { actionId: { notIn: rows.map(({ id }) => id) } }],
    },
    data: { actionId: null },
  });
}

function requireOwners({ project }: Act, actions: readonly PlanActionInput[]): void {
  const errors: Record<string, string> = {};
  for (const [index, { ownerId }] of actions.entries()) {
    if (ownerId !== null && !project.record.clientPersonIds.includes(ownerId)) {
      errors[`actions.${index}.ownerId`] = "Choose an owner from the people of your organisation.";
    }
  }
  if (Object.keys(errors).length > 0) throw new Rejected(errors);
}
