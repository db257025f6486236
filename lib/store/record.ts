import "server-only";
import { tableDays } from "../audit-time/tables";
import type { Day } from "../day";
import { gradeOf } from "../lifecycle/finding-words";
import { type KeptPolicy, type Policy, policyFor } from "../lifecycle/policy";
import type {
  AuditRecord,
  CaseRecord,
  CertificateRecord,
  DecisionRecord,
  FindingRecord,
  Grade,
  ProjectRecord,
  ProposalRecord,
  SourcingRecord,
  TieRecord,
} from "../lifecycle/record";
import { findAccreditation, schemeOf } from "../selection/accreditation-gate";
import { findStandard } from "../standards/editions";
import { readinessItems } from "../standards/readiness";
import type { Tx } from "./db";
import { recordQuery } from "./record-sql";

/** A project as its readers get it: the record for the rules, and the policy of its certification body. */
export interface LoadedProject {
  name: string;
  record: ProjectRecord;
  policy: Policy;
}

type AccreditationRow = { bodyId: string; scheme: string; validFrom: Day | null; validTo: Day | null };
type TieRow = Omit<TieRecord, "personId"> & { personId: string | null; bodyId: string };
type CaseRow = Omit<CaseRecord, "internalAudits" | "managementReviews"> & {
  records: { kind: string; on: Day; coversScope: boolean }[];
};
type AuditRow = Omit<AuditRecord, "readiness"> & { readiness: { looked: number; missing: number } };
type FindingRow = Omit<FindingRecord, "grades"> & { gradeChanges: { from: Grade; to: Grade }[] };
type ProposalRow = Pick<
  ProposalRecord,
  "id" | "bodyId" | "declined" | "enteredByBody" | "validUntil" | "initialCentidays"
>;

interface Row {
  id: string;
  clientId: string;
  bodyId: string | null;
  bodyConnected: boolean;
  name: string;
  standardId: string;
  scope: string;
  targetOn: Day | null;
  timeZone: string;
  personsInScope: number;
  state: SourcingRecord["state"];
  version: number;
  answerDueOn: Day | null;
  recommendedProposalId: string | null;
  chosenProposalId: string | null;
  policy: KeptPolicy | null;
  siteIds: string[];
  clientPersonIds: string[];
  invitedBodyIds: string[];
  proposals: ProposalRow[];
  accreditations: AccreditationRow[];
  application: SourcingRecord["application"];
  letter: SourcingRecord["letter"];
  amendment: SourcingRecord["amendment"];
  ties: TieRow[];
  certificationCase: CaseRow | null;
  audits: AuditRow[];
  findings: FindingRow[];
  decisions: DecisionRecord[];
  certificates: CertificateRecord[];
}

/**
 * The records of projects the caller may reach, by id: one statement for any number. The ids must come from a lookup
 * through the actor; this function asks nobody.
 */
export async function loadRecords(
  db: Tx,
  projectIds: readonly string[],
): Promise<Map<string, LoadedProject>> {
  if (projectIds.length === 0) return new Map();
  const rows = await db.$queryRaw<Row[]>(recordQuery(projectIds));
  return new Map(
    rows.map((row) => [
      row.id,
      {
        name: row.name,
        record: recordOf(row),
        policy: policyFor(row.policy, schemeOfStandard(row.standardId)),
      },
    ]),
  );
}

function schemeOfStandard(standardId: string): string | null {
  const standard = findStandard(standardId);
  return standard ? schemeOf(standard.name) : null;
}

function recordOf(row: Row): ProjectRecord {
  const standard = findStandard(row.standardId);
  if (!standard) throw new Error(`Project ${row.id} names the unknown standard ${row.standardId}.`);
  return {
    id: row.id,
    clientId: row.clientId,
    clientPersonIds: row.clientPersonIds,
    bodyId: row.bodyId,
    bodyConnected: row.bodyConnected,
    standardId: row.standardId,
    edition: {
      publishedOn: standard.publishedOn,
      lastNewCertificateOn: standard.lastDateNewCertificates,
      transitionEndsOn: standard.transitionEndsOn,
    },
    needsSoa: standard.annexControls,
    scope: row.scope,
    targetOn: row.targetOn,
    timeZone: row.timeZone,
    personsInScope: row.personsInScope,
    siteIds: row.siteIds,
    sourcing: {
      state: row.state,
      version: row.version,
      answerDueOn: row.answerDueOn,
      invitedBodyIds: row.invitedBodyIds,
      proposals: row.proposals.map((proposal) => proposalOf(proposal, row, standard.name)),
      recommendedProposalId: row.recommendedProposalId,
      chosenProposalId: row.chosenProposalId,
      application: row.application,
      letter: row.letter,
      amendment: row.amendment,
    },
    certificationCase: row.certificationCase && caseOf(row.certificationCase),
    audits: row.audits.map((audit) => ({
      ...audit,
      readiness: { ...audit.readiness, listed: readinessItems(row.standardId).length },
    })),
    findings: row.findings.map(findingOf),
    decisions: row.decisions,
    certificates: row.certificates,
    ties: row.ties.flatMap(({ personId, bodyId: _, ...tie }) =>
      personId === null ? [] : [{ personId, ...tie }],
    ),
    // Consultancy that a person gave on their own bars the person (IMP-4), not the body.
    bodyTies: row.ties.flatMap(({ personId, bodyId, kind, endedOn }) =>
      kind === "internal_audit" || (kind === "consultancy" && personId === null)
        ? [{ bodyId, kind, endedOn }]
        : [],
    ),
  };
}

function caseOf({ records, ...row }: CaseRow): CaseRecord {
  const held = (kind: string) =>
    records.filter((held) => held.kind === kind).map(({ on, coversScope }) => ({ on, coversScope }));
  return { ...row, internalAudits: held("internal_audit"), managementReviews: held("management_review") };
}

function findingOf({ gradeChanges, ...row }: FindingRow): FindingRecord {
  if (row.number === null) return { ...row, grades: [] };
  const first = gradeChanges[0]?.from ?? gradeOf(row);
  return { ...row, grades: [first, ...gradeChanges.map(({ to }) => to)] };
}

function proposalOf(proposal: ProposalRow, row: Row, standardName: string): ProposalRecord {
  const own = row.accreditations.filter(({ bodyId }) => bodyId === proposal.bodyId);
  const held = findAccreditation(own, schemeOf(standardName));
  return {
    ...proposal,
    expectedCentidays: row.personsInScope > 0 ? expectedCentidays(row.standardId, row.personsInScope) : null,
    accredited: held !== null,
    accreditedFrom: held?.validFrom ?? null,
    accreditedUntil: held?.validTo ?? null,
  };
}

/** The table's days for Stage 1 and Stage 2 together; null where the table gives none (2.1). */
export function expectedCentidays(standardId: string, persons: number): number | null {
  const days = tableDays(standardId, persons);
  return days.kind === "row" ? days.centidays : null;
}
