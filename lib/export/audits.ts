import "server-only";
import type { Actor } from "../actor";
import type { AuditRecord, ProjectRecord } from "../lifecycle/record";
import { readinessItems } from "../standards/readiness";
import type { ConcernView } from "../store/audit-view";
import { readLogger } from "../store/logger";
import { readReport } from "../store/reports";

/** The audits with plan, team, what was seen, and the report; drafts are the own side's alone and say so. */
export async function composeAudits(actor: Actor, record: ProjectRecord) {
  const composed = [];
  for (const audit of record.audits) composed.push(await composeAudit(actor, record, audit));
  return composed;
}

async function composeAudit(actor: Actor, { id: projectId, standardId }: ProjectRecord, audit: AuditRecord) {
  const { view, issued, draft } = await readReport(actor, projectId, audit.id);
  const { client, body, sites, recorded, concerns, readiness, ...details } = view.details;
  const titles = new Map(readinessItems(standardId).map(({ key, title }) => [key, title]));
  return {
    ...{ id: audit.id, kind: audit.kind, state: audit.state, startsOn: audit.startsOn, endsOn: audit.endsOn },
    ...{ requiredCentidays: audit.requiredCentidays, plannedCentidays: audit.plannedCentidays },
    ...{ planSentOn: audit.planSentOn, planConfirmedOn: audit.planConfirmedOn },
    ...{ openingHeldOn: audit.openingHeldOn, closingHeldOn: audit.closingHeldOn },
    ...details,
    recordedActs: recorded,
    readiness: readiness.map(({ key, ...seen }) => ({ key, item: titles.get(key) ?? key, ...seen })),
    concerns: concerns.map(concernOf),
    report: issued,
    ownReportDraft: draft?.narrative ?? null,
    ownFindingDrafts: await composeDrafts(actor, projectId, audit.id),
  };
}

function concernOf({ draftedByOrganisationId, ...concern }: ConcernView) {
  return { ...concern, isOwnDraft: concern.state === "draft" };
}

async function composeDrafts(actor: Actor, projectId: string, auditId: string) {
  const { drafts } = await readLogger(actor, projectId, auditId);
  return drafts.map(({ finding, ...words }) => ({ id: finding.id, grade: finding.grade, ...words }));
}
