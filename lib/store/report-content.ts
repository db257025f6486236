import "server-only";
import { createHash } from "node:crypto";
import type { Day } from "../day";
import type { ReportContent, ReportFinding, ReportNarrative } from "../documents/audit-report";
import { canonicalJson } from "../documents/canonical-json";
import { findAudit } from "../lifecycle/reading";
import type { AuditRecord, ProjectRecord } from "../lifecycle/record";
import { NotThere } from "../outcome";
import { auditQuery } from "./audit-sql";
import type { AuditDetails } from "./audit-view";
import type { Tx } from "./db";
import { reportQuery } from "./report-sql";

/** The column report_draft: what the team has written so far, and whose draft it is. */
export interface KeptDraft {
  organisationId: string;
  narrative: ReportNarrative;
}

export interface IssuedReport {
  content: ReportContent;
  sha256: string;
  version: number;
  issuedOn: Day;
  issuedAt: string;
  issuedBy: string;
}

export interface ReportRow {
  clientLegalName: string;
  bodyLegalName: string;
  openingHeldOn: Day | null;
  closingHeldOn: Day | null;
  draft: KeptDraft | null;
  representative: string | null;
  sites: ReportContent["sites"];
  findings: ReportFinding[];
  issued: IssuedReport | null;
}

/** What the report page and the report itself are made of. The reach was checked before. */
export async function readReportRow(
  db: Tx,
  projectId: string,
  auditId: string,
  version: number | null = null,
): Promise<ReportRow> {
  const [row] = await db.$queryRaw<ReportRow[]>(reportQuery(projectId, auditId, version));
  if (!row) throw new NotThere();
  return row;
}

/** The audit's own details inside a transaction, where no page has read them. */
export async function readDetails(db: Tx, projectId: string, auditId: string): Promise<AuditDetails> {
  const [details] = await db.$queryRaw<AuditDetails[]>(auditQuery(projectId, auditId));
  if (!details) throw new NotThere();
  return details;
}

/** The report as it stands now: numbers and facts from the record, the rest from what the team wrote (REP-2, REP-3). */
export function composeReport(
  record: ProjectRecord,
  audit: AuditRecord,
  details: AuditDetails,
  row: ReportRow,
  narrative: ReportNarrative,
): ReportContent {
  const { certificationCase } = record;
  const stage1 = audit.kind === "stage1" ? null : findAudit(record, "stage1");
  return {
    kind: audit.kind,
    no: details.no,
    standardId: record.standardId,
    scope: record.scope,
    personsInScope: record.personsInScope,
    client: { name: details.client, legalName: row.clientLegalName, representative: row.representative },
    body: { name: details.body, legalName: row.bodyLegalName },
    objectives: details.objectives,
    startsOn: audit.startsOn,
    endsOn: audit.endsOn,
    requiredCentidays: audit.requiredCentidays,
    plannedCentidays: audit.plannedCentidays,
    timeJustification: details.timeJustification,
    remoteNote: details.remoteNote,
    sites: row.sites,
    team: details.team.map(({ name, role }) => ({ name, role })),
    opening: meetingOf(row.openingHeldOn, details.openingAttendance),
    closing: meetingOf(row.closingHeldOn, details.closingAttendance),
    disagreements: details.disagreements,
    sessions: details.sessions.map(({ on, startsAt, endsAt, topic, site, auditor, interviewee }) => ({
      ...{ on, startsAt, endsAt, topic, site, auditor, interviewee },
    })),
    interviews: details.interviews.map(({ on, who, topic, note }) => ({ on, who, topic, note })),
    readiness: details.readiness,
    concerns: details.concerns.flatMap(({ number, requirementRef, statement, blocking, state, answer }) =>
      number === null || state === "draft"
        ? []
        : [{ number, requirementRef, statement, blocking, state, answer }],
    ),
    findings: row.findings,
    soa: certificationCase?.soa ?? null,
    internalAudits: [...(certificationCase?.internalAudits ?? [])],
    managementReviews: [...(certificationCase?.managementReviews ?? [])],
    stage1: stage1 && { startsOn: stage1.startsOn, endsOn: stage1.endsOn, conclusion: stage1.conclusion },
    narrative,
    issued: null,
  };
}

function meetingOf(on: Day | null, attendance: string | null): ReportContent["opening"] {
  return on === null ? null : { on, attendance: attendance ?? "" };
}

/** SHA-256 of a report's content, in lower-case hexadecimal digits. */
export function hashReport(content: ReportContent): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}
