import type { Metadata } from "next";
import { AuditAct } from "@/components/audit/audit-act";
import { AuditHeader } from "@/components/audit/audit-header";
import { type AuditRoom, offerAuditAct } from "@/components/audit/audit-room";
import { DatesFields } from "@/components/audit/dates-form";
import { FactMark } from "@/components/audit/fact-mark";
import { SessionFields } from "@/components/audit/session-form";
import { clockIn } from "@/components/audit/session-states";
import { OverlapWarning, SessionTable } from "@/components/audit/session-table";
import { TimeCard } from "@/components/audit/time-card";
import { PaperFiles } from "@/components/paper/paper-files";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { now } from "@/lib/clock";
import { formatDay } from "@/lib/day";
import { reasonsToPlan } from "@/lib/lifecycle/audit-pairs";
import { titleOfAudit } from "@/lib/lifecycle/naming";
import { isPlanShared } from "@/lib/lifecycle/reading";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { type AuditView, readAudit } from "@/lib/store/audit-view";
import { confirmPlan, planAudit, removeSession, saveSession, sendPlan, setDates } from "./actions";

interface Props {
  params: Promise<{ org: string; project: string; audit: string }>;
  searchParams: Promise<{ session?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, project, audit } = await params;
  const view = await orNotFound(readAudit(await pageActor(org), project, audit));
  return { title: `Plan of ${titleOfAudit(view.audit.kind, view.details.no)} – ${view.name}` };
}

/** Dates, auditor time and sessions of one audit, and the agreement of both sides on them (PLAN-1, PLAN-2). */
export default async function AuditPlanPage({ params, searchParams }: Props) {
  const { org, project, audit } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readAudit(actor, project, audit));
  const { session } = await searchParams;
  const room = { org, project, view };
  const edited = view.details.sessions.find(({ id }) => id === session) ?? null;
  const here = paths.project(org, project).auditPlan(audit);
  const isRunning = view.audit.state === "running";
  const clock = clockIn(view.record.timeZone, now());
  return (
    <>
      <AuditHeader room={room} tab="plan" />
      <div className="mt-6 space-y-6">
        {offerAuditAct(room, "setDates") ? (
          <Card title="Dates and time">
            <AuditAct room={room} command="setDates" action={setDates} submitLabel="Save dates" keepsFields>
              <DatesFields view={view} />
            </AuditAct>
          </Card>
        ) : (
          <TimeCard view={view} />
        )}
        <OverlapWarning sessions={view.details.sessions} />
        <Card title="Sessions" flush>
          <SessionTable
            sessions={view.details.sessions}
            running={isRunning ? { today: view.facts.moment.today, clock } : null}
            editHref={offerAuditAct(room, "editSession") ? (id) => `${here}?session=${id}#edit` : null}
            empty={emptyWords(view)}
          />
          <p className="px-4 py-3 text-compact text-muted sm:px-5">Times are {view.record.timeZone} time.</p>
          {(view.seesDrafts || isPlanShared(view.audit)) && (
            <div className="flex flex-wrap gap-2 px-4 pb-4 sm:px-5">
              <PaperFiles file={paths.project(org, project).auditPlanFile(audit)} />
            </div>
          )}
        </Card>
        {offerAuditAct(room, "editSession") && (
          <Card title={edited ? `Change session: ${edited.topic}` : "Add a session"} id="edit">
            <AuditAct
              key={edited?.id ?? "new"}
              room={room}
              command="editSession"
              adds={!edited}
              action={saveSession}
              hidden={{ session: edited?.id ?? "" }}
              submitLabel={edited ? "Save session" : "Add session"}
              secondary={edited && <LinkButton href={here}>Go back</LinkButton>}
            >
              <SessionFields view={view} session={edited} />
            </AuditAct>
            {edited && (
              <div className="mt-6 border-border border-t pt-4">
                <AuditAct
                  room={room}
                  command="editSession"
                  action={removeSession}
                  hidden={{ session: edited.id }}
                  submitLabel="Remove session"
                  submitVariant="danger"
                />
              </div>
            )}
          </Card>
        )}
        <AgreementCard room={room} />
      </div>
    </>
  );
}

function AgreementCard({ room }: { room: AuditRoom }) {
  const { audit, details } = room.view;
  return (
    <Card title="Agreement" id="agreement">
      <div className="space-y-5">
        <p className="flex max-w-read flex-wrap items-center gap-2 text-muted">
          {agreementWords(room.view)}
          <FactMark recorded={details.recorded} act="audit.sendPlan" />
        </p>
        {audit.planSentOn === null && (
          <AuditAct room={room} command="sendPlan" action={sendPlan} submitLabel="Send plan" />
        )}
        {audit.planConfirmedOn === null && (
          <AuditAct room={room} command="confirmPlan" action={confirmPlan} submitLabel="Confirm plan" />
        )}
        <AuditAct
          room={room}
          command="planAudit"
          reasonsOf={reasonsToPlan}
          action={planAudit}
          submitLabel="Agree dates and plan"
        />
      </div>
    </Card>
  );
}

function agreementWords({ audit, details }: AuditView): string {
  const formal = audit.kind === "stage1" ? " Stage 1 needs no formal plan." : "";
  if (audit.planSentOn === null) return `The plan is not sent to ${details.client} yet.${formal}`;
  const sent = `Sent on ${formatDay(audit.planSentOn)}.`;
  if (audit.planConfirmedOn === null) return `${sent} ${details.client} has not confirmed it yet.`;
  return `${sent} ${details.client} confirmed it on ${formatDay(audit.planConfirmedOn)}.`;
}

function emptyWords({ audit, details, seesDrafts }: AuditView): string {
  if (seesDrafts)
    return audit.kind === "stage1"
      ? "No sessions yet. Stage 1 needs no formal plan, but a day plan helps both sides."
      : "No sessions yet. Add the first one below once the team is confirmed.";
  return `No sessions yet. They appear here when ${details.body} sends the plan.`;
}
