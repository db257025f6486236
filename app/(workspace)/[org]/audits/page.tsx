import type { Metadata } from "next";
import { type AuditGroup, groupOfAudit, groupTitles } from "@/components/audit/group-audits";
import { MyAuditsTable } from "@/components/audit/my-audits-table";
import { clockIn } from "@/components/audit/session-states";
import { TodayCard } from "@/components/audit/today-card";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TabsNav } from "@/components/ui/tabs-nav";
import { currentDay, now } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { listMyAudits, MAX_AUDITS, type OpenAudit } from "@/lib/store/my-audits";

export const metadata: Metadata = { title: "Audits" };

interface Props {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ of?: string | string[] }>;
}

const groups: readonly AuditGroup[] = ["today", "report", "upcoming", "planning", "after"];
const todayIn = ({ project }: OpenAudit) => currentDay(project.record.timeZone);

/** The audits of a certification body that are not over: today's first, then what is due next (2.2, My audits). */
export default async function MyAuditsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const actor = await pageActor(org);
  const { of } = await searchParams;
  const isPlanner = actor.roles.includes("planner") || actor.roles.includes("admin");
  const mine = of === "mine" || (of !== "all" && !isPlanner);
  const audits = await orNotFound(listMyAudits(actor, { mine }));
  const here = paths.myAudits(org);
  const counted = groups
    .map((group) => ({ group, audits: audits.filter((open) => groupOfAudit(open, todayIn(open)) === group) }))
    .filter((part) => part.audits.length > 0);
  return (
    <>
      <PageHeader title={mine ? "My audits" : "Audits"} lead={leadWords(counted)} />
      <div className="mt-4 space-y-6">
        <TabsNav
          label="Whose audits"
          tabs={[
            { href: `${here}?of=mine`, label: "On my team", current: mine },
            { href: `${here}?of=all`, label: `All of ${actor.organisationName}`, current: !mine },
          ]}
        />
        {audits.length === MAX_AUDITS && (
          <Callout>
            These are the {MAX_AUDITS} earliest audits. Open a project to see the ones after them.
          </Callout>
        )}
        {counted.map(({ group, audits: members }) =>
          group === "today" ? (
            <section key={group} aria-label="Today" className="space-y-4">
              {members.map((open) => (
                <TodayCard
                  key={open.audit.id}
                  org={org}
                  open={open}
                  today={todayIn(open)}
                  clock={clockIn(open.project.record.timeZone, now())}
                />
              ))}
            </section>
          ) : (
            <Card key={group} title={`${groupTitles[group]} (${members.length})`} id={group} flush>
              <MyAuditsTable org={org} caption={groupTitles[group]} audits={members} todayIn={todayIn} />
            </Card>
          ),
        )}
        {counted.length === 0 && (
          <Card>
            <EmptyState title={mine ? "You are on no open audit" : "No open audits"}>
              {mine
                ? "An audit appears here once a planner puts you on its team."
                : "Create Stage 1 on a project whose engagement letter is signed."}
            </EmptyState>
          </Card>
        )}
      </div>
    </>
  );
}

function leadWords(counted: readonly { group: AuditGroup; audits: readonly OpenAudit[] }[]): string {
  const count = (group: AuditGroup) => counted.find((part) => part.group === group)?.audits.length ?? 0;
  const running = count("today");
  const reports = count("report");
  const today =
    running === 0
      ? "No audit runs today."
      : running === 1
        ? "1 audit runs today."
        : `${running} audits run today.`;
  if (reports === 0) return today;
  return `${today} ${reports === 1 ? "1 report is" : `${reports} reports are`} waiting to be issued.`;
}
