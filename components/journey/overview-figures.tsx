import { Stat, StatRow } from "@/components/ui/stat";
import { type Day, daysBetween, formatDay } from "@/lib/day";
import { findNextGate, listConditions } from "@/lib/lifecycle/conditions";
import type { Policy } from "@/lib/lifecycle/policy";
import type { ProjectRecord } from "@/lib/lifecycle/record";
import { countStanding, findCertificate, findVerdict } from "@/lib/lifecycle/standing";
import { paths } from "@/lib/paths";

interface Props {
  org: string;
  project: string;
  record: ProjectRecord;
  policy: Policy;
  today: Day;
}

/** The five figures of the overview, each with its comparison and the list behind it. */
export function OverviewFigures({ org, project, record, policy, today }: Props) {
  const at = paths.project(org, project);
  const counts = countStanding(record, today, policy);
  const conditions = listConditions(record, today, policy, findNextGate(record));
  const met = conditions.filter((condition) => condition.met).length;
  const overdue = counts.overdueClient + counts.overdueBody;
  return (
    <StatRow>
      <CertificateStat {...{ org, project, record, policy, today }} />
      <Stat
        label="Conditions met"
        figure={`${met} of ${conditions.length}`}
        comparison="of the next gate"
        href={record.certificates.length === 0 ? `${at.overview}#conditions` : undefined}
      />
      <Stat
        label="Open majors"
        figure={counts.openMajors}
        kind={counts.openMajors > 0 ? "danger" : undefined}
        comparison={`${counts.openMinors} open ${counts.openMinors === 1 ? "minor" : "minors"}`}
        href={`${at.findings}?grade=major&view=open`}
      />
      <Stat
        label="Overdue"
        figure={overdue}
        kind={overdue > 0 ? "overdue" : undefined}
        comparison={`${counts.overdueClient} by the client, ${counts.overdueBody} by the body`}
        href={`${at.overview}#overdue`}
      />
      <Stat
        label="Decisions waiting"
        figure={counts.waitingDecisions}
        comparison={counts.waitingDecisions > 0 ? "with the decider of the body" : "none now"}
        href={at.decision}
      />
    </StatRow>
  );
}

function CertificateStat({ org, project, record, policy, today }: Props) {
  const at = paths.project(org, project);
  const certificate = findCertificate(record);
  if (certificate) {
    const comparison = `expires ${formatDay(certificate.expiresOn)}`;
    const figure = formatDay(certificate.effectiveFrom);
    return <Stat label="Certified since" figure={figure} comparison={comparison} href={at.certificate} />;
  }
  const { expectedOn } = findVerdict(record, today, policy);
  return (
    <Stat
      label="Certificate expected"
      figure={expectedOn ? formatDay(expectedOn) : "None on its way"}
      comparison={compareWithTarget(record.targetOn, expectedOn)}
      href={at.journey}
    />
  );
}

function compareWithTarget(targetOn: Day | null, expectedOn: Day | null): string {
  if (!targetOn) return "no target set";
  const target = `target ${formatDay(targetOn)}`;
  if (!expectedOn) return target;
  const late = daysBetween(targetOn, expectedOn);
  if (late === 0) return `${target}, on the day`;
  const days = Math.abs(late) === 1 ? "1 day" : `${Math.abs(late)} days`;
  return `${target}, ${days} ${late > 0 ? "after it" : "before it"}`;
}
