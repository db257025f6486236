"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import * as store from "@/lib/store/projects";
import { ProjectForm } from "./project-form";

export const startProject = action("project.start", ProjectForm, async ({ actor, input, submission }) => {
  const { id } = await store.startProject(actor, input, submission);
  return { message: "Project started.", redirectTo: paths.project(actor.organisationSlug, id).selection };
});

export const editProject = action(
  "project.edit",
  ProjectForm.extend({ project: z.string() }),
  async ({ actor, input: { project, ...input }, submission, version }) => {
    await store.editProject(actor, { ...input, projectId: project, version }, submission);
    return {
      message: "Project saved.",
      redirectTo: paths.project(actor.organisationSlug, project).selection,
    };
  },
);
