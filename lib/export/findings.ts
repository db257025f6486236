import "server-only";
import type { Actor } from "../actor";
import { tellEvent } from "../lifecycle/event";
import type { ProjectRecord } from "../lifecycle/record";
import { readCorrectiveAction, wasHandedOver } from "../store/corrective-actions";
import { readFinding } from "../store/finding-page";

/** The issued findings in the order of their numbers, with grades, plans, evidence and verification. */
export async function composeFindings(actor: Actor, { id, findings }: ProjectRecord) {
  const issued = findings.filter(({ number }) => number !== null);
  issued.sort((one, other) => ((one.number ?? "") < (other.number ?? "") ? -1 : 1));
  const composed = [];
  for (const finding of issued) composed.push(await composeFinding(actor, id, finding.id));
  return composed;
}

async function composeFinding(actor: Actor, projectId: string, findingId: string) {
  const { finding, text } = await readFinding(actor, projectId, findingId);
  const { number, grade, state, issuedOn, planDueOn, closureDueOn, carriedTo } = finding;
  const { plan, actions, submissions, evidence, rounds } = await readCorrectiveAction(
    actor,
    projectId,
    findingId,
  );
  const isHandedOver = wasHandedOver({ rounds }, state);
  const { siteId, auditEndsOn, ...words } = text;
  return {
    ...{ number, grade, state },
    ...words,
    ...{ issuedOn, planDueOn, closureDueOn, carriedTo },
    // The client's own plan before it is submitted: the body does not see it.
    isPlanInPreparation: actor.side === "client" && state === "open" && plan !== null,
    plan,
    actions: actions.map(({ ownerId, ...action }) => action),
    submissions,
    evidenceFiles: evidence.map(({ mediaType, size, sha256, scan, ...file }) => ({
      ...file,
      isInPreparation: !isHandedOver(file),
    })),
    rounds: rounds.map(({ data, recorded, ...round }) => ({
      ...round,
      sentence: tellEvent({ kind: round.kind, data }),
      recordedFor: recorded && { by: recorded.by, on: recorded.on, standing: recorded.standing },
    })),
  };
}

export type ExportedFinding = Awaited<ReturnType<typeof composeFindings>>[number];
