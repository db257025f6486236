import type { Metadata } from "next";
import { ProjectFields } from "@/components/selection/project-fields";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readProjectForm } from "@/lib/store/projects";
import { startProject } from "./actions";

export const metadata: Metadata = { title: "Start a certification project" };

interface Props {
  params: Promise<{ org: string }>;
}

export default async function NewProjectPage({ params }: Props) {
  const { org } = await params;
  const actor = await pageActor(org);
  const form = await orNotFound(readProjectForm(actor));
  return (
    <div className="space-y-6">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ href: paths.projects(org), label: "Projects" }]} />}
        title="Start a certification project"
        lead="You can change all of this until the request for proposals goes out."
      />
      <Card>
        <ServerForm action={startProject} hidden={{ org }} submitLabel="Start project">
          <ProjectFields {...form} />
        </ServerForm>
      </Card>
    </div>
  );
}
