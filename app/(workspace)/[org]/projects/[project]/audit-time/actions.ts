"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { paths } from "@/lib/paths";
import { readProject } from "@/lib/store/projects";
import * as store from "@/lib/store/scope-profiles";
import { ProfileForm, profileOf } from "./profile-form";

export const saveScope = action(
  "scope.save",
  z.object({ project: z.string() }).and(ProfileForm),
  async ({ actor, input: { project, ...typed }, submission, version }) => {
    const { record } = await readProject(actor, project);
    const profile = profileOf(record.standardId, typed);
    const { no } = await store.saveScopeProfile(
      actor,
      { projectId: project, version, ...profile },
      submission,
    );
    return {
      message: `Version ${no} saved.`,
      redirectTo: paths.project(actor.organisationSlug, project).auditTime,
    };
  },
);
