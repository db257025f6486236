import { day } from "@/lib/day";
import type { RefusalCode } from "@/lib/lifecycle/refusal";
import {
  type Break,
  byManager,
  byPerson,
  conflictPerson,
  inOrder,
  onDay,
  tiePerson,
  withCase,
  withInput,
  withPolicy,
  withRecord,
  withSourcing,
  withStage,
} from "./break";
import { people } from "./people";
import { aConcern, aDecision, aFinding, aProposal, aStage1 } from "./record";

const recently = day("2026-06-15");
const audited = { bodyId: "alder-cert", kind: "internal_audit", endedOn: recently } as const;
const advised = { bodyId: "alder-cert", kind: "consultancy", endedOn: null } as const;
const audits = { kind: "internal_audit", by: "related", who: "Alder Advisory", endedOn: recently };
const unverified = aFinding({ state: "open", verifiedOn: null });

const signedByBoth = { siteIds: ["berlin", "lyon"], clientSignedOn: recently, bodySignedOn: recently };

/** For each code of sourcing and the case: the one change to a passing moment that brings it up. */
export const caseBreaks: Partial<Record<RefusalCode, Break>> = {
  "scope-missing": withRecord({ scope: "  " }),
  "edition-not-usable": withRecord({
    edition: {
      publishedOn: day("2013-10-01"),
      lastNewCertificateOn: day("2024-04-30"),
      transitionEndsOn: null,
    },
  }),
  "site-missing": withRecord({ siteIds: [] }),
  "persons-missing": withRecord({ personsInScope: 0 }),
  "answer-due-passed": withInput({ answerDueOn: day("2027-05-31") }),
  "no-body-invited": withInput({ bodyIds: [] }),
  "body-not-invited": withInput({ bodyId: "elm-cert" }),
  "proposal-late": withSourcing({ answerDueOn: day("2027-05-31") }),
  "proposal-of-body": inOrder(withSourcing({ proposals: [aProposal({ enteredByBody: true })] }), byManager),
  "no-proposal": withSourcing({ proposals: [] }),
  "few-proposals": withSourcing({ proposals: [aProposal(), aProposal({ id: "proposal-2" })] }),
  "proposal-unknown": withInput({ proposalId: "proposal-9" }),
  "proposal-expired": withSourcing({ proposals: [aProposal({ validUntil: day("2027-05-31") })] }),
  "recommendation-reason-short": withInput({ reason: "They are cheap." }),
  "choosers-missing": withInput({ involvedIds: ["vera-holm"] }),
  "conflicts-not-declared": withInput({ hasConflicts: true, conflicts: [{ who: "Tom Berg", what: " " }] }),
  "outside-work-not-stated": withInput({ hasWork: null }),
  "profile-names-body": withInput({ isNamedInProfile: true }),
  "internal-audit-too-recent": withInput({ hasWork: true, work: [audits] }),
  "consultancy-too-recent": withInput({ hasWork: true, work: [{ ...audits, kind: "consultancy" }] }),
  "person-of-body-worked": withInput({ hasWork: true, work: [{ ...audits, by: "person", endedOn: null }] }),
  "body-not-accredited": withSourcing({ proposals: [aProposal({ accredited: false })] }),
  "days-not-stated": withSourcing({ proposals: [aProposal({ initialCentidays: null })] }),
  "days-too-low": withSourcing({ proposals: [aProposal({ initialCentidays: 699 })] }),
  "accreditation-ends-early": withSourcing({
    proposals: [aProposal({ accreditedUntil: day("2027-08-30") })],
  }),
  "body-did-internal-audit": withRecord({ bodyTies: [audited] }),
  "body-gave-consultancy": withRecord({ bodyTies: [advised] }),
  "no-recommendation": withSourcing({ recommendedProposalId: null }),
  "reason-missing": withInput({ reason: "Too short", answer: "Too short", comment: "Too short" }),
  "application-already-sent": withSourcing({
    application: {
      sentOn: recently,
      signatory: "Tom Berg",
      consultancyBodyRelated: false,
      consultancyEndedOn: null,
    },
  }),
  "application-not-sent": withSourcing({ application: null }),
  "application-unsigned": withInput({ signatory: "" }),
  "consultancy-not-stated": withInput({ consultancy: " " }),
  "competence-missing": withInput({ competence: "" }),
  "letter-already-signed": withSourcing({
    letter: { siteIds: ["berlin", "lyon"], clientSignedOn: recently, bodySignedOn: null },
  }),
  "letter-misses-site": withRecord({ siteIds: ["berlin", "lyon", "porto"] }),
  "letter-misses-duty": withInput({ duties: ["access", "witness", "records", "marks"] }),
  "amendment-missing": withSourcing({ amendment: null }),
  "amendment-already-signed": withSourcing({
    amendment: { siteIds: ["berlin", "lyon"], clientSignedOn: null, bodySignedOn: recently },
  }),
  "letter-missing": withSourcing({ letter: null }),
  "side-already-signed": withSourcing({
    letter: { siteIds: ["berlin", "lyon"], clientSignedOn: recently, bodySignedOn: recently },
  }),
  "signatory-missing": withInput({ signatory: "" }),
  "letter-not-signed": withSourcing({ letter: null }),
  "provider-missing": withInput({ provider: "" }),
  "end-before-start": withInput({ endsOn: day("2027-05-09") }),
  "day-in-future": withInput({
    on: day("2027-06-02"),
    approvedOn: day("2027-06-02"),
    endsOn: day("2027-06-02"),
    answeredOn: day("2027-06-02"),
  }),
  "advice-by-body": withInput({ recommendations: "Write a supplier policy." }),
  "soa-version-missing": withInput({ version: "" }),
  "audit-kind-not-now": withInput({ kind: "follow_up" }),
  "audit-already-open": withRecord({ audits: [aStage1({ state: "planned" })] }),
  "stage1-team-not-confirmed": withStage("stage1", { state: "team_proposed" }),
  "stage1-not-reported": withStage("stage1", { state: "running" }),
  "stage1-not-ready": withStage("stage1", { conclusion: "not_ready" }),
  "internal-audit-not-yet": withCase({ internalAudits: [] }),
  "management-review-not-yet": withCase({ managementReviews: [] }),
  "not-lead": byPerson(people.auditor),
  "stage2-not-planned": withStage("stage2", { state: "team_confirmed" }),
  "stage1-not-concluded": withStage("stage1", { state: "reported" }),
  "stage2-before-stage1": inOrder(
    withStage("stage2", { startsOn: day("2027-03-03") }),
    withPolicy({ stageGapMinDays: 0 }),
  ),
  "concern-blocks": withStage("stage1", {
    concerns: [aConcern({ state: "answered" }), aConcern({ id: "concern-2", blocking: false })],
  }),
  "plan-not-sent": withStage("stage2", { planSentOn: null }),
  "plan-not-confirmed": withStage("stage2", { planConfirmedOn: null }),
  "stages-too-close": withStage("stage2", { startsOn: day("2027-03-16") }),
  "stages-far-apart": withStage("stage2", { startsOn: day("2027-06-04") }),
  "stage1-stale": withStage("stage2", { startsOn: day("2027-09-04") }),
  "stage2-not-reported": withStage("stage2", { state: "running" }),
  "six-months-not-passed": onDay("2027-10-14"),
  "decider-audited": withStage("stage2", { team: [{ personId: people.decider, role: "observer" }] }),
  "person-tied": tiePerson,
  "person-conflict": conflictPerson,
  "decider-handled-appeal": withRecord({
    decisions: [aDecision(), aDecision({ id: "decision-2", kind: "appeal_upheld" })],
  }),
  "appeal-handler-involved": withRecord({
    decisions: [aDecision({ kind: "refuse", deciderId: people.quality })],
  }),
  "major-not-verified": withRecord({ findings: [unverified] }),
  "minor-not-planned": withRecord({
    findings: [aFinding({ ...unverified, grade: "minor", closureDueOn: null })],
  }),
  "six-months-passed": withRecord({ findings: [aFinding({ verifiedOn: day("2027-10-15") })] }),
  "report-missing": withStage("stage2", { reportIssuedOn: null }),
  "recommendation-missing": withStage("stage2", { recommendation: null }),
  "against-recommendation": withStage("stage2", { recommendation: "not_recommended" }),
  "internal-audit-missing": withCase({ internalAudits: [{ on: day("2027-01-10"), coversScope: false }] }),
  "management-review-missing": withCase({
    managementReviews: [{ on: day("2027-06-01"), coversScope: true }],
  }),
  "soa-not-approved": withCase({ soa: { version: "3.0", approvedOn: day("2027-06-02") } }),
  "forward-unanswered": withCase({ forwardedOn: day("2027-05-28") }),
  "forwarding-off": withPolicy({ forwarding: false }),
  "already-forwarded": withCase({ forwardedOn: day("2027-05-28") }),
  "not-forwarded": withCase({ forwardedOn: null }),
  "answer-missing": withInput({ answer: "" }),
  "grounds-missing": withInput({ grounds: "Fine." }),
};

/** Where the change must be another one for one command. */
export const caseOverrides: Record<string, Break> = {
  "sourcing.draftLetter/letter-misses-site": withInput({ siteIds: ["berlin"] }),
  "sourcing.amendLetter/letter-misses-site": withInput({ siteIds: ["berlin"] }),
  "sourcing.signAmendmentForClient/side-already-signed": withSourcing({ amendment: signedByBoth }),
  "sourcing.signAmendmentForBody/side-already-signed": withSourcing({ amendment: signedByBoth }),
  "sourcing.evaluate/no-proposal": inOrder(
    withSourcing({
      proposals: [1, 2, 3].map((number) =>
        aProposal({ id: `late-${number}`, validUntil: day("2027-05-31") }),
      ),
    }),
  ),
  "certification.createAudit/audit-already-open": withRecord({
    audits: [aStage1({ state: "team_proposed" })],
  }),
  "certification.requireStage2Again/six-months-not-passed": onDay("2027-10-14"),
  "certificate.issue/six-months-passed": withRecord({
    findings: [aFinding({ verifiedOn: day("2027-10-15") })],
  }),
  "audit.startAudit/letter-not-signed": withSourcing({ letter: null }),
  "certificate.issue/soa-not-approved": withCase({ soa: null }),
  "audit.setDates/end-before-start": withInput({ startsOn: day("2027-07-15") }),
};
