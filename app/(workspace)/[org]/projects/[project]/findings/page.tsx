import type { Metadata } from "next";
import { FilterChips, RegisterFilters } from "@/components/finding/register-filters";
import { countView, RegisterViews, StateBar } from "@/components/finding/register-summary";
import { RegisterTable } from "@/components/finding/register-table";
import { PaperCards } from "@/components/paper/paper-cards";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import {
  clearedHref,
  countFilters,
  type FindingList,
  findingListHref,
  parseFindingList,
} from "@/lib/finding-list";
import { auditNames } from "@/lib/lifecycle/naming";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { type Register, readRegister } from "@/lib/store/finding-register";
import { readProjectHead } from "@/lib/store/project-head";

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, project } = await params;
  const { name } = await orNotFound(readProjectHead(await pageActor(org), project));
  return { title: `Findings – ${name}` };
}

/** The findings register (S7): views, filters, order and page are in the address; the page needs no script. */
export default async function FindingsPage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const list = parseFindingList(await searchParams);
  const register = await orNotFound(readRegister(actor, project, list));
  const { bodyConnected } = await orNotFound(readProjectHead(actor, project));
  const base = paths.project(org, project).findings;
  const logs = mayLog(actor, bodyConnected) ? register.running : [];
  const logLinks = logs.map(({ id, kind, ownDrafts }) => (
    <LinkButton key={id} href={paths.project(org, project).logFinding(id)} variant="primary">
      {logs.length > 1 ? `Log a finding in ${auditNames[kind]}` : "Log a finding"}
      {ownDrafts > 0 && ` (${ownDrafts} ${ownDrafts === 1 ? "draft" : "drafts"})`}
    </LinkButton>
  ));
  const at = paths.project(org, project);
  const header = <PageHeader title="Findings" actions={logLinks} />;
  if (countView(register, "all") === 0) {
    return (
      <>
        {header}
        <EmptyState title="No findings yet">
          {actor.side === "client"
            ? "They appear here when the audit team issues them."
            : "They appear here when the lead auditor issues them."}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      {header}
      <div className="mt-4 space-y-5">
        <StateBar base={base} counts={register} />
        <RegisterViews base={base} list={list} counts={register} />
        <div className="flex flex-wrap items-start gap-3">
          <RegisterFilters base={base} list={list} />
          <FilterChips base={base} list={list} />
          <p role="status" className="ms-auto min-h-8 content-center text-muted">
            {foundInWords(register.found)}
          </p>
        </div>
        <Card flush>
          {register.rows.length === 0 ? (
            <NothingFound base={base} list={list} />
          ) : (
            <RegisterTable
              rows={register.rows}
              list={list}
              today={register.today}
              org={org}
              project={project}
            />
          )}
          <Pagination
            newerHref={pageHref(base, list, register, "before")}
            olderHref={pageHref(base, list, register, "after")}
            newerLabel="Previous"
            olderLabel="Next"
            summary={`${register.rows.length} of ${register.found} on this page`}
          />
        </Card>
        <PaperCards nonconformities={at.nonconformitiesFile} plans={at.plansFile} />
      </div>
    </>
  );
}

/** Auditors log; where the body is not on CertTrail, the client's manager records what they found. */
function mayLog(actor: Actor, bodyConnected: boolean): boolean {
  return may(actor, "audit.draftFinding") && (actor.side === "body" || !bodyConnected);
}

function foundInWords(found: number): string {
  return found === 1 ? "1 finding" : `${found} findings`;
}

function pageHref(base: string, list: FindingList, register: Register, way: "after" | "before") {
  const row = way === "after" ? register.rows.at(-1) : register.rows[0];
  const hasMore = way === "after" ? register.hasOlder : register.hasNewer;
  return row && hasMore ? findingListHref(base, list, { [way]: { key: row.key, id: row.id } }) : undefined;
}

const nothing: Record<FindingList["view"], string> = {
  open: "No finding is open.",
  overdue: "Nothing is overdue.",
  auditor: "Nothing waits for the auditor.",
  client: "Nothing waits for the client.",
  closed: "No finding is closed yet.",
  all: "No findings yet.",
};

function NothingFound({ base, list }: { base: string; list: FindingList }) {
  const count = countFilters(list);
  if (count === 0) return <EmptyState title={nothing[list.view]} />;
  return (
    <EmptyState
      title={`No findings match ${count === 1 ? "this filter" : `these ${count} filters`}.`}
      action={<LinkButton href={clearedHref(base, list)}>Clear filters</LinkButton>}
    />
  );
}
