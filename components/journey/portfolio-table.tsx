import Link from "next/link";
import { holderOf } from "@/components/journey/holder-of";
import { VerdictPill } from "@/components/journey/verdict-pill";
import { DayText } from "@/components/ui/day-text";
import { Pill } from "@/components/ui/pill";
import { Table } from "@/components/ui/table";
import type { Actor } from "@/lib/actor";
import { today as dayAt } from "@/lib/day";
import { findNextGate, listConditions } from "@/lib/lifecycle/conditions";
import { listJourney } from "@/lib/lifecycle/journey";
import { findNextStep } from "@/lib/lifecycle/owed";
import { countStanding, findCertificate, findVerdict } from "@/lib/lifecycle/standing";
import { paths } from "@/lib/paths";
import { findStandard } from "@/lib/standards/editions";
import type { PortfolioProject } from "@/lib/store/portfolio";

function rowOf(project: PortfolioProject, now: Date) {
  const { record, policy } = project;
  const today = dayAt(record.timeZone, now);
  const steps = listJourney(record, today, policy);
  const stage =
    steps.find(({ status }) => ["in_progress", "overdue", "scheduled"].includes(status)) ?? steps[0];
  const open =
    record.certificates.length > 0 ? [] : listConditions(record, today, policy, findNextGate(record));
  return {
    ...project,
    today,
    stage: stage?.label ?? "",
    next: findNextStep(record, today, policy),
    open: open.filter(({ met }) => !met).length,
    counts: countStanding(record, today, policy),
    verdict: findVerdict(record, today, policy),
    certificate: findCertificate(record),
  };
}

interface Props {
  actor: Actor;
  projects: PortfolioProject[];
  now: Date;
}

/** One line a project: where it is, what is next, what stands open. */
export function PortfolioTable({ actor, projects, now }: Props) {
  const org = actor.organisationSlug;
  const isClient = actor.side === "client";
  return (
    <Table
      caption="Projects"
      rows={projects.map((project) => rowOf(project, now))}
      rowKey={({ record }) => record.id}
      columns={[
        {
          key: "name",
          label: "Project",
          isRowHeader: true,
          cell: ({ record, name }) => (
            <>
              <Link
                href={paths.project(org, record.id).journey}
                prefetch={false}
                className="inline-block py-0.5"
              >
                {name}
              </Link>
              <span className="block font-normal text-compact text-subtle">
                {findStandard(record.standardId)?.name}
              </span>
            </>
          ),
        },
        {
          key: "party",
          label: isClient ? "Body" : "Client",
          cell: ({ bodyName, clientName }) => (isClient ? (bodyName ?? "Not chosen yet") : clientName),
        },
        {
          key: "verdict",
          label: "Stands",
          cell: ({ verdict, stage }) => (
            <span className="flex flex-wrap items-center gap-2">
              <VerdictPill tone={verdict.tone} /> {stage}
            </span>
          ),
        },
        {
          key: "next",
          label: "Next step",
          leadsOnCard: true,
          cell: ({ next, today }) =>
            next ? (
              <>
                {next.what}
                <span className="block text-compact text-muted">{holderOf(next.power)}</span>
                {next.dueOn && (
                  <span className="block text-compact text-muted">
                    <DayText day={next.dueOn} today={today} />
                  </span>
                )}
              </>
            ) : (
              "Nothing is open"
            ),
        },
        { key: "open", label: "Conditions open", isNumber: true, cell: ({ open }) => String(open) },
        {
          key: "majors",
          label: "Majors open",
          isNumber: true,
          cell: ({ counts }) => String(counts.openMajors),
        },
        {
          key: "overdue",
          label: "Overdue",
          isNumber: true,
          cell: ({ counts }) => {
            const overdue = counts.overdueClient + counts.overdueBody;
            return overdue > 0 ? <Pill kind="overdue">{overdue} overdue</Pill> : "0";
          },
        },
        {
          key: "certificate",
          label: "Certificate",
          isOneLine: true,
          cell: ({ verdict, certificate }) => {
            if (certificate)
              return (
                <>
                  until <DayText day={certificate.expiresOn} />
                </>
              );
            return verdict.expectedOn ? (
              <>
                expected <DayText day={verdict.expectedOn} />
              </>
            ) : (
              "None on its way"
            );
          },
        },
      ]}
    />
  );
}
