import type { ReactNode } from "react";
import { ProjectNav } from "@/components/project/project-nav";
import { projectTabs } from "@/components/project/project-tabs";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { findStandard } from "@/lib/standards/editions";
import { readProjectHead } from "@/lib/store/project-head";

interface Props {
  params: Promise<{ org: string; project: string }>;
  children: ReactNode;
}

/** The project's name and its sections above every page of it. */
export default async function ProjectLayout({ params, children }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const head = await orNotFound(readProjectHead(actor, project));
  const other = actor.side === "client" ? head.bodyName : head.clientName;
  const standard = findStandard(head.standardId);
  const has = { hasRecordedActs: head.hasRecordedActs, hasSoa: standard?.annexControls ?? false };
  return (
    <>
      <div data-noprint className="mb-6 space-y-1">
        <p className="text-compact text-muted">
          <a data-soft href={paths.project(org, project).journey} className="font-medium text-text">
            {head.name}
          </a>
          {` · ${standard?.name ?? head.standardId}`}
          {other && ` · ${other}`}
          {head.bodyName && !head.bodyConnected && " (not on CertTrail)"}
        </p>
        <ProjectNav tabs={projectTabs(actor, project, has)} />
      </div>
      {children}
    </>
  );
}
