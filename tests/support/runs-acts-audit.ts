import { emptyNarrative, type ReportNarrative } from "@/lib/documents/audit-report";
import { alsoTerminatesStage } from "@/lib/lifecycle/audit-pairs";
import type { Grade } from "@/lib/lifecycle/record";
import { caseStepOfReport } from "@/lib/lifecycle/report-pair";
import { readinessItems } from "@/lib/standards/readiness";
import { concludeAudit, startAudit, terminateAudit } from "@/lib/store/audits";
import {
  acceptConcern,
  answerConcern,
  discardConcern,
  draftConcern,
  issueConcern,
  returnConcern,
} from "@/lib/store/concerns";
import { draftFinding } from "@/lib/store/findings";
import { holdClosing, holdOpening } from "@/lib/store/meetings";
import { issueReport, saveReportDraft } from "@/lib/store/reports";
import { addInterview, setReadiness, type Verdict } from "@/lib/store/stage1";
import { type Attempt, factsOf, type World } from "./model";
import { rows } from "./rows";
import type { ActCommand, Call, Part, ProductAct } from "./runs-act";
import { auditOf, onAudit, type planRunActs } from "./runs-acts-plan";
import { list, text } from "./runs-acts-sourcing";

type RunCommand = Exclude<Extract<ActCommand, `audit.${string}`>, keyof typeof planRunActs>;

const ofCase = (world: World, attempt: Attempt, command: "startStage2" | "terminateAudit"): Attempt => ({
  ...attempt,
  command: `certification.${command}`,
  subjectId: world.record.id,
});

/** Stage 2 starts in the case first, which asks whether Stage 1 stands; the audit is asked after it. */
function startingStage2(world: World, attempt: Attempt): Part[] {
  if (auditOf(world, attempt)?.kind !== "stage2") return [{ attempt }];
  return [{ attempt: ofCase(world, attempt, "startStage2") }, { attempt, isAfter: true }];
}

function takingCaseBack(world: World, attempt: Attempt): Part[] {
  const audit = auditOf(world, attempt);
  if (!audit || !alsoTerminatesStage(factsOf(world, attempt))) return [{ attempt }];
  return [{ attempt }, { attempt: ofCase(world, attempt, "terminateAudit") }];
}

/** The report moves the case; the case is asked once the report is issued. */
function withCaseStep(world: World, attempt: Attempt): Part[] {
  const step = auditOf(world, attempt) ? caseStepOfReport(factsOf(world, attempt)) : null;
  if (step === null) return [{ attempt }];
  const moving = {
    ...attempt,
    command: `certification.${step}`,
    subjectId: world.record.id,
    input: {},
  } as const;
  return [{ attempt }, { attempt: moving, isAfter: true }];
}

/** All documents of Stage 1 get one verdict; noting the same again is refused by the form. */
function notedAlready(world: World, attempt: Attempt) {
  const readiness = auditOf(world, attempt)?.readiness;
  if (!readiness || readiness.looked < readiness.listed) return null;
  const isMissing = attempt.input.verdict === "missing";
  return readiness.missing === (isMissing ? readiness.listed : 0) ? ("rejected" as const) : null;
}

const concernIn = (call: Call) => ({ ...onAudit(call), concernId: call.row(text(call, "concernId")) });
const attendanceIn = (call: Call) => ({ ...onAudit(call), attendance: list(call, "attendance") });

/** The report is issued as its draft stands, so the draft is laid first. */
export async function layNarrative(call: Call): Promise<void> {
  const { conclusion, recommendation, statement, scopeAppropriate, objectivesMet } =
    call.input as unknown as ReportNarrative;
  const isStage1 = auditOf(call.world, call.attempt)?.kind === "stage1";
  const concluded = isStage1 ? { conclusion } : { recommendation };
  const narrative = { ...emptyNarrative, ...concluded, statement, scopeAppropriate, objectivesMet };
  await rows().audit.updateMany({
    where: { id: call.row(call.attempt.subjectId) },
    data: { reportDraft: { organisationId: call.actor.organisationId, narrative } },
  });
}

export const auditRunActs: Record<RunCommand, ProductAct> = {
  "audit.startAudit": {
    parts: startingStage2,
    call: (call) => startAudit(call.actor, onAudit(call), call.submission),
  },
  "audit.holdOpening": { call: (call) => holdOpening(call.actor, attendanceIn(call), call.submission) },
  "audit.holdClosing": {
    call: (call) => holdClosing(call.actor, { ...attendanceIn(call), disagreements: null }, call.submission),
  },
  "audit.setReadiness": {
    early: notedAlready,
    call: (call) => {
      const verdict = call.input.verdict as Verdict;
      const items = readinessItems(call.world.record.standardId).map(({ key }) => ({
        key,
        verdict,
        note: null,
      }));
      return setReadiness(call.actor, { ...onAudit(call), items }, call.submission);
    },
  },
  "audit.addInterview": {
    call: (call) => {
      const held = { who: text(call, "person"), topic: text(call, "topic"), note: null };
      return addInterview(call.actor, { ...onAudit(call), ...held }, call.submission);
    },
  },
  "audit.draftConcern": {
    call: (call) => {
      const words = { concernId: null, requirementRef: "6.1.2", statement: text(call, "text") };
      const blocking = call.input.blocking === true;
      return draftConcern(call.actor, { ...onAudit(call), ...words, blocking }, call.submission);
    },
  },
  "audit.issueConcern": { call: (call) => issueConcern(call.actor, concernIn(call), call.submission) },
  "audit.discardConcern": { call: (call) => discardConcern(call.actor, concernIn(call), call.submission) },
  "audit.answerConcern": {
    call: (call) =>
      answerConcern(call.actor, { ...concernIn(call), answer: text(call, "answer") }, call.submission),
  },
  "audit.acceptConcern": { call: (call) => acceptConcern(call.actor, concernIn(call), call.submission) },
  "audit.returnConcern": {
    call: (call) =>
      returnConcern(call.actor, { ...concernIn(call), comment: text(call, "comment") }, call.submission),
  },
  "audit.draftFinding": {
    call: (call) => {
      const words = {
        requirementRef: "A.8.13",
        statement: "Backups are not tested.",
        evidence: call.input.hasEvidence === true ? "No test since March." : null,
      };
      const rest = { subRef: null, siteId: null, process: null, grade: call.input.grade as Grade };
      return draftFinding(call.actor, { ...onAudit(call), draft: { ...words, ...rest } }, call.submission);
    },
  },
  "audit.draftReport": {
    call: (call) =>
      saveReportDraft(call.actor, { ...onAudit(call), narrative: emptyNarrative }, call.submission),
  },
  "audit.reportAudit": {
    parts: withCaseStep,
    handsOver: (world, attempt) => auditOf(world, attempt)?.kind === "follow_up",
    call: async (call) => {
      await layNarrative(call);
      return await issueReport(call.actor, onAudit(call), call.submission);
    },
  },
  "audit.concludeAudit": { call: (call) => concludeAudit(call.actor, onAudit(call), call.submission) },
  "audit.terminateAudit": {
    parts: takingCaseBack,
    call: (call) =>
      terminateAudit(call.actor, { ...onAudit(call), reason: text(call, "reason") }, call.submission),
  },
};
