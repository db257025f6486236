import type { Actor } from "@/lib/actor";
import type { Role } from "@/lib/lifecycle/who";
import { newId } from "@/lib/store/new-id";
import { storeFile } from "../../prisma/demo/teller";
import { type Ids, idsOf, layDocument, layTask } from "../support/asking";
import { addColleague } from "../support/audit-story";
import { layFinding } from "../support/ready-dossier";
import { rows } from "../support/rows";
import { DURING_STAGE_2, layRunningStage2 } from "../support/running-stage2";
import { createOrganisation, START } from "../support/story";

/**
 * Who asks, in the order of the columns of the tables beside this file. The project stands in Stage 2. `assigned` owns a corrective
 * action there, `owner` none; `second` audits on the team, `auditor` does not; the body of `asked` was asked to propose
 * and not chosen; the last two have nothing to do with the project.
 */
export const PEOPLE = [
  "admin",
  "manager",
  "executive",
  "owner",
  "assigned",
  "consultant",
  "bodyAdmin",
  "planner",
  "lead",
  "second",
  "auditor",
  "decider",
  "quality",
  "asked",
  "otherClient",
  "otherBody",
] as const;

export type PersonName = (typeof PEOPLE)[number];

export interface Stage {
  people: Record<PersonName, Actor>;
  ids: Ids;
}

const PROOF = { name: "proof.txt", text: "The restore was tested on 3 March." };

/** A project with everything in it, and everybody who could ask for it. */
export async function layStage(): Promise<Stage> {
  const stage = await layRunningStage2();
  await layFinding(stage, "minor", "open");
  const { client, body, second, projectId } = stage;
  const parties = { clientId: client.admin.organisationId, bodyId: body.admin.organisationId };
  const colleague = (of: Actor, name: string, roles: Role[]) => addColleague(of, name, roles);
  const assigned = await colleague(client.admin, "Sam Okafor", ["owner"]);
  const [asked, otherClient, otherBody] = await Promise.all([
    createOrganisation("body", "Asked", ["planner"]),
    createOrganisation("client", "Other Client", ["manager"]),
    createOrganisation("body", "Other Body", ["planner"]),
  ]);
  await rows().bodyRequest.create({
    data: {
      id: newId(),
      projectId,
      clientId: parties.clientId,
      bodyId: asked.planner.organisationId,
      sentAt: DURING_STAGE_2,
    },
  });
  const { id: findingId } = await rows().finding.findFirstOrThrow({ where: { projectId } });
  const plan = { findingId, projectId, ...parties };
  const action = newId();
  await rows().actionPlan.create({ data: plan });
  await rows().planAction.create({
    data: { id: action, ...plan, no: 1, what: "Test a restore", ownerId: assigned.personId },
  });
  const message = newId();
  await rows().message.create({
    data: {
      ...{ id: message, organisationId: parties.clientId, personId: client.manager.personId },
      ...{
        kind: "nonconformity.raise",
        subject: "NC-001 issued",
        about: "Hosting",
        path: "/northwind/projects",
        mail: "dead",
        tries: 1,
        failure: "550",
      },
      createdAt: START,
    },
  });
  return {
    people: {
      ...client,
      assigned,
      consultant: await colleague(client.admin, "Cora Blum", ["consultant"]),
      bodyAdmin: body.admin,
      planner: body.planner,
      lead: body.auditor,
      second,
      auditor: await colleague(body.admin, "Ned Ash", ["auditor"]),
      decider: body.decider,
      quality: body.quality,
      asked: asked.planner,
      otherClient: otherClient.manager,
      otherBody: otherBody.planner,
    },
    ids: {
      ...(await idsOf(stage)),
      action,
      task: await layTask(assigned, projectId),
      document: await layDocument(client.manager, projectId),
      file: await storeFile(client.manager, projectId, PROOF, START),
      message,
      photo: newId(),
    },
  };
}
