import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { NotThere, Rejected } from "@/lib/outcome";
import { findFile } from "@/lib/store/files";
import {
  readPreparation,
  recordInternalAudit,
  recordManagementReview,
  recordSoa,
} from "@/lib/store/preparation";
import { engageProject } from "../support/audit-story";
import { uploadFile } from "../support/open-findings";
import { codesOf } from "../support/refusals";
import { createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

const held = { on: day("2027-01-08"), coversScope: true, who: "Mia Chen", note: null, fileId: null };

test("the manager records internal audits and management reviews, and both sides read them (IS-2)", async () => {
  const { manager, planner, projectId } = await engageProject("Prepared");
  const fileId = await uploadFile(manager, projectId, "internal-audit.pdf");
  await recordInternalAudit(manager, { projectId, ...held, fileId }, submission());
  await recordManagementReview(manager, { projectId, ...held, coversScope: false }, submission());
  const seen = await readPreparation(planner, projectId);
  expect(seen.held).toMatchObject([
    { kind: "management_review", coversScope: false },
    { kind: "internal_audit", on: "2027-01-08", who: "Mia Chen", file: { name: "internal-audit.pdf" } },
  ]);
  expect((await findFile(planner, projectId, fileId)).name).toBe("internal-audit.pdf");
});

test("a review in the future, and a file of somebody else, are not recorded", async () => {
  const { manager, planner, projectId } = await engageProject("Future");
  const later = { projectId, ...held, on: day("2027-02-01") };
  expect(await codesOf(recordInternalAudit(manager, later, submission()))).toEqual(["day-in-future"]);
  const fileId = await uploadFile(planner, projectId);
  const foreign = { projectId, ...held, fileId };
  await expect(recordManagementReview(manager, foreign, submission())).rejects.toThrow(Rejected);
  expect((await readPreparation(manager, projectId)).held).toEqual([]);
});

test("the version of the Statement of Applicability in force is the one recorded last (IS-5)", async () => {
  const { manager, projectId } = await engageProject("Applicability");
  await recordSoa(manager, { projectId, soaVersion: "1.0", approvedOn: day("2026-12-01") }, submission());
  await recordSoa(manager, { projectId, soaVersion: "1.1", approvedOn: day("2027-01-10") }, submission());
  const blank = { projectId, soaVersion: " ", approvedOn: day("2027-01-10") };
  expect(await codesOf(recordSoa(manager, blank, submission()))).toEqual(["soa-version-missing"]);
  expect((await readPreparation(manager, projectId)).certificationCase?.soa).toEqual({
    version: "1.1",
    approvedOn: "2027-01-10",
  });
});

test("the body and the executive do not record for the client's manager; a stranger finds nothing", async () => {
  const { executive, planner, projectId } = await engageProject("Whose");
  expect(await codesOf(recordInternalAudit(planner, { projectId, ...held }, submission()))).toEqual([
    "not-yours",
  ]);
  expect(await codesOf(recordInternalAudit(executive, { projectId, ...held }, submission()))).toEqual([
    "not-yours",
  ]);
  const { manager: stranger } = await createOrganisation("client", "Unknown", ["manager"]);
  await expect(recordInternalAudit(stranger, { projectId, ...held }, submission())).rejects.toThrow(NotThere);
  await expect(readPreparation(stranger, projectId)).rejects.toThrow(NotThere);
});
