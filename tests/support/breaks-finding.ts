import { day } from "@/lib/day";
import type { RefusalCode } from "@/lib/lifecycle/refusal";
import {
  type Break,
  byPerson,
  inOrder,
  onDay,
  withAudit,
  withCase,
  withCertificate,
  withFinding,
  withInput,
  withPolicy,
  withRecord,
} from "./break";
import { people } from "./people";
import { aCertificate, aDecision, aFinding, aPlan } from "./record";

const action = { id: "action-1", ownerId: people.owner, dueOn: day("2027-06-30"), done: true };
const asOwner: Break = (scene) => ({
  ...scene,
  facts: {
    ...scene.facts,
    moment: {
      ...scene.facts.moment,
      who: { ...scene.facts.moment.who, personId: people.consultant, roles: ["owner"] },
    },
  },
});

/** For each code of a finding or a certificate: the one change to a passing moment that brings it up. */
export const findingBreaks: Partial<Record<RefusalCode, Break>> = {
  "no-finding-in-stage1": withAudit({ kind: "stage1" }),
  "audit-not-running": withAudit({ state: "reported" }),
  "requirement-missing": withFinding({ hasRequirement: false }),
  "grade-missing": withFinding({ grade: null }),
  "finding-statement-missing": withFinding({ hasStatement: false }),
  "finding-evidence-missing": withFinding({ hasEvidence: false }),
  "not-lead": byPerson(people.auditor),
  "not-own-draft": byPerson(people.decider),
  "not-on-team": byPerson(people.decider),
  "correction-missing": withFinding({ plan: aPlan({ hasCorrection: false }) }),
  "extent-missing": withFinding({ plan: aPlan({ hasExtent: false }) }),
  "cause-missing": withFinding({ plan: aPlan({ hasCause: false }) }),
  "action-missing": withFinding({ plan: aPlan({ actions: [] }) }),
  "action-incomplete": withFinding({ plan: aPlan({ actions: [{ ...action, ownerId: null }] }) }),
  "action-past-limit": withFinding({ plan: aPlan({ actions: [{ ...action, dueOn: day("2027-07-14") }] }) }),
  "plan-late": onDay("2027-06-11"),
  "reason-missing": withInput({ reason: "", comment: "" }),
  "action-unknown": withInput({ actionId: "action-9" }),
  "not-own-action": asOwner,
  "evidence-missing": withFinding({ evidenceFiles: 0 }),
  "action-not-done": withFinding({ plan: aPlan({ actions: [{ ...action, done: false }] }) }),
  "evidence-late": onDay("2027-07-14"),
  "effectiveness-missing": withInput({ effectiveness: "Yes" }),
  "only-minor": withFinding({ grade: "major" }),
  "next-audit-unknown": withInput({ to: "stage-2" }),
  "policy-keeps-minor": withPolicy({ minorNotEffectiveBecomesMajor: false }),
  "no-later-audit": withRecord({ audits: [] }),
  "not-lead-or-decider": byPerson(people.auditor),
  "already-decided": withCase({ state: "certified" }),
  "regrade-leaves-nonconformity": withInput({ grade: "opportunity" }),
  "grade-unchanged": withInput({ grade: "major" }),
  "deadline-not-set": inOrder(withFinding({ grade: "minor", closureDueOn: null })),
  "deadline-not-later": withInput({ to: day("2027-07-13") }),
  "deadline-past-six-months": withInput({ to: day("2027-10-15") }),
  "plan-after-closure": withInput({ deadline: "plan", to: day("2027-07-14") }),
  "no-grant-decision": withRecord({ decisions: [] }),
  "issued-before-decision": onDay("2027-05-24"),
  "certificate-exists": withRecord({
    certificates: [aCertificate({ id: "certificate-0", state: "suspended" })],
  }),
  "certificate-incomplete": withRecord({ scope: "" }),
  "number-missing": withInput({ number: "" }),
  "effective-before-decision": withInput({ effectiveFrom: day("2027-05-24") }),
  "expiry-before-effect": withInput({ expiresOn: day("2027-05-25") }),
  "expiry-too-late": withInput({ expiresOn: day("2033-05-25") }),
  "expiry-after-transition": withRecord({
    edition: {
      publishedOn: day("2022-10-25"),
      lastNewCertificateOn: null,
      transitionEndsOn: day("2030-05-23"),
    },
  }),
  "certificate-expired": withCertificate({ expiresOn: day("2027-05-31") }),
  "certificate-not-expired": onDay("2030-05-24"),
  "transition-not-ended": onDay("2027-05-31"),
  "restore-too-late": onDay("2030-11-25"),
  "restore-still-open": onDay("2030-11-24"),
  "remedies-missing": withInput({ remedies: "" }),
  "suspension-too-long": withInput({ until: day("2027-12-02") }),
  "suspension-without-length": withInput({ until: day("2027-06-01") }),
  "scope-missing": withInput({ scope: "" }),
  "successor-missing": withInput({ successorNumber: "" }),
};

export const findingOverrides: Record<string, Break> = {
  "certificate.issue/expiry-too-late": withInput({ expiresOn: day("2030-05-26") }),
  "certificate.renew/expiry-before-effect": withInput({ expiresOn: day("2030-05-24") }),
  "certificate.renew/certificate-expired": inOrder(
    withCertificate({ expiresOn: day("2027-05-31") }),
    withInput({ expiresOn: day("2030-05-31") }),
  ),
  "certificate.suspend/certificate-expired": inOrder(
    onDay("2030-05-25"),
    withInput({ until: day("2030-05-24") }),
  ),
  "certificate.restoreAfterExpiry/edition-not-usable": withRecord({
    edition: {
      publishedOn: day("2022-10-25"),
      lastNewCertificateOn: day("2029-01-01"),
      transitionEndsOn: null,
    },
  }),
  "certificate.issue/major-not-verified": withRecord({
    findings: [aFinding({ state: "open", verifiedOn: null })],
  }),
  "certificate.restoreAfterExpiry/major-not-verified": withRecord({
    findings: [aFinding({ state: "open", verifiedOn: day("2027-05-01") })],
  }),
  "certificate.restoreAfterExpiry/decider-handled-appeal": withRecord({
    decisions: [aDecision(), aDecision({ id: "decision-2", kind: "appeal_upheld" })],
  }),
};
