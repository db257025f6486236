import "server-only";
import type { Actor } from "../actor";
import type { AuditRecord, FindingRecord } from "../lifecycle/record";
import { db } from "./db";
import { auditOf } from "./finding-act";
import { knownId, reachProject } from "./reach";

/** A draft as the logger lists it and its form fills in. */
export interface LoggerDraft {
  finding: FindingRecord;
  requirementRef: string | null;
  subRef: string | null;
  statement: string | null;
  evidence: string | null;
  siteId: string | null;
  process: string | null;
  author: string;
}

type Row = Omit<LoggerDraft, "finding"> & { id: string };

/**
 * What the logger of an audit shows: the own organisation's drafts, the project's sites, and how often each
 * requirement is cited by issued findings of this audit.
 */
export async function readLogger(actor: Actor, projectId: string, auditId: string) {
  const project = await reachProject(actor, projectId);
  const { record } = project;
  const audit: AuditRecord = auditOf(record, auditId);
  const [rows, cited, sites, people] = await Promise.all([
    db(actor).$queryRaw<Row[]>`
      SELECT f.id, f.requirement_ref AS "requirementRef", f.sub_ref AS "subRef", f.statement, f.evidence, f.site_id AS "siteId",
        f.process, p.name AS author
      FROM finding f JOIN person p ON p.id = f.drafted_by_id
      WHERE f.audit_id = ${audit.id}::uuid AND f.state = 'draft' AND f.drafted_by_organisation_id = ${actor.organisationId}::uuid
      ORDER BY f.created_at DESC, f.id DESC`,
    db(actor).finding.groupBy({
      by: ["requirementRef"],
      where: { auditId: audit.id, number: { not: null }, state: { not: "void" } },
      _count: true,
    }),
    db(actor).site.findMany({
      where: { organisationId: record.clientId, id: { in: [...record.siteIds] } },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
    db(actor).person.findMany({
      where: { id: { in: audit.team.map(({ personId }) => personId) } },
      select: { id: true, name: true },
    }),
  ]);
  const drafts: LoggerDraft[] = rows.flatMap(({ id, ...row }) => {
    const finding = record.findings.find((one) => one.id === id);
    return finding ? [{ ...row, finding }] : [];
  });
  const leadId = audit.team.find(({ role }) => role === "lead")?.personId;
  return {
    ...project,
    audit,
    drafts,
    sites,
    leadName: people.find(({ id }) => id === leadId)?.name ?? null,
    citations: new Map(cited.map(({ requirementRef, _count }) => [requirementRef ?? "", _count])),
  };
}

/** Throws NotThere for an audit of a project out of reach. */
export async function requireAudit(actor: Actor, projectId: string, auditId: string): Promise<void> {
  const { record } = await reachProject(actor, projectId);
  auditOf(record, auditId);
}

/** The draft that the address asks to edit; null for none, or for one that is not the reader's. */
export function findDraft(drafts: readonly LoggerDraft[], id: string | undefined): LoggerDraft | null {
  return id ? (drafts.find(({ finding }) => finding.id === knownId(id)) ?? null) : null;
}
