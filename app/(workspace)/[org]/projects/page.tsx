import type { Metadata } from "next";
import { PortfolioTable } from "@/components/journey/portfolio-table";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/access";
import { now } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { listProjects } from "@/lib/store/portfolio";

export const metadata: Metadata = { title: "Projects" };

interface Props {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}

/** Which project needs me? (S1) */
export default async function ProjectsPage({ params, searchParams }: Props) {
  const { org } = await params;
  const actor = await pageActor(org);
  const [before] = [(await searchParams).before ?? []].flat();
  const { projects, next } = await orNotFound(listProjects(actor, before));
  const start = may(actor, "project.start") && (
    <LinkButton variant="primary" href={paths.newProject(org)} data-new>
      Start a certification project
    </LinkButton>
  );
  return (
    <>
      <PageHeader title="Projects" actions={(projects.length > 0 || before) && start} />
      {projects.length > 0 || before ? (
        <>
          <PortfolioTable actor={actor} projects={projects} now={now()} />
          <Pagination
            label="Pages of projects"
            newerHref={before && paths.projects(org)}
            newerLabel="Newest"
            olderHref={next ? `${paths.projects(org)}?before=${next}` : undefined}
          />
        </>
      ) : (
        <EmptyState title="Track your first certification" action={start}>
          A project carries one certification from the choice of the body to the certificate and its three
          years.
        </EmptyState>
      )}
    </>
  );
}
