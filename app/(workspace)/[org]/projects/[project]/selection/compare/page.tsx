import type { Metadata } from "next";
import { CostBars } from "@/components/selection/cost-bars";
import { DaysExpected } from "@/components/selection/days-expected";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readComparison } from "@/lib/store/comparison";
import { readSelection } from "@/lib/store/selection";
import { compareOffers, MAX_COLUMNS } from "./columns";
import { ComparisonTable } from "./comparison-table";
import { listCriteria } from "./criteria";
import { OfferPicker } from "./offer-picker";
import { OwnPanel } from "./own-panel";
import { findPair, PairPicker } from "./pair-picker";
import { QuestionsPanel } from "./questions-panel";
import { RatesPanel } from "./rates-panel";
import { RecommendPanel } from "./recommend-panel";
import { WeightsPanel } from "./weights-panel";

export const metadata: Metadata = { title: "Compare proposals" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<{ bodies?: string | string[]; pair?: string | string[] }>;
}

/** Which body, and can I defend it? (S4) */
export default async function ComparePage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const { bodies = [], pair: wanted = [] } = await searchParams;
  const actor = await pageActor(org);
  const view = await orNotFound(readSelection(actor, project));
  const { record } = view;
  const asked = view.invited.map(({ body }) => body.id);
  const own = await orNotFound(readComparison(actor, project, asked, view.scheme));
  const comparison = compareOffers(view, own, [bodies].flat());
  const { all, columns, isOpen, expectation, currencies, stated } = comparison;
  const at = paths.project(org, project);
  const shown = columns.map(({ id }) => id);
  const pair = findPair(columns, [wanted].flat());
  const header = (
    <PageHeader
      breadcrumbs={<Breadcrumbs items={[{ href: at.selection, label: "Selection" }]} />}
      title="Compare proposals"
      lead={
        columns.length === 1
          ? "One proposal is in. Three or more give a fair comparison."
          : `${columns.length} of ${all.length} proposals side by side.`
      }
      actions={
        columns.length > 0 && (
          <a href={`${at.compareFile}?${new URLSearchParams(shown.map((id) => ["bodies", id]))}`} download>
            Download as csv
          </a>
        )
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
    <div className="comparison-page space-y-6">
      {header}
      <QuestionsPanel comparison={comparison} persons={record.personsInScope} />
      {all.length > MAX_COLUMNS && <OfferPicker offers={all} shown={shown} />}
      <PairPicker columns={columns} pair={pair} bodies={all.length > MAX_COLUMNS ? shown : []} />
      <ComparisonTable
        columns={columns}
        pair={pair}
        criteria={listCriteria(comparison.weighing, own.weights, at.file)}
        hrefOf={at.proposal}
      />
      <RatesPanel actor={actor} view={view} stated={stated} isOpen={isOpen} />
      {currencies.length === 1 && columns.length > 1 && (
        <Card>
          <CostBars rows={columns.map(({ body, cost }) => ({ id: body.id, name: body.name, cost }))} />
        </Card>
      )}
      <DaysExpected expectation={expectation} />
      <WeightsPanel actor={actor} projectId={record.id} comparison={comparison} own={own} />
      <OwnPanel actor={actor} projectId={record.id} comparison={comparison} />
      <RecommendPanel actor={actor} view={view} columns={columns} />
    </div>
  );
}
