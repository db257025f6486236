import { day } from "@/lib/day";
import type {
  AuditRecord,
  CaseRecord,
  CertificateRecord,
  ConcernRecord,
  DecisionRecord,
  FindingRecord,
  PlanRecord,
  ProjectRecord,
  ProposalRecord,
  SourcingRecord,
} from "@/lib/lifecycle/record";
import { BODY, CLIENT, people } from "./people";

export function aProposal(over: Partial<ProposalRecord> = {}): ProposalRecord {
  return {
    id: "proposal-1",
    bodyId: BODY,
    declined: false,
    validUntil: day("2027-12-31"),
    initialCentidays: 1000,
    expectedCentidays: 1000,
    enteredByBody: false,
    accreditedFrom: day("2024-01-01"),
    accreditedUntil: day("2030-12-31"),
    accredited: true,
    ...over,
  };
}

/** What a choice says that nothing stands in the way of: somebody of the client, no conflict of interest, no earlier work. */
export const noInterests = {
  ...{ involvedIds: [people.manager], hasConflicts: false, conflicts: [] },
  ...{ hasWork: false, work: [], isNamedInProfile: false },
};

export function aSourcing(over: Partial<SourcingRecord> = {}): SourcingRecord {
  return {
    state: "engaged",
    version: 1,
    answerDueOn: day("2027-06-20"),
    invitedBodyIds: [BODY, "birch-cert", "cedar-cert"],
    proposals: [
      aProposal(),
      aProposal({ id: "proposal-2", bodyId: "birch-cert" }),
      aProposal({ id: "proposal-3", bodyId: "cedar-cert" }),
    ],
    recommendedProposalId: "proposal-1",
    chosenProposalId: "proposal-1",
    application: {
      sentOn: day("2026-11-01"),
      signatory: "Tom Berg",
      consultancyBodyRelated: false,
      consultancyEndedOn: null,
    },
    letter: {
      siteIds: ["berlin", "lyon"],
      clientSignedOn: day("2026-12-01"),
      bodySignedOn: day("2026-12-02"),
    },
    amendment: null,
    ...over,
  };
}

export function aCase(over: Partial<CaseRecord> = {}): CaseRecord {
  return {
    id: "case-1",
    state: "review_pending",
    version: 1,
    preAudit: null,
    internalAudits: [{ on: day("2027-01-10"), coversScope: true }],
    managementReviews: [{ on: day("2027-01-20"), coversScope: true }],
    soa: { version: "2.0", approvedOn: day("2027-01-15") },
    forwardedOn: null,
    forwardAnsweredOn: null,
    ...over,
  };
}

const team: AuditRecord["team"] = [
  { personId: people.lead, role: "lead" },
  { personId: people.auditor, role: "auditor" },
];

/** A concluded Stage 1: 2 to 3 March 2027, ready. */
export function aStage1(over: Partial<AuditRecord> = {}): AuditRecord {
  return {
    id: "stage-1",
    kind: "stage1",
    state: "concluded",
    version: 1,
    startsOn: day("2027-03-02"),
    endsOn: day("2027-03-03"),
    requiredCentidays: 200,
    plannedCentidays: 200,
    team,
    teamProposedOn: day("2027-02-01"),
    objectionWaivedOn: null,
    objections: [],
    sessions: 0,
    planSentOn: null,
    planConfirmedOn: null,
    openingHeldOn: null,
    closingHeldOn: null,
    readiness: { looked: 12, listed: 12, missing: 0 },
    conclusion: "ready",
    recommendation: null,
    reportIssuedOn: day("2027-03-05"),
    concerns: [],
    ...over,
  };
}

/** A reported Stage 2: 12 to 14 April 2027, recommended. */
export function aStage2(over: Partial<AuditRecord> = {}): AuditRecord {
  return {
    ...aStage1(),
    id: "stage-2",
    kind: "stage2",
    state: "reported",
    startsOn: day("2027-04-12"),
    endsOn: day("2027-04-14"),
    requiredCentidays: 800,
    plannedCentidays: 800,
    teamProposedOn: day("2027-03-10"),
    sessions: 4,
    planSentOn: day("2027-03-20"),
    planConfirmedOn: day("2027-03-22"),
    openingHeldOn: day("2027-04-12"),
    closingHeldOn: day("2027-04-14"),
    readiness: { looked: 0, listed: 0, missing: 0 },
    conclusion: null,
    recommendation: "certify_after_plan",
    reportIssuedOn: day("2027-04-16"),
    ...over,
  };
}

export function aConcern(over: Partial<ConcernRecord> = {}): ConcernRecord {
  return { id: "concern-1", blocking: true, state: "open", ...over };
}

export function aPlan(over: Partial<PlanRecord> = {}): PlanRecord {
  return {
    hasCorrection: true,
    hasExtent: true,
    hasCause: true,
    actions: [{ id: "action-1", ownerId: people.owner, dueOn: day("2027-06-30"), done: true }],
    ...over,
  };
}

/** A major of Stage 2 whose plan is due on 14 May and whose closing on 13 July 2027. */
export function aFinding(over: Partial<FindingRecord> = {}): FindingRecord {
  const grade = over.grade ?? "major";
  return {
    id: "finding-1",
    auditId: "stage-2",
    authorId: people.auditor,
    number: "NC-001",
    grade,
    grades: [grade],
    state: "verified",
    version: 1,
    hasRequirement: true,
    hasStatement: true,
    hasEvidence: true,
    issuedOn: day("2027-04-14"),
    planDueOn: day("2027-06-10"),
    closureDueOn: day("2027-07-13"),
    plan: aPlan(),
    evidenceFiles: 1,
    verifiedOn: day("2027-05-20"),
    carriedTo: null,
    ...over,
  };
}

export function aDecision(over: Partial<DecisionRecord> = {}): DecisionRecord {
  return {
    id: "decision-1",
    kind: "grant",
    decidedOn: day("2027-05-25"),
    deciderId: people.decider,
    ...over,
  };
}

export function aCertificate(over: Partial<CertificateRecord> = {}): CertificateRecord {
  return {
    id: "certificate-1",
    state: "active",
    version: 1,
    decisionId: "decision-1",
    decidedOn: day("2027-05-25"),
    effectiveFrom: day("2027-05-25"),
    expiresOn: day("2030-05-24"),
    suspendedOn: null,
    suspendedUntil: null,
    ...over,
  };
}

/** A project that waits for its decision, with nothing in the way. */
export function aRecord(over: Partial<ProjectRecord> = {}): ProjectRecord {
  return {
    id: "project-1",
    clientId: CLIENT,
    clientPersonIds: [people.manager, people.executive, people.owner, people.consultant, people.clientAdmin],
    bodyId: BODY,
    bodyConnected: true,
    standardId: "iso-27001-2022",
    edition: { publishedOn: day("2022-10-25"), lastNewCertificateOn: null, transitionEndsOn: null },
    needsSoa: true,
    scope: "Development and operation of the Northwind order platform",
    targetOn: day("2027-08-31"),
    timeZone: "Europe/Berlin",
    personsInScope: 60,
    siteIds: ["berlin", "lyon"],
    sourcing: aSourcing(),
    certificationCase: aCase(),
    audits: [aStage1(), aStage2()],
    findings: [
      aFinding(),
      aFinding({
        id: "finding-2",
        number: "NC-002",
        grade: "minor",
        state: "plan_accepted",
        closureDueOn: null,
        verifiedOn: null,
      }),
    ],
    decisions: [],
    certificates: [],
    ties: [],
    bodyTies: [],
    ...over,
  };
}

/** Work of a person for the client that ended in May 2026: within two years of the tests' today. */
export function aTie(personId: string): ProjectRecord["ties"][number] {
  return { personId, kind: "consultancy", endedOn: day("2026-05-01"), cleared: false };
}
