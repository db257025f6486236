import type { LifecycleCommand } from "@/lib/lifecycle/machines";
import type { AuditRecord, ConcernRecord, Readiness, Recommendation } from "@/lib/lifecycle/record";
import { type Act, auditOf, dayIn, type Effect, patchAudit, textIn } from "./model-patch";
import { aFinding } from "./record";

const write =
  (patch: (act: Act, audit: AuditRecord) => Partial<AuditRecord>): Effect =>
  (act) =>
    patchAudit(act.record, act.subjectId, patch(act, auditOf(act)));

function moveConcern(to: ConcernRecord["state"] | null): Effect {
  return write((act, { concerns }) => ({
    concerns: concerns.flatMap((concern) => {
      if (concern.id !== textIn(act, "concernId")) return [concern];
      return to === null ? [] : [{ ...concern, state: to }];
    }),
  }));
}

/** A draft finding of the given grade; a bad one lacks its evidence. */
function draftFinding(act: Act) {
  const number = act.record.findings.length + 1;
  return aFinding({
    id: `finding-${number}`,
    auditId: act.subjectId,
    authorId: act.moment.personId,
    number: null,
    grade: act.input.grade as never,
    grades: [],
    state: "draft",
    hasRequirement: act.input.hasRequirement !== false,
    hasStatement: act.input.hasStatement !== false,
    hasEvidence: act.input.hasEvidence === true,
    issuedOn: null,
    planDueOn: null,
    closureDueOn: null,
    plan: null,
    evidenceFiles: 0,
    verifiedOn: null,
  });
}

/** What another session does to a plan that was sent or confirmed; while the audit runs nothing is confirmed any more. */
const outdatedPlan: Partial<Record<AuditRecord["state"], Partial<AuditRecord>>> = {
  team_confirmed: { planSentOn: null, planConfirmedOn: null },
  planned: { planConfirmedOn: null },
};

/** An id that no child of any audit has had: drafts go, and an id is never given twice. */
function nextId(kind: "concern" | "objection", ids: readonly string[]): string {
  const taken = ids.map((id) => Number(id.slice(kind.length + 1)));
  return `${kind}-${Math.max(0, ...taken) + 1}`;
}

export const auditEffects: Partial<Record<LifecycleCommand, Effect>> = {
  "audit.setTeam": write(({ input }) => ({ team: input.members as AuditRecord["team"] })),
  "audit.proposeTeam": write(({ moment }) => ({ teamProposedOn: moment.on })),
  "audit.objectToTeam": write((act, { objections }) => ({
    objectionWaivedOn: null,
    objections: [
      ...objections,
      {
        id: nextId(
          "objection",
          act.record.audits.flatMap((one) => one.objections).map(({ id }) => id),
        ),
        answered: false,
        upheld: false,
      },
    ],
  })),
  "audit.answerObjection": write((act, { objections }) => ({
    objections: objections.map((objection) =>
      objection.id === textIn(act, "objectionId")
        ? { ...objection, answered: true, upheld: act.input.upheld === true }
        : objection,
    ),
    ...(act.to === "draft" ? { teamProposedOn: null, objectionWaivedOn: null } : {}),
  })),
  "audit.waiveObjection": write(({ moment }) => ({ objectionWaivedOn: moment.on })),
  "audit.setDates": write((act) => ({
    startsOn: dayIn(act, "startsOn"),
    endsOn: dayIn(act, "endsOn"),
    requiredCentidays: act.input.requiredCentidays as number | null,
    plannedCentidays: Number(act.input.plannedCentidays),
    planSentOn: null,
    planConfirmedOn: null,
  })),
  "audit.editSession": write((_, { sessions, state }) => ({
    sessions: sessions + 1,
    ...outdatedPlan[state],
  })),
  "audit.sendPlan": write(({ moment }) => ({ planSentOn: moment.on, planConfirmedOn: null })),
  "audit.confirmPlan": write(({ moment }) => ({ planConfirmedOn: moment.on })),
  "audit.holdOpening": write(({ moment }) => ({ openingHeldOn: moment.on })),
  "audit.holdClosing": write(({ moment }) => ({ closingHeldOn: moment.on })),
  "audit.setReadiness": write(({ input }, { readiness }) => ({
    readiness: {
      ...readiness,
      looked: readiness.listed,
      missing: input.verdict === "missing" ? readiness.listed : 0,
    },
  })),
  "audit.draftConcern": write((act, { concerns }) => ({
    concerns: [
      ...concerns,
      {
        id: nextId(
          "concern",
          act.record.audits.flatMap((one) => one.concerns).map(({ id }) => id),
        ),
        blocking: act.input.blocking === true,
        state: "draft",
      },
    ],
  })),
  "audit.issueConcern": moveConcern("open"),
  "audit.discardConcern": moveConcern(null),
  "audit.answerConcern": moveConcern("answered"),
  "audit.acceptConcern": moveConcern("accepted"),
  "audit.returnConcern": moveConcern("open"),
  "audit.draftFinding": (act) => ({ ...act.record, findings: [...act.record.findings, draftFinding(act)] }),
  "audit.reportAudit": write(({ input, moment }, { kind }) => ({
    reportIssuedOn: moment.on,
    conclusion: kind === "stage1" ? (input.conclusion as Readiness) : null,
    recommendation: kind === "stage1" ? null : (input.recommendation as Recommendation),
  })),
};
