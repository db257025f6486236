import type { Metadata } from "next";
import { ActPanel } from "@/components/project/act-panel";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { TextField } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { Pill } from "@/components/ui/pill";
import { SummaryList } from "@/components/ui/summary-list";
import { DateField } from "@/components/ui/value-fields";
import { formatDay } from "@/lib/day";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { openCaseStates } from "@/lib/lifecycle/certification-states";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readPreparation } from "@/lib/store/preparation";
import { viewingFacts } from "@/lib/store/viewing";
import { recordInternalAudit, recordManagementReview, recordSoa } from "./actions";
import { HeldSection } from "./held-section";

export const metadata: Metadata = { title: "Preparation" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

/** What the client has to have before a certificate can be granted: internal audit, management review, SoA (IS-2, IS-5). */
export default async function PreparationPage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readPreparation(actor, project));
  const { certificationCase, held, record } = view;
  const header = (
    <PageHeader
      title="Preparation"
      lead="The decision needs at least one internal audit and one management review over the whole scope, held before it."
    />
  );
  if (!certificationCase) {
    return (
      <>
        {header}
        <EmptyState title="Nothing to record yet">
          Records are kept with the certification case. It opens when both sides have signed the engagement
          letter.
        </EmptyState>
      </>
    );
  }
  const facts = viewingFacts(actor, view);
  const isOpen = openCaseStates.some((state) => state === certificationCase.state);
  const canRecord = actor.side === "client" && actor.roles.includes("manager") && isOpen;
  const form = { hidden: { org, project }, version: certificationCase.version };
  const reasons = (command: "recordInternalAudit" | "recordManagementReview" | "recordSoa") =>
    reasonsAgainst("certification", command, certificationCase.state, facts);
  const files = { ...paths.project(org, project), timeZone: view.record.timeZone };
  return (
    <>
      {header}
      <div className="mt-6 space-y-6">
        <HeldSection
          title="Internal audits"
          one="internal audit"
          held={held.filter(({ kind }) => kind === "internal_audit")}
          files={files}
          form={
            canRecord
              ? { ...form, reasons: reasons("recordInternalAudit"), action: recordInternalAudit }
              : null
          }
        />
        <HeldSection
          title="Management reviews"
          one="management review"
          held={held.filter(({ kind }) => kind === "management_review")}
          files={files}
          form={
            canRecord
              ? { ...form, reasons: reasons("recordManagementReview"), action: recordManagementReview }
              : null
          }
        />
        {record.needsSoa && (
          <Card title="Statement of Applicability" id="soa">
            <div className="space-y-5">
              {certificationCase.soa ? (
                <SummaryList
                  items={[
                    { term: "Version", value: certificationCase.soa.version },
                    { term: "Approved on", value: formatDay(certificationCase.soa.approvedOn) },
                  ]}
                />
              ) : (
                <p className="flex flex-wrap items-center gap-2 text-muted">
                  <Pill kind="neutral">Not recorded</Pill>
                  The certificate names its version and the day of its approval (IS-5).
                </p>
              )}
              {canRecord && (
                <ActPanel
                  {...form}
                  reasons={reasons("recordSoa")}
                  action={recordSoa}
                  submitLabel={certificationCase.soa ? "Record new version" : "Record version"}
                  submitVariant="secondary"
                >
                  <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
                    <TextField
                      name="soaVersion"
                      label="Version"
                      hint="Such as 1.2 or 2027-02."
                      width="medium"
                    />
                    <DateField name="approvedOn" label="Approved on" />
                  </div>
                </ActPanel>
              )}
            </div>
          </Card>
        )}
      </div>
    </>
  );
}
