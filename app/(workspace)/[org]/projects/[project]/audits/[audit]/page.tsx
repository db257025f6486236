import type { Metadata } from "next";
import { AuditHeader } from "@/components/audit/audit-header";
import { TimeCard } from "@/components/audit/time-card";
import { titleOfAudit } from "@/lib/lifecycle/naming";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readAudit } from "@/lib/store/audit-view";
import { readTeamRegister } from "@/lib/store/team-register";
import { listTeamCandidates } from "@/lib/store/teams";
import { EndSection } from "./end-section";
import { ResultSection } from "./result-section";
import { RunSection } from "./run-section";
import { TeamSection } from "./team-section";

interface Props {
  params: Promise<{ org: string; project: string; audit: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, project, audit } = await params;
  const view = await orNotFound(readAudit(await pageActor(org), project, audit));
  return { title: `${titleOfAudit(view.audit.kind, view.details.no)} – ${view.name}` };
}

/** One audit: its team, its time, its meetings and what follows from it (S6). */
export default async function AuditPage({ params }: Props) {
  const { org, project, audit } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readAudit(actor, project, audit));
  const candidates = view.audit.state === "draft" ? await listTeamCandidates(actor) : [];
  const needed = await readTeamRegister(actor, project, audit);
  const room = { org, project, view };
  return (
    <>
      <AuditHeader room={room} tab="overview" />
      <div className="mt-6 space-y-6">
        <ResultSection room={room} />
        <RunSection room={room} />
        <TeamSection room={room} candidates={candidates} needed={needed} />
        <TimeCard view={view} />
        <EndSection room={room} />
      </div>
    </>
  );
}
