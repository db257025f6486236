import { beforeAll, describe, expect, test } from "vitest";
import { day, dayToDate } from "@/lib/day";
import { sentenceOf } from "@/lib/lifecycle/refusal";
import { Refused } from "@/lib/outcome";
import { grantCertification } from "@/lib/store/decisions";
import { newId } from "@/lib/store/new-id";
import { withTx } from "@/lib/store/tx";
import { layReadyDossier, onDecisionDay } from "@/tests/support/ready-dossier";
import { rows } from "@/tests/support/rows";
import type { RunningStage2 } from "@/tests/support/running-stage2";
import { onDatabase, START, submission } from "@/tests/support/story";

onDatabase();

let scene: RunningStage2;
beforeAll(async () => {
  scene = await layReadyDossier();
});

const parties = () => ({
  projectId: scene.projectId,
  caseId: scene.caseId,
  clientId: scene.client.admin.organisationId,
  bodyId: scene.body.admin.organisationId,
});

/** A decision written past the rules, as a fault in the program would. */
function decideAs(personId: string) {
  return withTx(scene.body.decider, submission(), async (tx) => {
    const decided = { kind: "refuse", reason: "Written past the rules", dossier: {}, decidedAt: START };
    await tx.decision.create({
      data: {
        ...parties(),
        ...decided,
        id: newId(),
        decidedOn: dayToDate(day("2027-04-05")),
        decidedById: personId,
      },
    });
    return null;
  });
}

async function meet(work: () => Promise<unknown>): Promise<string[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.refusals.map(sentenceOf);
  }
}

describe("A guard of the database", () => {
  test("that is a trigger is told as a reason, in the trigger's own words", async () => {
    expect(await meet(() => decideAs(scene.body.auditor.personId))).toEqual([
      "The record keeps this rule: a member of the audit team cannot decide. Nothing was saved.",
    ]);
  });

  test("that is a constraint is told by its name", async () => {
    const blank = () =>
      withTx(scene.client.manager, submission(), async (tx) => {
        await tx.project.update({ where: { id: scene.projectId }, data: { name: " " } });
        return null;
      });
    expect(await meet(blank)).toEqual([
      "The record keeps this rule: project name is not blank. Nothing was saved.",
    ]);
  });
});

test("who was only on the team of an audit that was cancelled decides: nobody carried that audit out (DEC-1)", async () => {
  const audit = { ...parties(), auditId: newId() };
  const { auditId: id, ...ofCase } = audit;
  await rows().audit.create({
    data: {
      ...ofCase,
      id,
      kind: "follow_up",
      no: 1,
      state: "cancelled",
      endedReason: "Not needed",
      createdAt: START,
    },
  });
  const { personId } = scene.body.decider;
  await rows().teamMember.create({ data: { ...audit, personId, role: "observer" } });
  const grounds = "The file is complete and convincing.";
  await grantCertification(
    scene.body.decider,
    { projectId: scene.projectId, grounds, conditions: null },
    onDecisionDay(),
  );
  const kept = await rows().decision.findFirst({ where: { caseId: scene.caseId, kind: "grant" } });
  expect(kept?.decidedById).toBe(personId);
});
