import { beforeEach, expect, test, vi } from "vitest";
import { day } from "@/lib/day";
import { grantCertification } from "@/lib/store/decisions";
import { readDossier } from "@/lib/store/dossiers";
import { uploadFile } from "../support/open-findings";
import { DECISION_DAY, layReadyDossier, onDecisionDay } from "../support/ready-dossier";
import { codesOf } from "../support/refusals";
import { rows } from "../support/rows";
import type { RunningStage2 } from "../support/running-stage2";
import { at, onDatabase, submission } from "../support/story";

vi.hoisted(() => {
  process.env.CERTTRAIL_NOW = "2027-04-05T09:00:00Z";
});
onDatabase();

let scene: RunningStage2;
beforeEach(async () => {
  scene = await layReadyDossier({ connected: false });
});

const GROUNDS = "The file is complete and the team recommends certification.";
const grant = () => ({ projectId: scene.projectId, grounds: GROUNDS, conditions: null });

const recorded = async (by: string, on = "2027-04-01") => {
  const proofId = await uploadFile(scene.client.manager, scene.projectId, "decision.pdf");
  return submission(at(DECISION_DAY), { recorded: { on: day(on), by, proofId } });
};

test("the client's manager records the grant with day, person and proof, and it says so", async () => {
  await grantCertification(scene.client.manager, grant(), await recorded("Ines Falk"));
  const { decisions } = await readDossier(scene.client.manager, scene.projectId);
  expect(decisions).toMatchObject([
    {
      decidedBy: "Ines Falk",
      decidedOn: "2027-04-01",
      recorded: { by: scene.client.manager.organisationName, standing: "recorded" },
    },
  ]);
});

test("the named person can neither be of the audit team nor of the client (DEC-1, IMP-4)", async () => {
  const { client, body } = scene;
  const named = async (name: string) =>
    codesOf(grantCertification(client.manager, grant(), await recorded(name)));
  expect(await named(body.auditor.personName)).toEqual(["decider-audited"]);
  expect(await named(client.executive.personName)).toEqual(["recorded-person-of-client"]);
  expect(await codesOf(grantCertification(client.manager, grant(), onDecisionDay()))).toEqual([
    "not-recorded",
  ]);
  expect(await rows().decision.count({ where: { projectId: scene.projectId } })).toBe(0);
});
