import type { Metadata } from "next";
import { ProjectFields } from "@/components/selection/project-fields";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readProject, readProjectForm } from "@/lib/store/projects";
import { readScopeProfile } from "@/lib/store/scope-profiles";
import { editProject } from "../../../new/actions";

export const metadata: Metadata = { title: "Change the project" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

export default async function EditProjectPage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const { name, record } = await orNotFound(readProject(actor, project));
  const form = await orNotFound(readProjectForm(actor));
  const { selection, auditTime } = paths.project(org, project);
  const { newestNo } = await orNotFound(readScopeProfile(actor, project));
  const header = (
    <PageHeader
      breadcrumbs={<Breadcrumbs items={[{ href: selection, label: "Selection" }]} />}
      title="Change the project"
    />
  );
  if (record.sourcing.state !== "planning") {
    return (
      <div className="space-y-6">
        {header}
        <Callout title="This project cannot be changed any more">
          <p>The request for proposals is out, and the bodies answer to what it says.</p>
        </Callout>
      </div>
    );
  }
  return (
    <div className="space-y-6">
      {header}
      <Card>
        <ServerForm
          action={editProject}
          hidden={{ org, project }}
          version={record.sourcing.version}
          submitLabel="Save project"
          keepsFields
        >
          <ProjectFields
            {...form}
            project={{ name, ...record }}
            profileHref={newestNo > 0 ? auditTime : undefined}
          />
        </ServerForm>
      </Card>
    </div>
  );
}
