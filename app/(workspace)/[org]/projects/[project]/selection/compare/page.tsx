import type { Metadata } from "next";
import { CostBars } from "@/components/selection/cost-bars";
import { DaysExpected } from "@/components/selection/days-expected";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readSelection } from "@/lib/store/selection";
import { compareOffers, MAX_COLUMNS } from "./columns";
import { ComparisonTable } from "./comparison-table";
import { listCriteria } from "./criteria";
import { OfferPicker } from "./offer-picker";
import { RatesPanel } from "./rates-panel";
import { RecommendPanel } from "./recommend-panel";

export const metadata: Metadata = { title: "Compare proposals" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<{ bodies?: string | string[] }>;
}

/** Which body, and can I defend it? (S4) */
export default async function ComparePage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const { bodies = [] } = await searchParams;
  const actor = await pageActor(org);
  const view = await orNotFound(readSelection(actor, project));
  const { record, today } = view;
  const { all, columns, isOpen, expectation, currencies, stated } = compareOffers(view, [bodies].flat());
  const at = paths.project(org, project);
  const warnings = isOpen ? columns.flatMap(({ days }) => days.warning ?? []) : [];
  const header = (
    <PageHeader
      breadcrumbs={<Breadcrumbs items={[{ href: at.selection, label: "Selection" }]} />}
      title="Compare proposals"
      lead={
        columns.length === 1
          ? "One proposal is in. Three or more give a fair comparison."
          : `${columns.length} of ${all.length} proposals side by side.`
      }
    />
  );
  if (columns.length === 0) {
    return (
      <div className="space-y-6">
        {header}
        <EmptyState title="No proposal is in yet">
          Proposals appear here as the bodies answer, or as you enter their documents.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="space-y-6">
      {header}
      {warnings.length > 0 && (
        <Callout
          tone="warning"
          title={warnings.length === 1 ? "Ask before you choose" : "Ask these before you choose"}
        >
          <ul className="space-y-1">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Callout>
      )}
      {all.length > MAX_COLUMNS && <OfferPicker offers={all} shown={columns.map(({ body }) => body.id)} />}
      <ComparisonTable
        columns={columns}
        criteria={listCriteria(isOpen ? today : null, record.targetOn, at.file)}
        hrefOf={at.proposal}
      />
      <RatesPanel actor={actor} view={view} stated={stated} isOpen={isOpen} />
      {currencies.length === 1 && columns.length > 1 && (
        <Card>
          <CostBars rows={columns.map(({ body, cost }) => ({ id: body.id, name: body.name, cost }))} />
        </Card>
      )}
      <DaysExpected expectation={expectation} />
      <RecommendPanel actor={actor} view={view} columns={columns} />
    </div>
  );
}
