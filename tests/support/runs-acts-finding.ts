import { addDays, type Day } from "@/lib/day";
import type { VerificationMethod } from "@/lib/lifecycle/nonconformity-rules";
import { type Grade, NEXT_SURVEILLANCE } from "@/lib/lifecycle/record";
import { proveAction, submitEvidence } from "@/lib/store/evidence";
import { extendDeadline, regradeFinding, withdrawFinding } from "@/lib/store/finding-grades";
import { issueFinding } from "@/lib/store/finding-issue";
import { discardDraft, editDraft } from "@/lib/store/findings";
import { newId } from "@/lib/store/new-id";
import type { PlanInput } from "@/lib/store/plan-rows";
import { savePlan, submitPlan } from "@/lib/store/plans";
import {
  acceptPlan,
  carryFinding,
  closeFinding,
  returnEvidence,
  returnPlan,
  verifyFinding,
} from "@/lib/store/verification";
import { type Attempt, factsOf, type World } from "./model";
import { effectOf } from "./model-effects";
import { people } from "./people";
import { rows } from "./rows";
import type { ActCommand, Call, ProductAct, Stop } from "./runs-act";
import { text } from "./runs-acts-sourcing";
import { actionKey } from "./runs-ids";
import { SHA } from "./runs-lay-finding";

type FindingCommand = Extract<ActCommand, `nonconformity.${string}`>;

const onFinding = ({ projectId, row, attempt }: Call) => ({ projectId, findingId: row(attempt.subjectId) });
export const findingOf = ({ record }: World, { subjectId }: Attempt) =>
  record.findings.find(({ id }) => id === subjectId);

/** A deleted draft is there for nobody, any other draft for the side that wrote it alone. */
function ownDrafts(world: World, attempt: Attempt): Stop | null {
  const finding = findingOf(world, attempt);
  if (!finding || (finding.number === null && finding.state === "void")) return "not-there";
  const drafters = world.record.bodyConnected ? "body" : "client";
  return finding.number === null && attempt.who.side !== drafters ? "not-there" : null;
}

/** Plans, evidence and verification know only what was issued. */
function issuedOnly(world: World, attempt: Attempt): Stop | null {
  return findingOf(world, attempt)?.number == null ? "not-there" : null;
}

/** The plan that is typed in the form the rules judge. */
function typedPlan(world: World, attempt: Attempt): World {
  const finding = findingOf(world, attempt);
  if (!finding) return world;
  const { moment } = factsOf(world, attempt);
  const { subjectId, input } = attempt;
  const act = { record: world.record, subjectId, to: finding.state, moment, input };
  return { ...world, record: effectOf("nonconformity.savePlan")(act) };
}

export function planIn(call: Call): PlanInput {
  const { world, attempt, row, input } = call;
  const finding = findingOf(world, attempt);
  const isKept = finding?.plan?.actions.some(({ id }) => id === "action-1") ?? false;
  const dueOn = finding?.closureDueOn ?? addDays(world.today, 60);
  const action = { what: "Test a restore", ownerId: row(people.owner), dueOn, proof: null };
  return {
    ...{ correction: "Restored.", extent: "All teams", causeMethod: "free_text", effectivenessCheck: null },
    cause: input.hasCause === true ? "Nobody owned the step." : null,
    actions: [{ id: isKept ? row(actionKey(attempt.subjectId, "action-1")) : null, ...action }],
  };
}

export const actionIn = ({ input, row, attempt }: Call) =>
  input.actionId == null ? null : row(actionKey(attempt.subjectId, String(input.actionId)));

/** A file that the person who proves has added before. */
export async function layFile({ actor, projectId, row, world, submission }: Call): Promise<string> {
  const id = newId();
  const { organisationId, side, personId: uploadedById } = actor;
  await rows().storedFile.create({
    data: {
      ...{ id, projectId, clientId: row(world.record.clientId), organisationId, side, uploadedById },
      ...{ name: "proof.txt", mediaType: "text/plain", size: 1, sha256: SHA, uploadedAt: submission.now },
    },
  });
  return id;
}

function doneAlready(world: World, attempt: Attempt): Stop | null {
  const action = findingOf(world, attempt)?.plan?.actions.find(({ id }) => id === attempt.input.actionId);
  return action?.done ? "changed" : null;
}

const review = { early: issuedOnly, handsOver: () => true };

export const findingRunActs: Record<FindingCommand, ProductAct> = {
  "nonconformity.raise": {
    early: ownDrafts,
    call: (call) => issueFinding(call.actor, onFinding(call), call.submission),
  },
  "nonconformity.editDraft": {
    early: ownDrafts,
    call: (call) => {
      const grade = findingOf(call.world, call.attempt)?.grade ?? "minor";
      const words = { requirementRef: "A.8.13", statement: "Backups are not tested.", evidence: "No test." };
      const draft = { ...words, grade, subRef: null, siteId: null, process: null };
      return editDraft(call.actor, { ...onFinding(call), draft }, call.submission);
    },
  },
  "nonconformity.discardDraft": {
    early: ownDrafts,
    call: (call) => discardDraft(call.actor, onFinding(call), call.submission),
  },
  "nonconformity.savePlan": {
    early: issuedOnly,
    call: (call) => savePlan(call.actor, { ...onFinding(call), plan: planIn(call) }, call.submission),
  },
  "nonconformity.submitResponse": {
    early: issuedOnly,
    typed: typedPlan,
    call: (call) => submitPlan(call.actor, { ...onFinding(call), plan: planIn(call) }, call.submission),
  },
  "nonconformity.addEvidence": {
    early: issuedOnly,
    call: async (call) => {
      const proof = { actionId: actionIn(call), fileIds: [await layFile(call)], note: null, done: false };
      return await proveAction(call.actor, { ...onFinding(call), ...proof }, call.submission);
    },
  },
  "nonconformity.completeAction": {
    early: issuedOnly,
    late: doneAlready,
    call: (call) => {
      const proof = { actionId: actionIn(call), fileIds: [], note: null, done: true };
      return proveAction(call.actor, { ...onFinding(call), ...proof }, call.submission);
    },
  },
  "nonconformity.submitEvidence": {
    early: issuedOnly,
    call: (call) => submitEvidence(call.actor, onFinding(call), call.submission),
  },
  "nonconformity.acceptPlan": {
    ...review,
    call: (call) => acceptPlan(call.actor, { ...onFinding(call), method: null }, call.submission),
  },
  "nonconformity.returnResponse": {
    ...review,
    call: (call) =>
      returnPlan(call.actor, { ...onFinding(call), comment: text(call, "comment") }, call.submission),
  },
  "nonconformity.returnEvidence": {
    ...review,
    call: (call) =>
      returnEvidence(call.actor, { ...onFinding(call), comment: text(call, "comment") }, call.submission),
  },
  "nonconformity.verify": {
    ...review,
    call: (call) => {
      const shown = {
        method: call.input.method as VerificationMethod,
        effectiveness: text(call, "effectiveness"),
      };
      return verifyFinding(call.actor, { ...onFinding(call), ...shown }, call.submission);
    },
  },
  "nonconformity.close": {
    ...review,
    call: (call) => closeFinding(call.actor, onFinding(call), call.submission),
  },
  "nonconformity.carryToNextAudit": {
    ...review,
    call: (call) => {
      const to = text(call, "to");
      const target = to === NEXT_SURVEILLANCE ? to : call.row(to);
      return carryFinding(call.actor, { ...onFinding(call), to: target }, call.submission);
    },
  },
  "nonconformity.regrade": {
    early: ownDrafts,
    handsOver: () => true,
    call: (call) => {
      const change = { grade: call.input.grade as Grade, reason: text(call, "reason") };
      return regradeFinding(call.actor, { ...onFinding(call), ...change }, call.submission);
    },
  },
  "nonconformity.withdrawFinding": {
    early: ownDrafts,
    handsOver: () => true,
    call: (call) =>
      withdrawFinding(call.actor, { ...onFinding(call), reason: text(call, "reason") }, call.submission),
  },
  "nonconformity.extendDeadline": {
    early: ownDrafts,
    call: (call) => {
      const { deadline, to } = call.input as { deadline: "plan" | "closure"; to: Day };
      const move = { deadline, to, reason: text(call, "reason") };
      return extendDeadline(call.actor, { ...onFinding(call), ...move }, call.submission);
    },
  },
};
