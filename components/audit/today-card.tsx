import { wordsForDates } from "@/components/audit/date-words";
import { auditStateViews } from "@/components/audit/names";
import { stateOfSession } from "@/components/audit/session-states";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import { SummaryList } from "@/components/ui/summary-list";
import type { Day } from "@/lib/day";
import { auditTitles } from "@/lib/lifecycle/naming";
import { paths } from "@/lib/paths";
import type { OpenAudit, SessionSlot } from "@/lib/store/my-audits";

/** What an auditor does today: the session of this hour, the next one, and the way to write down what is seen. */
export function TodayCard({
  org,
  open,
  today,
  clock,
}: {
  org: string;
  open: OpenAudit;
  /** Day and clock time in the project's zone. */
  today: Day;
  clock: string;
}) {
  const { audit, client, project, lead, sessions } = open;
  const at = paths.project(org, project.record.id);
  const state = auditStateViews[audit.state];
  const todays = sessions.filter(({ on }) => on === today);
  const now = todays.filter((session) => stateOfSession(session, today, clock) === "now");
  const next = todays.find((session) => stateOfSession(session, today, clock) === "planned");
  return (
    <Card
      title={`${auditTitles[audit.kind]}, ${client}`}
      actions={<Pill kind={state.kind}>{state.word}</Pill>}
      id={`today-${audit.id}`}
    >
      <div className="space-y-4">
        <SummaryList
          columns={2}
          items={[
            { term: "Now", value: <NowList sessions={now} /> },
            { term: "Next today", value: next ? wordsForSession(next) : "No session" },
            { term: "Dates", value: wordsForDates(audit.startsOn, audit.endsOn) },
            { term: "Lead", value: lead },
          ]}
        />
        <div className="flex flex-wrap gap-3">
          {audit.state !== "running" ? (
            <LinkButton variant="primary" href={at.audit(audit.id)}>
              Open audit
            </LinkButton>
          ) : audit.kind === "stage1" ? (
            <LinkButton variant="primary" href={at.auditReadiness(audit.id)}>
              Note document readiness
            </LinkButton>
          ) : (
            <LinkButton variant="primary" href={at.logFinding(audit.id)}>
              Log finding
            </LinkButton>
          )}
          {audit.state === "running" && <LinkButton href={at.audit(audit.id)}>Open audit</LinkButton>}
          <LinkButton href={at.auditPlan(audit.id)}>Open plan</LinkButton>
        </div>
      </div>
    </Card>
  );
}

function NowList({ sessions }: { sessions: readonly SessionSlot[] }) {
  if (sessions.length === 0) return "No session";
  return (
    <ul>
      {sessions.map((session) => (
        <li key={`${session.startsAt} ${session.topic}`}>{wordsForSession(session)}</li>
      ))}
    </ul>
  );
}

function wordsForSession({ startsAt, endsAt, topic }: SessionSlot): string {
  return `${startsAt} to ${endsAt} ${topic}`;
}
