import "server-only";
import type { Actor } from "../actor";
import { tellEvent } from "../lifecycle/event";
import { readCorrections, wasHandedOver } from "../store/corrective-actions";
import { readFindingText } from "../store/finding-page";
import type { LoadedProject } from "../store/record";

/** The issued findings in the order of their numbers, with grades, plans, evidence and verification. */
export async function composeFindings(actor: Actor, project: LoadedProject) {
  const issued = project.record.findings.filter(({ number }) => number !== null);
  issued.sort((one, other) => ((one.number ?? "") < (other.number ?? "") ? -1 : 1));
  const composed = [];
  for (const finding of issued) composed.push(await composeFinding(actor, project, finding.id));
  return composed;
}

async function composeFinding(actor: Actor, project: LoadedProject, findingId: string) {
  const { finding, text } = await readFindingText(actor, project, findingId);
  const { number, grade, state, issuedOn, planDueOn, closureDueOn, carriedTo } = finding;
  const { plan, actions, submissions, evidence, rounds } = await readCorrections(actor, project, findingId);
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
