import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { openCaseStates } from "@/lib/lifecycle/certification-states";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readPreparation } from "@/lib/store/preparation";
import { viewingFacts } from "@/lib/store/viewing";
import { recordInternalAudit, recordManagementReview, recordSoa } from "./actions";
import { HeldSection } from "./held-section";
import { ReadinessSection } from "./readiness-section";
import { SoaSection } from "./soa-section";

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
  const readiness = may(actor, "preparation.read") && <ReadinessSection {...{ actor, org, project }} />;
  if (!certificationCase) {
    return (
      <>
        {header}
        {readiness && <div className="mt-6">{readiness}</div>}
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
  const at = paths.project(org, project);
  const files = { ...at, timeZone: view.record.timeZone };
  return (
    <>
      {header}
      <div className="mt-6 space-y-6">
        {readiness}
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
          <SoaSection
            inForce={certificationCase.soa}
            approved={view.approvedSoa}
            href={actor.side === "client" ? at.soa : at.soaVersions}
            form={canRecord ? { ...form, reasons: reasons("recordSoa"), action: recordSoa } : null}
          />
        )}
      </div>
    </>
  );
}
