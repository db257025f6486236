import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { NotThere } from "@/lib/outcome";
import { proveAction } from "@/lib/store/evidence";
import { startProject } from "@/lib/store/projects";
import { setTeam } from "@/lib/store/teams";
import { composeAudit, engageProject } from "../support/audit-story";
import { createParties, openFindings } from "../support/open-findings";
import { onDatabase, submission } from "../support/story";

onDatabase();

/** Lists of ids in a form; a single id is looked up where its record is. What is no id must not reach the database. */
test("a text that is no id is not there, also within a list", async () => {
  const scene = await engageProject("Ids");
  const { manager, planner, projectId } = scene;
  const auditId = await composeAudit(scene, "stage1");
  const members = [{ personId: "none", name: null, role: "lead" }] as const;
  const team = { projectId, auditId, members, competence: "Knows the field." };
  await expect(setTeam(planner, team, submission())).rejects.toThrow(NotThere);
  const project = {
    ...{ name: "Ids", standardId: "iso-27001-2022", scope: "Hosting", timeZone: "Europe/Berlin" },
    ...{ targetOn: day("2027-09-30"), siteIds: ["none"], persons: null },
  };
  await expect(startProject(manager, project, submission())).rejects.toThrow(NotThere);
  const { client, minor } = await openFindings(await createParties());
  const proof = { ...minor, actionId: null, fileIds: ["none"], note: null, done: false };
  await expect(proveAction(client.manager, proof, submission())).rejects.toThrow(NotThere);
});
