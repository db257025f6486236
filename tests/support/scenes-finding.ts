import { day } from "@/lib/day";
import { people } from "./people";
import { aCertificate, aDecision, aStage2 } from "./record";
import { type Scene, type Setting, scene } from "./scene";

const reason = "A reason that says enough.";
const draft = { number: null, issuedOn: null, plan: null, evidenceFiles: 0, verifiedOn: null };
const runningAudit = aStage2({ state: "running" });
const followUp = aStage2({ id: "follow-up", kind: "follow_up", state: "running" });

export const findingScenes: Scene[] = [
  scene("nonconformity.raise", { audit: runningAudit, finding: draft }),
  scene("nonconformity.editDraft", { audit: runningAudit, finding: draft }),
  scene("nonconformity.discardDraft", { audit: runningAudit, finding: draft }),
  scene("nonconformity.savePlan"),
  scene("nonconformity.submitResponse"),
  scene("nonconformity.returnResponse", { input: { comment: "The cause is a symptom." } }),
  scene("nonconformity.acceptPlan"),
  scene("nonconformity.extendDeadline", { input: { deadline: "closure", to: day("2027-10-14"), reason } }),
  scene("nonconformity.addEvidence", { input: { actionId: "action-1" } }),
  scene("nonconformity.completeAction", { input: { actionId: "action-1" } }),
  scene("nonconformity.submitEvidence"),
  scene("nonconformity.returnEvidence", { input: { comment: "The log covers one day only." } }),
  scene("nonconformity.verify", {
    input: { effectiveness: "Three months of logs show it.", method: "documents" },
  }),
  scene("nonconformity.close"),
  scene("nonconformity.carryToNextAudit", {
    finding: { grade: "minor", closureDueOn: null },
    input: { to: "surveillance_1" },
  }),
  scene("nonconformity.notEffective", {
    record: { audits: [aStage2(), followUp] },
    finding: { grade: "minor", closureDueOn: null },
    input: { reason },
  }),
  scene("nonconformity.regrade", { input: { grade: "minor", reason } }),
  scene("nonconformity.withdrawFinding", { input: { reason } }),
];

const certified = {
  record: { decisions: [aDecision()] },
  case: { state: "certified" },
  certificate: aCertificate(),
} satisfies Setting;
const suspended = {
  ...certified,
  certificate: aCertificate({ state: "suspended", suspendedOn: day("2027-05-28") }),
};
const after = day("2030-06-01");
const expired = { ...certified, on: after, certificate: aCertificate({ state: "expired" }) };

export const certificateScenes: Scene[] = [
  scene("certificate.issue", {
    ...certified,
    certificate: null,
    input: { number: "ISMS-0417", effectiveFrom: day("2027-05-25"), expiresOn: day("2030-05-24") },
  }),
  scene("certificate.surveillancePassed", certified),
  scene("certificate.expire", { ...certified, on: after, power: "system" }),
  scene("certificate.endTransition", {
    ...certified,
    record: {
      ...certified.record,
      edition: {
        publishedOn: day("2013-10-01"),
        lastNewCertificateOn: null,
        transitionEndsOn: day("2027-05-31"),
      },
    },
    power: "system",
  }),
  scene("certificate.renew", { ...certified, input: { expiresOn: day("2033-05-24") } }),
  scene("certificate.restoreAfterExpiry", { ...expired, input: { reason } }),
  scene("certificate.lapse", { ...expired, on: day("2030-11-25"), power: "system" }),
  scene("certificate.requestSuspension", { ...certified, input: { reason } }),
  scene("certificate.suspend", {
    ...certified,
    input: { reason, remedies: "Hold the surveillance audit.", until: day("2027-12-01") },
  }),
  scene("certificate.restore", { ...suspended, input: { reason } }),
  scene("certificate.reduceScope", { ...certified, input: { reason, scope: "Operation of the platform" } }),
  scene("certificate.expandScope", {
    ...certified,
    input: { reason, scope: "Development, operation and support" },
  }),
  scene("certificate.reissue", { ...certified, input: { reason } }),
  scene("certificate.requestWithdrawal", { ...certified, input: { reason } }),
  scene("certificate.withdraw", { ...certified, input: { reason } }),
  scene("certificate.transferOut", { ...certified, input: { successorNumber: "BC-2211" } }),
  scene("certificate.loseAccreditation", { ...certified, input: { reason }, person: people.planner }),
];
