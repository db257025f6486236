import { day } from "@/lib/day";
import { people } from "./people";
import { aConcern, aStage1, aStage2 } from "./record";
import { type Scene, scene } from "./scene";

const reason = "A reason that says enough.";
const members = [
  { personId: people.lead, role: "lead" },
  { personId: people.auditor, role: "auditor" },
];
const ahead = {
  startsOn: day("2027-07-12"),
  endsOn: day("2027-07-14"),
  planSentOn: null,
  planConfirmedOn: null,
};
const running = { openingHeldOn: day("2027-04-12"), closingHeldOn: null };
const stage1 = (over = {}) => aStage1({ reportIssuedOn: null, conclusion: null, ...over });

export const auditScenes: Scene[] = [
  scene("audit.setTeam", { input: { members, competence: "Cloud operations, ISO/IEC 27001" } }),
  scene("audit.proposeTeam"),
  scene("audit.objectToTeam", {
    input: { personId: people.auditor, ground: "Worked for a supplier of ours" },
  }),
  scene("audit.answerObjection", {
    audit: aStage2({ objections: [{ id: "objection-1", answered: false, upheld: false }] }),
    input: { objectionId: "objection-1", upheld: false, answer: "That was eight years ago." },
  }),
  scene("audit.waiveObjection"),
  scene("audit.confirmTeam"),
  scene("audit.setDates", {
    audit: aStage2(ahead),
    input: {
      startsOn: day("2027-07-12"),
      endsOn: day("2027-07-14"),
      requiredCentidays: 800,
      plannedCentidays: 800,
    },
  }),
  scene("audit.editSession", {
    input: {
      on: day("2027-04-12"),
      fromMinute: 540,
      toMinute: 600,
      topic: "Access control",
      auditorIds: [people.auditor],
    },
  }),
  scene("audit.sendPlan", { audit: aStage2(ahead) }),
  scene("audit.confirmPlan", { audit: aStage2({ planConfirmedOn: null }) }),
  scene("audit.planAudit"),
  scene("audit.cancelAudit", { input: { reason } }),
  scene("audit.startAudit", { case: { state: "stage2_running" } }),
  scene("audit.holdOpening", {
    audit: aStage2({ ...running, openingHeldOn: null }),
    input: { attendance: ["Tom Berg"] },
  }),
  scene("audit.holdClosing", { audit: aStage2(running), input: { attendance: ["Tom Berg"] } }),
  scene("audit.setReadiness", { audit: stage1(), input: { itemId: "scope", verdict: "seen", note: "" } }),
  scene("audit.addInterview", { input: { person: "Mia Chen", topic: "Change management" } }),
  scene("audit.draftConcern", {
    audit: stage1(),
    input: { text: "The risk method is not applied yet.", blocking: true },
  }),
  scene("audit.issueConcern", {
    audit: stage1({ concerns: [aConcern({ state: "draft" })] }),
    input: { concernId: "concern-1" },
  }),
  scene("audit.discardConcern", {
    audit: stage1({ concerns: [aConcern({ state: "draft" })] }),
    input: { concernId: "concern-1" },
  }),
  scene("audit.answerConcern", {
    audit: aStage1({ concerns: [aConcern()] }),
    input: { concernId: "concern-1", answer: "The method is applied since May." },
  }),
  scene("audit.acceptConcern", {
    audit: aStage1({ concerns: [aConcern({ state: "answered" })] }),
    input: { concernId: "concern-1" },
  }),
  scene("audit.returnConcern", {
    audit: aStage1({ concerns: [aConcern({ state: "answered" })] }),
    input: { concernId: "concern-1", comment: "Show the applied method, not the plan." },
  }),
  scene("audit.draftFinding"),
  scene("audit.draftReport", { input: {} }),
  scene("audit.reportAudit", {
    input: {
      conclusion: null,
      recommendation: "certify_after_plan",
      statement: "The system conforms in the main.",
      scopeAppropriate: true,
      objectivesMet: true,
    },
  }),
  scene("audit.concludeAudit", { record: { findings: [] } }),
  scene("audit.terminateAudit", { input: { reason } }),
];
