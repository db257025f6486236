import type { Metadata } from "next";
import { EstimateFigures, EstimateSteps, SiteVisitsTable } from "@/components/audit-time/estimate-result";
import { FactsStated } from "@/components/audit-time/facts-stated";
import { ProfileFields } from "@/components/audit-time/profile-fields";
import { VersionsTable } from "@/components/audit-time/versions-table";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import { auditDaysInWords } from "@/lib/audit-time/days";
import { asksComplexity } from "@/lib/audit-time/tables";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readScopeProfile } from "@/lib/store/scope-profiles";
import { saveScope } from "./actions";
import { versionOf } from "./version";

export const metadata: Metadata = { title: "Audit time" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<{ version?: string | string[] }>;
}

/** What the client states about its scope, and the audit time that the published rules expect for it (domain.md 2, 5.3). */
export default async function AuditTimePage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const { version: wanted } = await searchParams;
  const actor = await pageActor(org);
  const view = await orNotFound(readScopeProfile(actor, project, versionOf(wanted)));
  const { record, sites, version, versions, newestNo } = view;
  const at = paths.project(org, project);
  const isNewest = version === null || version.no === newestNo;
  const time = version?.time.kind === "estimated" ? version.time : null;
  const mayEdit = may(actor, "scope.save") && record.sourcing.state !== "closed" && isNewest;
  const isStale = version !== null && isNewest && !sameSites(version.facts.sites, sites);
  return (
    <div className="space-y-6">
      <PageHeader
        title={time ? `${auditDaysInWords(time.cycle.initial)} for Stage 1 and Stage 2` : "Audit time"}
        breadcrumbs={<Breadcrumbs items={[{ href: at.selection, label: "Selection" }]} />}
        lead={
          time
            ? "What the published rules expect for your scope. The body makes its own calculation; yours shows where to ask."
            : "State who works where, and see how many auditor days the published rules expect. Bodies that you ask are told these facts."
        }
        actions={
          version && <LinkButton href={printOf(at, version.no, newestNo)}>Justification sheet</LinkButton>
        }
      />
      {!isNewest && version && (
        <Callout
          title={`Version ${version.no} of ${newestNo}`}
          actions={<LinkButton href={at.auditTime}>Show the newest version</LinkButton>}
        >
          <p>This is what was stated then.</p>
        </Callout>
      )}
      {isStale && (
        <Callout tone="warning" title="The sites of the project are others now">
          <p>Save a new version, so that every site is counted.</p>
        </Callout>
      )}
      {version && !time && (
        <Callout tone="warning" title="This version was kept under other rules">
          <p>Save a new version to see its audit time.</p>
        </Callout>
      )}
      {time && (
        <>
          <EstimateFigures time={time} />
          <EstimateSteps time={time} />
          <SiteVisitsTable visits={time.visits} />
          {version && <FactsStated facts={version.facts} />}
        </>
      )}
      {sites.length === 0 ? (
        <EmptyState title="No sites in scope">
          Choose the sites of the project first; the persons are entered by site.
        </EmptyState>
      ) : (
        mayEdit && (
          <Card title="Scope profile" id="profile">
            <details open={version === null}>
              <summary className="w-fit py-1 font-medium text-link underline underline-offset-3">
                {version ? "Change the profile" : "State the scope"}
              </summary>
              <div className="mt-4">
                <ServerForm
                  action={saveScope}
                  hidden={{ org, project }}
                  version={newestNo}
                  submitLabel="Save and calculate"
                  keepsFields
                >
                  <ProfileFields
                    sites={sites}
                    standardId={record.standardId}
                    asksComplexity={asksComplexity(record.standardId)}
                    kept={version}
                  />
                </ServerForm>
              </div>
            </details>
          </Card>
        )
      )}
      {versions.length > 0 && (
        <Card title="Versions" flush>
          <VersionsTable
            versions={versions}
            shownNo={version?.no ?? 0}
            timeZone={record.timeZone}
            hrefOf={(no) => `${at.auditTime}?version=${no}`}
          />
        </Card>
      )}
    </div>
  );
}

function printOf(at: ReturnType<typeof paths.project>, no: number, newestNo: number): string {
  return no === newestNo ? at.auditTimePrint : `${at.auditTimePrint}?version=${no}`;
}

function sameSites(stated: readonly { siteId: string }[], sites: readonly { id: string }[]): boolean {
  return (
    stated.length === sites.length && sites.every(({ id }) => stated.some(({ siteId }) => siteId === id))
  );
}
