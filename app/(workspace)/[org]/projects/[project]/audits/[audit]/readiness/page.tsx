import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AuditAct } from "@/components/audit/audit-act";
import { AuditHeader } from "@/components/audit/audit-header";
import { type AuditRoom, offerAuditAct } from "@/components/audit/audit-room";
import { FactMark } from "@/components/audit/fact-mark";
import {
  listReadiness,
  ReadinessFields,
  ReadinessTable,
  wordsForReadiness,
} from "@/components/audit/readiness-table";
import { Card } from "@/components/ui/card";
import { titleOfAudit } from "@/lib/lifecycle/naming";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readAudit } from "@/lib/store/audit-view";
import { setReadiness } from "./actions";
import { ConcernsSection } from "./concerns-section";
import { InterviewsSection } from "./interviews-section";

interface Props {
  params: Promise<{ org: string; project: string; audit: string }>;
  searchParams: Promise<{ concern?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, project, audit } = await params;
  const view = await orNotFound(readAudit(await pageActor(org), project, audit));
  return { title: `Readiness in ${titleOfAudit(view.audit.kind, view.details.no)} – ${view.name}` };
}

/** What Stage 1 looks at: documents, interviews, and the areas of concern that follow (ST1-1, ST1-2, IS-3). */
export default async function ReadinessPage({ params, searchParams }: Props) {
  const { org, project, audit } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readAudit(actor, project, audit));
  if (view.audit.kind !== "stage1") notFound();
  const { concern } = await searchParams;
  const room = { org, project, view };
  const parts = [
    <ReadinessSection key="readiness" room={room} />,
    <InterviewsSection key="interviews" room={room} />,
    <ConcernsSection
      key="concerns"
      room={room}
      edited={view.details.concerns.find(({ id, state }) => id === concern && state === "draft") ?? null}
    />,
  ];
  // While the auditors write, the order of their work; afterwards what still has to be answered comes first.
  return (
    <>
      <AuditHeader room={room} tab="readiness" />
      <div className="mt-6 space-y-6">{offerAuditAct(room, "setReadiness") ? parts : parts.toReversed()}</div>
    </>
  );
}

function ReadinessSection({ room }: { room: AuditRoom }) {
  const { audit, details, record, seesDrafts } = room.view;
  const lines = listReadiness(record.standardId, details.readiness);
  const { looked, listed } = audit.readiness;
  const isHidden = !seesDrafts && audit.reportIssuedOn === null;
  const summary = (
    <p className="flex flex-wrap items-center gap-2 text-muted">
      {isHidden
        ? `${looked} of ${listed} documents looked at. What was noted shows here once the report is issued.`
        : `${looked} of ${listed} looked at: ${wordsForReadiness(details.readiness)}.`}
      <FactMark recorded={details.recorded} act="audit.setReadiness" />
    </p>
  );
  if (offerAuditAct(room, "setReadiness")) {
    return (
      <Card title="Documents" id="documents">
        <div className="space-y-3">
          {summary}
          <AuditAct
            room={room}
            command="setReadiness"
            action={setReadiness}
            submitLabel="Save readiness list"
            keepsFields
            className="max-w-none"
          >
            <ReadinessFields lines={lines} />
          </AuditAct>
        </div>
      </Card>
    );
  }
  return (
    <Card title="Documents" id="documents" flush>
      <div className="px-4 pb-3 sm:px-5">{summary}</div>
      <ReadinessTable lines={lines} showsNotes={!isHidden} />
    </Card>
  );
}
