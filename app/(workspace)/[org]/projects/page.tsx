import type { Metadata } from "next";
import { PortfolioTable } from "@/components/journey/portfolio-table";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { may } from "@/lib/access";
import { now } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { listProjects } from "@/lib/store/portfolio";

export const metadata: Metadata = { title: "Projects" };

interface Props {
  params: Promise<{ org: string }>;
}

/** Which project needs me? (S1) */
export default async function ProjectsPage({ params }: Props) {
  const actor = await pageActor((await params).org);
  const projects = await orNotFound(listProjects(actor));
  const start = may(actor, "project.start") && (
    <LinkButton variant="primary" href={paths.newProject(actor.organisationSlug)} data-new>
      Start a certification project
    </LinkButton>
  );
  return (
    <>
      <PageHeader title="Projects" actions={projects.length > 0 && start} />
      {projects.length > 0 ? (
        <PortfolioTable actor={actor} projects={projects} now={now()} />
      ) : (
        <EmptyState title="Track your first certification" action={start}>
          A project carries one certification from the choice of the body to the certificate and its three
          years.
        </EmptyState>
      )}
    </>
  );
}
