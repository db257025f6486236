import { day } from "@/lib/day";
import { dutyKeys } from "@/lib/lifecycle/duties";
import { people } from "./people";
import { aDecision, aFinding, aStage1, aStage2, noInterests } from "./record";
import { type Scene, scene } from "./scene";

const reason = "A reason that says enough.";
const consultancy = {
  signatory: "Tom Berg",
  consultancy: "None",
  consultancyBodyRelated: false,
  consultancyEndedOn: null,
};

const letter = { siteIds: ["berlin", "lyon"], duties: dutyKeys };
const unsigned = { siteIds: ["berlin", "lyon"], clientSignedOn: null, bodySignedOn: null };

export const sourcingScenes: Scene[] = [
  scene("sourcing.issueRfp", { input: { answerDueOn: day("2027-06-20"), bodyIds: ["alder-cert"] } }),
  scene("sourcing.receiveProposal", { input: { bodyId: "alder-cert" } }),
  scene("sourcing.declineToPropose", { input: { bodyId: "alder-cert", reason } }),
  scene("sourcing.evaluate"),
  scene("sourcing.recommendCb", {
    input: {
      ...{ proposalId: "proposal-1", reason: "It knows our field and states its days in full." },
      ...noInterests,
    },
  }),
  scene("sourcing.selectCb"),
  scene("sourcing.returnRecommendation", { input: { reason } }),
  scene("sourcing.sendApplication", { sourcing: { application: null }, input: consultancy }),
  scene("sourcing.acceptApplication", { input: { competence: "Cloud operations and ISO/IEC 27001" } }),
  scene("sourcing.declineApplication", { input: { reason } }),
  scene("sourcing.draftLetter", { sourcing: { letter: null }, input: letter }),
  scene("sourcing.signForClient", {
    sourcing: { letter: unsigned },
    input: { signatory: "Tom Berg, managing director" },
  }),
  scene("sourcing.signForBody", {
    sourcing: { letter: unsigned },
    input: { signatory: "Lena Vogt, head of certification" },
  }),
  scene("sourcing.amendLetter", { input: { ...letter, reason } }),
  scene("sourcing.signAmendmentForClient", {
    sourcing: { amendment: unsigned },
    input: { signatory: "Tom Berg, managing director" },
  }),
  scene("sourcing.signAmendmentForBody", {
    sourcing: { amendment: unsigned },
    input: { signatory: "Lena Vogt, head of certification" },
  }),
  scene("sourcing.withdrawAmendment", { sourcing: { amendment: unsigned }, input: { reason } }),
  scene("sourcing.terminateEngagement", { input: { reason } }),
];

const plannedStage2 = aStage2({ state: "planned", reportIssuedOn: null, recommendation: null });
const openMajor = aFinding({ state: "evidence_submitted", verifiedOn: null });

export const certificationScenes: Scene[] = [
  scene("certification.startPreAudit", {
    input: { provider: "Cedar Consulting", byBody: false, startsOn: day("2027-06-10") },
  }),
  scene("certification.finishPreAudit", {
    case: { preAudit: { byBody: true, startsOn: day("2027-05-10"), endsOn: null } },
    input: { endsOn: day("2027-05-12"), gaps: "Two gaps", recommendations: "" },
  }),
  scene("certification.skipPreAudit"),
  scene("certification.recordInternalAudit", { input: { on: day("2027-05-01"), coversScope: true } }),
  scene("certification.recordManagementReview", { input: { on: day("2027-05-01"), coversScope: true } }),
  scene("certification.recordSoa", { input: { version: "2.1", approvedOn: day("2027-05-01") } }),
  scene("certification.createAudit", { input: { kind: "stage1" } }),
  scene("certification.scheduleStage1", { record: { audits: [aStage1({ state: "team_confirmed" })] } }),
  scene("certification.completeStage1", { record: { audits: [aStage1({ state: "reported" })] } }),
  scene("certification.readyForStage2", { record: { audits: [aStage1({ state: "reported" })] } }),
  scene("certification.notReady", { input: { reason } }),
  scene("certification.reviewStage1Again", { input: { reason } }),
  scene("certification.startStage2", { audit: plannedStage2 }),
  scene("certification.terminateAudit", { input: { reason } }),
  scene("certification.closeStage2"),
  scene("certification.completeFindings"),
  scene("certification.requireStage2Again", { on: day("2027-10-15"), record: { findings: [openMajor] } }),
  scene("certification.scheduleStage2Again"),
  scene("certification.returnForMore", { input: { reason } }),
  scene("certification.forwardToAccreditationBody", { policy: { forwarding: true } }),
  scene("certification.recordAccreditationAnswer", {
    case: { forwardedOn: day("2027-05-20") },
    input: { answeredOn: day("2027-05-28"), answer: "No objection" },
  }),
  scene("certification.grant", { input: { grounds: "The file is complete and convincing." } }),
  scene("certification.refuse", { input: { reason } }),
  scene("certification.upholdAppeal", {
    record: { decisions: [aDecision({ kind: "refuse" })] },
    person: people.quality,
    input: { reason },
  }),
  scene("certification.withdrawApplication", { input: { reason } }),
];
