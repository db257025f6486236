import type { Metadata } from "next";
import { TreatmentFields } from "@/components/treatment/treatment-fields";
import { TreatmentFilters } from "@/components/treatment/treatment-filters";
import { TreatmentTable } from "@/components/treatment/treatment-table";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { ServerForm } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readTreatment } from "@/lib/store/treatment";
import type { TreatmentCount } from "@/lib/treatment/treatment";
import { parseTreatmentList, treatmentListHref } from "@/lib/treatment/treatment-list";
import { addTreatment } from "./actions";

export const metadata: Metadata = { title: "Risk treatment" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What is done about each risk, and what of it nobody owns, is late or not accepted yet (6.1.3 e and f). */
export default async function TreatmentPage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const list = parseTreatmentList(await searchParams);
  const view = await orNotFound(readTreatment(actor, project, list));
  const { lines, counts, controls, found, today } = view;
  const at = paths.project(org, project);
  const base = at.treatment;
  const canEdit = may(actor, "treatment.edit");
  const pageOf = (way: "after" | "before", id?: string) => id && treatmentListHref(base, list, { [way]: id });
  return (
    <>
      <PageHeader
        title="Risk treatment"
        lead={tellCounts(counts)}
        actions={
          <>
            {canEdit && <LinkButton href={at.treatmentImport}>Import</LinkButton>}
            <LinkButton href={`${at.treatmentFile}?format=xlsx`}>Export xlsx</LinkButton>
            <LinkButton href={at.treatmentFile}>Export csv</LinkButton>
          </>
        }
      />
      <div className="mt-6 space-y-6">
        {counts.all > 0 && <TreatmentFilters {...{ base, list, controls }} />}
        {counts.all === 0 ? (
          <EmptyState title="No risk is treated here yet">
            {canEdit
              ? "Enter the risks that your assessment says to treat, one line a risk, or import them from a file."
              : "The compliance manager enters them."}
          </EmptyState>
        ) : (
          <Card flush>
            {lines.length === 0 ? (
              <EmptyState
                title="No risk matches these filters."
                action={<LinkButton href={base}>Clear filters</LinkButton>}
              />
            ) : (
              <TreatmentTable {...{ lines, controls, today }} hrefOf={({ id }) => at.treatmentLine(id)} />
            )}
            <Pagination
              newerHref={view.hasNewer ? pageOf("before", lines[0]?.id) : undefined}
              olderHref={view.hasOlder ? pageOf("after", lines.at(-1)?.id) : undefined}
              newerLabel="Previous"
              olderLabel="Next"
              summary={`${lines.length} of ${found} on this page`}
            />
          </Card>
        )}
        {canEdit && (
          <Card title="Add a risk" id="add">
            <details open={counts.all === 0}>
              <summary className="w-fit py-1 font-medium text-link underline underline-offset-3">
                Enter one by hand
              </summary>
              <div className="mt-4">
                <ServerForm
                  action={addTreatment}
                  hidden={{ org, project }}
                  submitLabel="Add risk"
                  submitVariant="secondary"
                >
                  <TreatmentFields today={today} />
                </ServerForm>
              </div>
            </details>
          </Card>
        )}
      </div>
    </>
  );
}

/** "40 risks: 38 have an owner, the residual risk of 12 is accepted, 3 are overdue." */
function tellCounts({ all, owned, accepted, overdue }: TreatmentCount): string {
  if (all === 0) return "What is done about each risk, by whom, until when, and who accepted what remains.";
  const late = overdue === 0 ? "none is overdue" : `${overdue} ${overdue === 1 ? "is" : "are"} overdue`;
  return `${all} ${all === 1 ? "risk" : "risks"}: ${owned} ${owned === 1 ? "has" : "have"} an owner, the residual risk of ${accepted} is accepted, ${late}.`;
}
