import { addDays, addMonths, addYears, dayBeforeAnniversary } from "@/lib/day";
import { dutyKeys } from "@/lib/lifecycle/duties";
import type { LifecycleCommand } from "@/lib/lifecycle/machines";
import type { World } from "./model";
import { people } from "./people";
import { noInterests } from "./record";

type Input = Record<string, unknown>;

const reason = "A reason that says enough.";
const justification = "We go on because this is settled otherwise.";
const lead = { personId: people.lead, role: "lead" };
const auditor = { personId: people.auditor, role: "auditor" };
/** Everybody who turns up in teams: also some who may not. */
export const strangers = { tied: "sam-tied", second: "vera-holm", allRoles: "zoe-allroles" } as const;

const teams: Input[][] = [
  [lead, auditor],
  [{ personId: strangers.second, role: "lead" }, auditor],
  [{ personId: strangers.allRoles, role: "lead" }],
  [lead, { personId: strangers.tied, role: "auditor" }],
  [lead, { personId: people.owner, role: "observer" }],
  [lead, { personId: people.decider, role: "expert" }],
  [auditor],
];

/** Inputs of a command that mean something in this world: good ones first, then some that a rule refuses. */
export function listInputs(world: World, command: LifecycleCommand, subjectId: string): Input[] {
  const { today, record } = world;
  const audit = record.audits.find(({ id }) => id === subjectId);
  const concerns = (audit?.concerns ?? []).map(({ id }) => ({
    concernId: id,
    answer: reason,
    comment: reason,
  }));
  const objections = (audit?.objections ?? []).map(({ id }) => ({
    objectionId: id,
    answer: reason,
    upheld: false,
  }));
  const decidedOn = record.decisions.findLast(({ kind }) => kind === "grant")?.decidedOn ?? today;
  const certificate = record.certificates.find(({ id }) => id === subjectId);
  const made: Partial<Record<LifecycleCommand, () => Input[]>> = {
    "sourcing.issueRfp": () => [
      { answerDueOn: addDays(today, 20), bodyIds: ["alder-cert", "birch-cert", "cedar-cert"] },
      { answerDueOn: addDays(today, -1), bodyIds: [] },
    ],
    "sourcing.receiveProposal": () =>
      ["alder-cert", "birch-cert", "cedar-cert", "elm-cert"].map((bodyId) => ({
        bodyId,
        justification,
      })),
    "sourcing.declineToPropose": () => [{ bodyId: "birch-cert", reason }],
    "sourcing.evaluate": () => [{}, { justification }],
    "sourcing.recommendCb": () => {
      const choice = { ...noInterests, reason: "It knows our field and states its days in full." };
      return [
        { ...choice, proposalId: "proposal-of-alder-cert" },
        { ...choice, proposalId: "proposal-of-birch-cert" },
        { ...choice, proposalId: "proposal-of-alder-cert", reason: "Cheap", hasConflicts: null },
      ];
    },
    "sourcing.sendApplication": () => [
      { signatory: "Tom Berg", consultancy: "None" },
      { signatory: "", consultancy: "" },
    ],
    "sourcing.acceptApplication": () => [{ competence: "Cloud operations" }, { competence: "" }],
    "sourcing.draftLetter": () => [
      { siteIds: record.siteIds, duties: dutyKeys },
      { siteIds: [], duties: ["changes"] },
    ],
    "sourcing.amendLetter": () => [
      { siteIds: record.siteIds, duties: dutyKeys, reason },
      { siteIds: [], duties: dutyKeys, reason: "More" },
    ],
    "sourcing.signAmendmentForClient": () => [{ signatory: "Tom Berg" }, { signatory: "" }],
    "sourcing.signAmendmentForBody": () => [{ signatory: "Lena Vogt" }],
    "sourcing.signForClient": () => [{ signatory: "Tom Berg" }],
    "sourcing.signForBody": () => [{ signatory: "Lena Vogt" }],
    "certification.startPreAudit": () => [
      { provider: "Cedar Consulting", byBody: false, startsOn: today },
      { provider: "Alder Cert", byBody: true, startsOn: today },
    ],
    "certification.finishPreAudit": () => [
      { endsOn: today, gaps: "Two gaps", recommendations: "" },
      { endsOn: today, gaps: "", recommendations: "Write a policy" },
    ],
    "certification.recordInternalAudit": () => [
      { on: addDays(today, -5), coversScope: true },
      { on: today, coversScope: false },
      { on: addDays(today, 1), coversScope: true },
    ],
    "certification.recordManagementReview": () => [
      { on: addDays(today, -5), coversScope: true },
      { on: addDays(today, 1), coversScope: true },
    ],
    "certification.recordSoa": () => [
      { version: "1.0", approvedOn: addDays(today, -3) },
      { version: "", approvedOn: today },
    ],
    "certification.createAudit": () => [{ kind: "stage1" }, { kind: "stage2" }, { kind: "follow_up" }],
    "certification.readyForStage2": () => [{}, { justification }],
    "certification.startStage2": () => [{}, { justification }],
    "certification.recordAccreditationAnswer": () => [{ answeredOn: today, answer: "No objection" }],
    "certification.grant": () => [{ grounds: reason }, { grounds: reason, justification }, { grounds: "" }],
    "audit.setTeam": () => teams.map((members) => ({ members, competence: "Cloud operations" })),
    "audit.objectToTeam": () => [{ personId: people.auditor, ground: reason }],
    "audit.answerObjection": () => [...objections, ...objections.map((one) => ({ ...one, upheld: true }))],
    "audit.setDates": () =>
      [16, 20, 3, 120].flatMap((ahead) => [
        {
          startsOn: addDays(today, ahead),
          endsOn: addDays(today, ahead + 2),
          requiredCentidays: 600,
          plannedCentidays: 600,
        },
        {
          startsOn: addDays(today, ahead),
          endsOn: addDays(today, ahead),
          requiredCentidays: 600,
          plannedCentidays: 500,
          justification,
        },
      ]),
    "audit.editSession": () => [
      {
        on: audit?.startsOn ?? today,
        fromMinute: 540,
        toMinute: 600,
        topic: "Access control",
        auditorIds: [],
      },
    ],
    "audit.sendPlan": () => [{}, { justification }],
    "audit.holdOpening": () => [{ attendance: ["Tom Berg"] }],
    "audit.holdClosing": () => [{ attendance: ["Tom Berg"] }],
    "audit.setReadiness": () => [{ itemId: "scope", verdict: "seen", note: "" }],
    "audit.addInterview": () => [{ person: "Mia Chen", topic: "Changes" }],
    "audit.draftConcern": () => [
      { text: "The method is not applied yet.", blocking: true },
      { text: "Two records are missing.", blocking: false },
    ],
    "audit.issueConcern": () => concerns,
    "audit.discardConcern": () => concerns,
    "audit.answerConcern": () => concerns,
    "audit.acceptConcern": () => concerns,
    "audit.returnConcern": () => concerns,
    "audit.draftFinding": () =>
      ["major", "minor", "opportunity", "conformity"].flatMap((grade) => [
        { grade, hasEvidence: true },
        { grade, hasEvidence: false },
      ]),
    "audit.reportAudit": () =>
      ["ready_after_corrections", "ready", "not_ready", null].map((conclusion) => ({
        conclusion,
        recommendation: "certify_after_plan",
        statement: reason,
        scopeAppropriate: true,
        objectivesMet: true,
      })),
    "nonconformity.savePlan": () => [{ hasCause: true }, { hasCause: false }],
    "nonconformity.submitResponse": () => [{}, { justification }],
    "nonconformity.submitEvidence": () => [{}, { justification }],
    "nonconformity.addEvidence": () => [{ actionId: "action-1" }, { actionId: null }],
    "nonconformity.completeAction": () => [{ actionId: "action-1" }, { actionId: "action-9" }],
    "nonconformity.extendDeadline": () =>
      [20, 90, 400].map((days) => ({
        deadline: "closure",
        to: addDays(today, days),
        reason,
      })),
    "nonconformity.verify": () => [{ effectiveness: reason, method: "documents" }],
    "nonconformity.carryToNextAudit": () => [{ to: "surveillance_1" }],
    "nonconformity.regrade": () => [
      { grade: "minor", reason },
      { grade: "major", reason },
      { grade: "opportunity", reason },
    ],
    "certificate.issue": () => [
      { number: "ISMS-0417", effectiveFrom: decidedOn, expiresOn: dayBeforeAnniversary(decidedOn, 3) },
      {
        number: "ISMS-0417",
        effectiveFrom: addDays(decidedOn, -1),
        expiresOn: dayBeforeAnniversary(decidedOn, 3),
      },
      { number: "ISMS-0417", effectiveFrom: decidedOn, expiresOn: addDays(addYears(decidedOn, 3), 1) },
    ],
    "certificate.suspend": () => [
      { reason, remedies: "Hold the audit.", until: addMonths(today, 5) },
      { reason, remedies: "Hold it.", until: addMonths(today, 7) },
    ],
    "certificate.renew": () => [
      { expiresOn: addYears(certificate?.expiresOn ?? today, 3) },
      { expiresOn: addYears(today, 9) },
    ],
    "certificate.reduceScope": () => [{ reason, scope: "Operation" }],
    "certificate.expandScope": () => [{ reason, scope: "Operation and support" }],
    "certificate.transferOut": () => [{ successorNumber: "BC-2211" }],
  };
  return made[command]?.() ?? [{ reason, comment: reason }];
}
