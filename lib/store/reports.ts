import "server-only";
import type { Actor } from "../actor";
import { dayToDate } from "../day";
import { emptyNarrative, type ReportContent, type ReportNarrative } from "../documents/audit-report";
import type { ReportAuditInput } from "../lifecycle/audit-run-rules";
import { caseStepOfReport, withReportIssued } from "../lifecycle/report-pair";
import { NotThere } from "../outcome";
import type { Submission } from "./act";
import { type AuditAct, type AuditActing, actOnAudit, auditKeys } from "./audit-acts";
import { type AuditView, readAudit } from "./audit-view";
import { caseOf, caseSubject } from "./cases";
import { db, type Prisma } from "./db";
import { handOverWhenReady } from "./handover";
import { allow, allowAll, move } from "./move";
import { newId } from "./new-id";
import {
  composeReport,
  hashReport,
  type IssuedReport,
  type KeptDraft,
  readDetails,
  readReportRow,
} from "./report-content";

/** Saves what the team has written of the report so far; only the own organisation sees it (REP-1). */
export async function saveReportDraft(
  actor: Actor,
  input: AuditAct & { narrative: ReportNarrative },
  submission: Submission,
): Promise<null> {
  return await actOnAudit(actor, input, submission, async ({ act, audit, facts, subject, name }) => {
    const allowed = allow("audit", "draftReport", audit.state, facts, {});
    const kept: KeptDraft = { organisationId: actor.organisationId, narrative: input.narrative };
    const reportDraft = kept as unknown as Prisma.InputJsonObject;
    await move(act, subject, allowed, { reportDraft }, { audit: name }, { audience: "own" });
    return null;
  });
}

/**
 * Issues the report as the draft stands: its content and hash are kept for good, and the case takes its step in the same
 * act (REP-1…3, ST1-2). A Stage 2 without nonconformity goes on to the decision.
 */
export async function issueReport(
  actor: Actor,
  input: AuditAct,
  submission: Submission,
): Promise<{ sha256: string }> {
  return await actOnAudit(actor, input, submission, async (acting) => {
    const { act, audit, facts, subject, name } = acting;
    const row = await readReportRow(act.tx, act.project.record.id, audit.id);
    const narrative = ownNarrative(actor, row.draft);
    const report = () => allow("audit", "reportAudit", audit.state, facts, reportInput(narrative));
    const step = caseStepOfReport(facts);
    const after = withReportIssued(facts, narrative);
    const takeStep = () => step && allow("certification", step, caseOf(act).state, after, {});
    allowAll(report, takeStep);
    const details = await readDetails(act.tx, act.project.record.id, audit.id);
    const draft = composeReport(act.project.record, audit, details, row, narrative);
    const sha256 = await keepReport(acting, draft);
    await move(
      act,
      subject,
      report(),
      {
        conclusion: narrative.conclusion,
        recommendation: narrative.recommendation,
        summary: narrative.statement,
        deviations: narrative.deviations,
        reportIssuedOn: dayToDate(act.moment.on),
      },
      { audit: name },
    );
    const allowed = takeStep();
    if (allowed) await move(act, caseSubject(act), allowed, {}, {});
    else await handOverWhenReady(act);
    return { sha256 };
  });
}

/** Adds the row that never changes. */
async function keepReport(acting: AuditActing, draft: ReportContent): Promise<string> {
  const { act, audit } = acting;
  const { on, personId } = act.moment;
  const version = (await act.tx.report.count({ where: { auditId: audit.id } })) + 1;
  const issuer = await act.tx.person.findUniqueOrThrow({ where: { id: personId }, select: { name: true } });
  const content: ReportContent = { ...draft, issued: { on, by: issuer.name, version } };
  const sha256 = hashReport(content);
  await act.tx.report.create({
    data: {
      id: newId(),
      ...auditKeys(acting),
      version,
      content: content as unknown as Prisma.InputJsonObject,
      sha256,
      issuedById: personId,
      issuedOn: dayToDate(on),
      issuedAt: act.submission.now,
    },
  });
  return sha256;
}

function reportInput(narrative: ReportNarrative): ReportAuditInput {
  const { conclusion, recommendation, statement, scopeAppropriate, objectivesMet } = narrative;
  return { conclusion, recommendation, statement: statement ?? "", scopeAppropriate, objectivesMet };
}

/** The draft belongs to the organisation that wrote it; for the other side there is none. */
function ownNarrative(actor: Actor, draft: KeptDraft | null): ReportNarrative {
  if (draft?.organisationId !== actor.organisationId) return emptyNarrative;
  return { ...emptyNarrative, ...draft.narrative };
}

/** A report as its page shows it to this person. */
export interface ReportView {
  view: AuditView;
  issued: (IssuedReport & { isIntact: boolean }) | null;
  /** What the own side has written and how the report would read; null for the side that waits for it. */
  draft: { narrative: ReportNarrative; content: ReportContent } | null;
}

/**
 * The report of an audit: as issued for both sides, before that as a draft for the side that writes it alone. With a
 * `version` that one or, where it was not issued, NotThere.
 */
export async function readReport(
  actor: Actor,
  projectId: string,
  auditId: string,
  version: number | null = null,
): Promise<ReportView> {
  const view = await readAudit(actor, projectId, auditId);
  const { record, audit, details } = view;
  const row = await readReportRow(db(actor), record.id, audit.id, version);
  if (row.issued) {
    const isIntact = hashReport(row.issued.content) === row.issued.sha256;
    return { view, issued: { ...row.issued, isIntact }, draft: null };
  }
  if (version !== null) throw new NotThere();
  if (!view.seesDrafts || audit.state === "cancelled") return { view, issued: null, draft: null };
  const narrative = ownNarrative(actor, row.draft);
  const content = composeReport(record, audit, details, row, narrative);
  return { view, issued: null, draft: { narrative, content } };
}
