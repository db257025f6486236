import { beforeAll, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/actor";
import { NotThere } from "@/lib/outcome";
import { db } from "@/lib/store/db";
import { newId } from "@/lib/store/new-id";
import { receiveProposal } from "@/lib/store/proposals";
import { loadOne } from "@/lib/store/reach";
import { readWorklist, WORK_PER_PAGE } from "@/lib/store/worklist";
import { layReadyDossier } from "../support/ready-dossier";
import { rows } from "../support/rows";
import { layRunningStage2, type RunningStage2 } from "../support/running-stage2";
import { offer, openRequest, planProject } from "../support/sourcing-story";
import { createOrganisation, onDatabase, START, submission } from "../support/story";

// The clock is read once, when its module loads.
vi.hoisted(() => {
  process.env.CERTTRAIL_NOW = "2027-02-01T09:00:00Z";
});
onDatabase();

let scene: RunningStage2;
const kinds = async (actor: Actor) => [...(await readWorklist(actor, {})).counts.keys()].toSorted();

/** Two pages of findings whose plans wait, half of them with a limit on one day and the others later. */
const MANY = WORK_PER_PAGE + 10;

beforeAll(async () => {
  scene = await layRunningStage2();
  const { projectId, caseId, stage2Id: auditId, client, body } = scene;
  await rows().finding.createMany({
    data: Array.from({ length: MANY }, (_, no) => ({
      ...{ id: newId(), projectId, caseId, auditId, grade: "major", number: `NC-${no}` },
      state: no % 2 === 0 ? "response_submitted" : "evidence_submitted",
      ...{ clientId: client.admin.organisationId, bodyId: body.admin.organisationId },
      ...{ requirementRef: "A.8.13", statement: "Backups are not tested.", evidence: "No test since March." },
      ...{ draftedById: body.auditor.personId, draftedByOrganisationId: body.admin.organisationId },
      closureDueOn: new Date(no % 4 === 1 ? "2027-01-29" : "2027-06-10"),
      planDueOn: new Date("2027-04-11"),
      createdAt: new Date("2027-03-12"),
      issuedOn: new Date("2027-03-12"),
      issuedById: body.auditor.personId,
    })),
  });
});

test("each role has on its list what it acts on, and no more", async () => {
  expect(await kinds(scene.body.planner)).toEqual(["actionPlans", "evidence"]);
  expect(await kinds(scene.body.auditor)).toEqual(["actionPlans", "evidence", "reports"]);
  for (const role of ["decider", "quality", "admin"] as const)
    expect(await kinds(scene.body[role])).toEqual([]);
});

test("the nearest deadline stands first, what is overdue is counted, and each thing stands on one page", async () => {
  const first = await readWorklist(scene.body.planner, {});
  expect(first.items).toHaveLength(WORK_PER_PAGE);
  expect(first.overdue).toBe(MANY / 4);
  expect(first.items[0]?.project?.item).toMatchObject({
    dueOn: "2027-01-29",
    overdue: true,
    command: "nonconformity.verify",
  });
  const second = await readWorklist(scene.body.planner, { after: first.next ?? "" });
  expect(second.next).toBeNull();
  const keys = [...first.items, ...second.items].map(({ key }) => key);
  expect(keys).toEqual(keys.toSorted());
  expect(new Set(keys).size).toBe(MANY);
});

test("one kind is asked for in the address; the counts stay those of all", async () => {
  const list = await readWorklist(scene.body.planner, { kind: "evidence" });
  expect(list.items).toHaveLength(MANY / 2);
  expect(list.counts.get("actionPlans")).toBe(MANY / 2);
});

test("who is named for it is said, where it is somebody else", async () => {
  const planned = await layRunningStage2();
  const { projectId, caseId, client, body } = planned;
  const own = { projectId, caseId, clientId: client.admin.organisationId, bodyId: body.admin.organisationId };
  const auditId = newId();
  await rows().audit.create({
    data: {
      ...{ id: auditId, ...own, kind: "follow_up", no: 1, state: "team_confirmed" },
      ...{ startsOn: new Date("2027-04-12"), endsOn: new Date("2027-04-14"), createdAt: START },
    },
  });
  await rows().teamMember.create({
    data: { ...own, auditId, personId: body.auditor.personId, role: "lead" },
  });
  const [forPlanner] = (await readWorklist(planned.body.planner, { kind: "plans" })).items;
  expect(forPlanner).toMatchObject({
    holder: "Alder Cert auditor",
    project: { item: { command: "audit.sendPlan", dueOn: "2027-03-29" } },
  });
  const [forLead] = (await readWorklist(planned.body.auditor, { kind: "plans" })).items;
  expect(forLead).toMatchObject({
    holder: null,
    project: { item: { personId: planned.body.auditor.personId } },
  });
});

test("a dossier waits for a decider who did not audit", async () => {
  const ready = await layReadyDossier();
  expect(await kinds(ready.body.decider)).toEqual(["decisions"]);
  expect(await kinds(ready.body.auditor)).toEqual([]);
});

test("a request is on the list of the bodies that were asked, until each has answered", async () => {
  const asked = await planProject("Worklist");
  expect(await readWorklist(asked.planner, {})).toMatchObject({ items: [], hasClients: false });
  await openRequest(asked, [asked.planner.organisationId]);
  const { items } = await readWorklist(asked.planner, {});
  expect(
    items.map(({ kind, project, dueOn }) => [kind, project?.clientName, project?.engaged, dueOn]),
  ).toEqual([["requests", "Worklist", false, "2027-02-12"]]);
  expect(await kinds(scene.body.planner)).toEqual(["actionPlans", "evidence"]);
  const { projectId, planner, manager } = asked;
  await receiveProposal(
    planner,
    { projectId, bodyId: planner.organisationId, fileId: null, offer: offer() },
    submission(),
  );
  expect(await readWorklist(planner, {})).toMatchObject({ items: [], hasClients: true });
  expect((await loadOne(db(manager), projectId)).record.sourcing.state).toBe("rfp_open");
});

test("a client has no worklist, and another body sees nothing of this one", async () => {
  await expect(readWorklist(scene.client.manager, {})).rejects.toBeInstanceOf(NotThere);
  const other = await createOrganisation("body", "Other Cert", ["planner", "auditor", "decider"]);
  for (const actor of Object.values(other)) expect((await readWorklist(actor, {})).items).toEqual([]);
});
