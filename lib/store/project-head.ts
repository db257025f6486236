import "server-only";
import { cache } from "react";
import type { Actor } from "../actor";
import { NotThere } from "../outcome";
import { db } from "./db";
import { knownId, reachableProjects } from "./reach";

export interface ProjectHead {
  id: string;
  name: string;
  standardId: string;
  clientName: string;
  bodyName: string | null;
  bodyConnected: boolean;
  demo: boolean;
}

/** What stands above every page of a project; read once a request. Throws NotThere for somebody else's project. */
export const readProjectHead = cache(async (actor: Actor, projectId: string): Promise<ProjectHead> => {
  const project = await db().project.findFirst({
    where: { AND: [{ id: knownId(projectId) }, reachableProjects(actor)] },
    select: {
      id: true,
      name: true,
      standardId: true,
      demo: true,
      client: { select: { name: true } },
      body: { select: { name: true, connected: true } },
    },
  });
  if (!project) throw new NotThere();
  const { client, body, ...rest } = project;
  return {
    ...rest,
    clientName: client.name,
    bodyName: body?.name ?? null,
    bodyConnected: body?.connected ?? true,
  };
});
