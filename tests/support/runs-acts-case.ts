import type { Day } from "@/lib/day";
import type { AuditKind } from "@/lib/lifecycle/record";
import { createAudit } from "@/lib/store/audits";
import { finishPreAudit, skipPreAudit, startPreAudit } from "@/lib/store/pre-audit";
import { recordInternalAudit, recordManagementReview, recordSoa } from "@/lib/store/preparation";
import {
  completeFindings,
  confirmReadiness,
  requireStage2Again,
  reviewStage1Again,
  scheduleStage2Again,
  sendBack,
} from "@/lib/store/stage-results";
import type { Attempt, World } from "./model";
import type { ActCommand, Call, Part, ProductAct, Stop } from "./runs-act";
import { text } from "./runs-acts-sourcing";

type CaseCommand = Exclude<Extract<ActCommand, `certification.${string}`>, DecisionCommand>;
export type DecisionCommand = `certification.${
  | "returnForMore"
  | "forwardToAccreditationBody"
  | "recordAccreditationAnswer"
  | "grant"
  | "refuse"
  | "upholdAppeal"}`;

/** The result of Stage 1 is given on its audit's page, for that audit. */
const auditIn = ({ input }: Pick<Attempt, "input">) => String(input.auditId ?? "");
const findAudit = ({ record }: World, attempt: Attempt) =>
  record.audits.find(({ id }) => id === auditIn(attempt)) ?? null;

function stage1Only(world: World, attempt: Attempt): Stop | null {
  return findAudit(world, attempt)?.kind === "stage1" ? null : "not-there";
}

/** With the case the audit of Stage 1 is concluded, unless it was before. */
function concludingToo(world: World, attempt: Attempt): Part[] {
  const conclude = { ...attempt, command: "audit.concludeAudit", subjectId: auditIn(attempt) } as const;
  return findAudit(world, attempt)?.state === "concluded"
    ? [{ attempt }]
    : [{ attempt }, { attempt: conclude }];
}

const held = ({ projectId, input }: Call) => ({
  ...{ projectId, on: input.on as Day, coversScope: input.coversScope === true },
  ...{ who: "Ana Ruiz", note: null, fileId: null },
});

export const caseRunActs: Record<CaseCommand, ProductAct> = {
  "certification.startPreAudit": {
    call: ({ actor, submission, projectId, ...call }) => {
      const { byBody, startsOn } = call.input as { byBody: boolean; startsOn: Day };
      return startPreAudit(
        actor,
        { projectId, provider: text(call, "provider"), byBody, startsOn },
        submission,
      );
    },
  },
  "certification.finishPreAudit": {
    call: ({ actor, submission, projectId, ...call }) => {
      const words = {
        gaps: text(call, "gaps") || null,
        recommendations: text(call, "recommendations") || null,
      };
      return finishPreAudit(actor, { projectId, endsOn: call.input.endsOn as Day, ...words }, submission);
    },
  },
  "certification.skipPreAudit": {
    call: ({ actor, submission, projectId }) => skipPreAudit(actor, { projectId }, submission),
  },
  "certification.recordInternalAudit": {
    call: (call) => recordInternalAudit(call.actor, held(call), call.submission),
  },
  "certification.recordManagementReview": {
    call: (call) => recordManagementReview(call.actor, held(call), call.submission),
  },
  "certification.recordSoa": {
    call: ({ actor, submission, projectId, ...call }) => {
      const stated = { soaVersion: text(call, "version"), approvedOn: call.input.approvedOn as Day };
      return recordSoa(actor, { projectId, ...stated }, submission);
    },
  },
  "certification.createAudit": {
    call: ({ actor, submission, projectId, input }) =>
      createAudit(actor, { projectId, kind: input.kind as AuditKind }, submission),
  },
  "certification.readyForStage2": {
    early: stage1Only,
    parts: concludingToo,
    call: ({ actor, submission, projectId, row, attempt }) =>
      confirmReadiness(actor, { projectId, auditId: row(auditIn(attempt)) }, submission),
  },
  "certification.notReady": {
    early: stage1Only,
    parts: concludingToo,
    call: ({ actor, submission, projectId, row, attempt, ...call }) => {
      const back = { projectId, auditId: row(auditIn(attempt)), reason: text(call, "reason") };
      return sendBack(actor, back, submission);
    },
  },
  "certification.reviewStage1Again": {
    call: ({ actor, submission, projectId, ...call }) =>
      reviewStage1Again(actor, { projectId, reason: text(call, "reason") }, submission),
  },
  "certification.completeFindings": {
    call: ({ actor, submission, projectId }) => completeFindings(actor, { projectId }, submission),
  },
  "certification.requireStage2Again": {
    call: ({ actor, submission, projectId }) => requireStage2Again(actor, { projectId }, submission),
  },
  "certification.scheduleStage2Again": {
    parts: (_, attempt) => {
      const create = { ...attempt, command: "certification.createAudit", input: { kind: "stage2" } } as const;
      return [{ attempt }, { attempt: create, isAfter: true }];
    },
    call: ({ actor, submission, projectId }) => scheduleStage2Again(actor, { projectId }, submission),
  },
};
