import { may } from "@/lib/access";
import type { LifecycleCommand } from "@/lib/lifecycle/machines";
import { decideOn, lineOfCommand } from "./dispatch";
import { type Attempt, factsOf, stateOf, type World } from "./model";
import { effectOf } from "./model-effects";
import { BODY } from "./people";
import type { ActCommand, Part, ProductAct, Stop } from "./runs-act";
import { runActs } from "./runs-acts";

/** A state of a machine and a command that was asked there: "audit: running × holdOpening". */
export interface Asked {
  command: LifecycleCommand;
  state: string;
}

/** What the model says will come of an attempt. */
export interface Prediction {
  outcome: "done" | "refused" | Stop;
  /** The codes of all refusals, sorted, each once. */
  codes: string[];
  world: World;
  asked: Asked[];
}

export function actOf(command: LifecycleCommand): ProductAct {
  const act: ProductAct | undefined = runActs[command as ActCommand];
  if (act === undefined) throw new RangeError(command);
  return act;
}

/** Asks the tables of the pure core what the whole product must answer. Reads nothing but the model. */
export function predict(world: World, attempt: Attempt): Prediction {
  const stopped = (outcome: Stop): Prediction => ({ outcome, codes: [], world, asked: [] });
  const refused = (codes: string[], asked: Asked[]): Prediction => ({
    outcome: "refused",
    codes: [...new Set(codes)].toSorted(),
    world,
    asked,
  });
  if (isHidden(world, attempt)) return stopped("not-there");
  if (attempt.recorded && world.record.bodyConnected) return refused(["body-connected"], []);
  const act = actOf(attempt.command);
  const early = act.early?.(world, attempt) ?? null;
  if (early) return stopped(early);
  const parts = act.parts?.(world, attempt) ?? [{ attempt }];
  const answers = askAll(act.typed?.(world, attempt) ?? world, parts);
  if (answers === null) return stopped("not-there");
  const { codes, asked, after } = answers;
  if (codes.length > 0) return refused(codes, asked);
  const late = act.late?.(world, attempt) ?? null;
  if (late) return stopped(late);
  const handed = act.handsOver?.(world, attempt) ? handOver(after, attempt) : null;
  return {
    outcome: "done",
    codes: [],
    world: handed ?? after,
    asked: handed ? [...asked, { command: "certification.completeFindings", state: "findings_open" }] : asked,
  };
}

/** All parts of an act, each with its own machine; null where a record of one of them is not there. */
function askAll(world: World, parts: Part[]): { codes: string[]; asked: Asked[]; after: World } | null {
  let after = world;
  const codes: string[] = [];
  const asked: Asked[] = [];
  for (const { attempt, isAfter } of parts) {
    const view = isAfter ? after : world;
    const { command, subjectId, input } = attempt;
    const state = stateOf(view, command, subjectId);
    if (state === null) return null;
    const facts = factsOf(view, attempt);
    const decision = decideOn(command, state, facts, input);
    if (!decision.allowed) codes.push(...decision.refusals.map(({ code }) => code));
    asked.push({ command, state });
    // A refused part is carried out as well, for the sake of the parts that are asked after it.
    const to = decision.allowed ? decision.to : (lineOfCommand(command).to[0] ?? state);
    const act = { record: after.record, subjectId, to, moment: facts.moment, input };
    after = withBody({ ...after, record: effectOf(command)(act) });
  }
  return { codes, asked, after };
}

/** The record says of the chosen body alone whether it is on CertTrail; until then nothing can be recorded for it. */
export function withBody(world: World): World {
  const { record, connected = true } = world;
  return { ...world, record: { ...record, bodyConnected: record.bodyId !== BODY || connected } };
}

/** The server's own act at the end of others: null where something still stands in the way. */
function handOver(world: World, attempt: Attempt): World | null {
  const handing = {
    ...attempt,
    command: "certification.completeFindings",
    power: "system",
    input: {},
  } as const;
  const answers = askAll(world, [{ attempt: { ...handing, subjectId: world.record.id } }]);
  return answers && answers.codes.length === 0 ? answers.after : null;
}

/** Acts to which a body that was asked to propose has its own way, before anything is signed. */
const byRequest = new Set<LifecycleCommand>([
  "sourcing.receiveProposal",
  "sourcing.declineToPropose",
  "sourcing.acceptApplication",
  "sourcing.declineApplication",
  "sourcing.draftLetter",
  "sourcing.signForClient",
  "sourcing.signForBody",
  "sourcing.terminateEngagement",
]);
const byOwnAction = new Set<LifecycleCommand>(["nonconformity.addEvidence", "nonconformity.completeAction"]);

/** Whether the project is not there for whoever asks (reach, domain.md 6). */
function isHidden({ record }: World, { who, command }: Attempt): boolean {
  if (!may(who, "project.read")) {
    const owns = record.findings.some(({ plan }) =>
      plan?.actions.some(({ ownerId }) => ownerId === who.personId),
    );
    return !(byOwnAction.has(command) && owns);
  }
  if (who.side === "client") return false;
  if (byRequest.has(command)) return !record.sourcing.invitedBodyIds.includes(who.organisationId);
  return record.bodyId !== who.organisationId || record.certificationCase === null;
}
