import type { Metadata } from "next";
import { ChainCheck } from "@/components/trail/chain-check";
import { TrailList } from "@/components/trail/trail-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { TabsNav } from "@/components/ui/tabs-nav";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readTrail } from "@/lib/store/trail";
import { CHECKED_AT_ONCE, checkTrail } from "@/lib/store/trail-check";

export const metadata: Metadata = { title: "Trail" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<{ before?: string; check?: string; view?: string }>;
}

/** Everything that happened on the record, for both sides (S18). Entries can be read and never changed. */
export default async function TrailPage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const asked = await searchParams;
  const view = asked.view === "reads" ? "reads" : "acts";
  const from = entryNumber(asked.before) || undefined;
  const behind = entryNumber(asked.check);
  const check = behind === null ? null : await orNotFound(checkTrail(actor, project, { behind }));
  const { entries, olderThan } = await orNotFound(readTrail(actor, project, { before: from, view }));
  const { trail: at, trailFile } = paths.project(org, project);
  return (
    <>
      <PageHeader
        title="Trail"
        lead="Every act on this record, and who has opened its files and reports, newest first. Each entry carries the hash of the one before it, so none can be changed or taken out unseen."
      />
      <TabsNav
        label="What the trail shows"
        tabs={[
          { href: at, label: "Acts", current: view === "acts" },
          { href: `${at}?view=reads`, label: "Reads", current: view === "reads" },
        ]}
      />
      {view === "acts" && !from && (
        <ChainCheck
          check={check}
          hrefOf={(entry) => `${at}?check=${entry}`}
          trailFile={trailFile}
          anchorsFile={paths.anchors(org)}
        />
      )}
      {entries.length === 0 ? (
        <EmptyState title={view === "acts" ? "Nothing has happened yet" : "Nobody has opened a paper yet"} />
      ) : (
        <TrailList entries={entries} zone={actor.timeZone} org={org} project={project} />
      )}
      <Pagination
        newerHref={from ? `${at}?view=${view}` : undefined}
        olderHref={olderThan ? `${at}?view=${view}&before=${olderThan}` : undefined}
      />
    </>
  );
}

/** Largest number Postgres counts entries with. */
const MAX_ENTRY = 2 ** 31 - 1;

/** The number of an entry from an address; null for anything else. */
function entryNumber(text: string | undefined): number | null {
  const number = Number(text);
  return text && Number.isSafeInteger(number) && number >= 0 && number <= MAX_ENTRY - CHECKED_AT_ONCE
    ? number
    : null;
}
