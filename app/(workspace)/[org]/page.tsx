import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { AwaitedProposals } from "@/components/journey/awaited-proposals";
import { holderOf } from "@/components/journey/holder-of";
import { OwedList } from "@/components/journey/owed-list";
import { isOwn, linesOf } from "@/components/journey/owed-view";
import { VerdictPill } from "@/components/journey/verdict-pill";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DayText } from "@/components/ui/day-text";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { currentDay } from "@/lib/clock";
import { findNextStep, listOwed } from "@/lib/lifecycle/owed";
import { findVerdict } from "@/lib/lifecycle/standing";
import { paths } from "@/lib/paths";
import { pageActor } from "@/lib/session/page";
import { findStandard } from "@/lib/standards/editions";
import { listAwaitedProposals } from "@/lib/store/awaited-proposals";
import { listProjects, type PortfolioProject, PROJECTS_PER_PAGE } from "@/lib/store/portfolio";
import { recordsForBody } from "@/lib/store/viewing";

export const metadata: Metadata = { title: "Home" };

/** Projects shown with their verdict; the rest stand in the list of projects. */
const SHOWN_VERDICTS = 8;

interface Props {
  params: Promise<{ org: string }>;
}

/** What needs this person now, over all projects, and how each project stands. */
export default async function HomePage({ params }: Props) {
  const actor = await pageActor((await params).org);
  if (!may(actor, "project.read")) redirect(paths.actions(actor.organisationSlug));
  const { projects, next } = await listProjects(actor);
  const today = currentDay(actor.timeZone);
  const own = projects.flatMap((project) => ownLines(actor, project));
  own.sort((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"));
  if (projects.length === 0) return <NoProjects actor={actor} />;
  return (
    <>
      <PageHeader
        title={
          own.length === 0
            ? "Nothing waits for you"
            : `${own.length} ${own.length === 1 ? "thing waits" : "things wait"} for you`
        }
        lead={leadOf(own.length, next === null)}
        actions={actor.side === "body" && <ToWorklist actor={actor} />}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
        <div className="space-y-6">
          <Card title="Your moves">
            <OwedList items={own} today={today} empty="You have dealt with everything." />
          </Card>
          <AwaitedProposals
            org={actor.organisationSlug}
            awaited={await listAwaitedProposals(actor)}
            today={today}
            namesProject
          />
        </div>
        <Card title={actor.side === "client" ? "Projects" : "Clients"}>
          <ul className="divide-y divide-border">
            {projects.slice(0, SHOWN_VERDICTS).map((project) => (
              <VerdictLine key={project.record.id} actor={actor} project={project} />
            ))}
          </ul>
          {projects.length > SHOWN_VERDICTS && (
            <Link
              href={paths.projects(actor.organisationSlug)}
              prefetch={false}
              className="mt-3 inline-block py-0.5"
            >
              {actor.side === "client" ? "All projects" : "All clients"}
            </Link>
          )}
        </Card>
      </div>
    </>
  );
}

function ToWorklist({ actor }: { actor: Actor }) {
  return (
    <LinkButton variant="primary" href={paths.worklist(actor.organisationSlug)}>
      Open worklist
    </LinkButton>
  );
}

/** A list that is not whole says so: nobody takes silence on older projects for "nothing to do". */
function leadOf(moves: number, isWhole: boolean): string | undefined {
  const order = moves > 1 ? "The most urgent first" : "Looked at";
  if (!isWhole) return `${order}, over the ${PROJECTS_PER_PAGE} newest projects.`;
  return moves > 1 ? `${order}, over all projects.` : undefined;
}

function ownLines(actor: Actor, project: PortfolioProject) {
  const { record, policy, name, clientName } = project;
  const today = currentDay(record.timeZone);
  const own = listOwed(record, today, policy).filter((item) =>
    isOwn(actor, item, recordsForBody(actor, project)),
  );
  return linesOf(actor, record.id, own, actor.side === "client" ? name : `${clientName} · ${name}`);
}

function VerdictLine({ actor, project }: { actor: Actor; project: PortfolioProject }) {
  const { record, policy, name, clientName } = project;
  const today = currentDay(record.timeZone);
  const verdict = findVerdict(record, today, policy);
  const next = findNextStep(record, today, policy);
  const at = paths.project(actor.organisationSlug, record.id);
  const isExecutive = actor.roles.includes("executive");
  return (
    <li className="space-y-1 py-3 first:pt-0">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <Link
          href={isExecutive ? at.overview : at.journey}
          prefetch={false}
          className="inline-block py-0.5 font-medium"
        >
          {actor.side === "client" ? name : `${clientName} · ${name}`}
        </Link>
        <VerdictPill tone={verdict.tone} />
      </p>
      <p>
        {verdict.sentence} <span className="text-muted">{verdict.because}</span>
      </p>
      {next && (
        <p>
          Next: {next.what}. Owed by: {holderOf(next.power)}
          {next.dueOn && (
            <>
              , due <DayText day={next.dueOn} />
            </>
          )}
          .
        </p>
      )}
      <p className="text-compact text-subtle">{findStandard(record.standardId)?.name}</p>
    </li>
  );
}

function NoProjects({ actor }: { actor: Actor }) {
  const title = `Welcome to ${actor.organisationName}`;
  if (!may(actor, "project.start")) {
    const lead = "No project is open to you yet. It shows here as soon as there is one.";
    return (
      <PageHeader title={title} lead={lead} actions={actor.side === "body" && <ToWorklist actor={actor} />} />
    );
  }
  return (
    <PageHeader
      title={title}
      lead="A project carries one certification from the choice of the body to the certificate and its three years."
      actions={
        <LinkButton variant="primary" href={paths.newProject(actor.organisationSlug)}>
          Start a certification project
        </LinkButton>
      }
    />
  );
}
