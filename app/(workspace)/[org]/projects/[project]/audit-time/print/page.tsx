import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { JustificationSheet } from "@/components/audit-time/justification-sheet";
import { PrintButton } from "@/components/certificate/print-button";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readScopeProfile } from "@/lib/store/scope-profiles";
import { versionOf } from "../version";

export const metadata: Metadata = { title: "Justification of the audit time" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<{ version?: string | string[] }>;
}

/** The figures, the result and every reason on paper (TIM-1). */
export default async function JustificationPage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const { version: wanted } = await searchParams;
  const actor = await pageActor(org);
  const view = await orNotFound(readScopeProfile(actor, project, versionOf(wanted)));
  const { version, versions, record, name } = view;
  if (!version || version.time.kind === "problems") notFound();
  const saved = versions.find(({ no }) => no === version.no);
  return (
    <>
      <div data-noprint className="mb-6">
        <PageHeader
          title="Justification of the audit time"
          breadcrumbs={
            <Breadcrumbs items={[{ href: paths.project(org, project).auditTime, label: "Audit time" }]} />
          }
          lead="Every figure with its reason and rule, for your file or for the body."
          actions={<PrintButton label="Print sheet" />}
        />
      </div>
      <JustificationSheet
        client={actor.organisationName}
        project={name}
        record={record}
        version={version}
        time={version.time}
        savedBy={saved?.savedBy ?? ""}
      />
    </>
  );
}
