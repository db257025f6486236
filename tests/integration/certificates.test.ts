import { beforeEach, describe, expect, test, vi } from "vitest";
import { day } from "@/lib/day";
import { NotThere, Rejected } from "@/lib/outcome";
import { listCertificates, listWaiting } from "@/lib/store/body-lists";
import { type IssueCertificate, issueCertificate, readCertificate } from "@/lib/store/certificates";
import { grantCertification } from "@/lib/store/decisions";
import { uploadFile } from "../support/open-findings";
import { DECISION_DAY, layFinding, layReadyDossier, onDecisionDay } from "../support/ready-dossier";
import { codesOf } from "../support/refusals";
import { rows } from "../support/rows";
import type { RunningStage2 } from "../support/running-stage2";
import { at, createOrganisation, onDatabase, submission } from "../support/story";

vi.hoisted(() => {
  process.env.CERTTRAIL_NOW = "2027-04-05T09:00:00Z";
});
onDatabase();

const GROUNDS = "The file is complete and the team recommends certification.";

let scene: RunningStage2;
const issue = (more: Partial<IssueCertificate> = {}): IssueCertificate => ({
  projectId: scene.projectId,
  number: null,
  effectiveFrom: null,
  expiresOn: null,
  ...more,
});
const countCertificates = () => rows().certificate.count({ where: { projectId: scene.projectId } });

describe("a body on CertTrail", () => {
  beforeEach(async () => {
    scene = await layReadyDossier();
  });

  async function grantIt() {
    const { projectId } = scene;
    await grantCertification(
      scene.body.decider,
      { projectId, grounds: GROUNDS, conditions: null },
      onDecisionDay(),
    );
  }

  test("issues the certificate of its grant with number, words and days (CRT-1, DEC-10, 6.6)", async () => {
    await grantIt();
    expect(await listWaiting(scene.body.planner)).toMatchObject([{ awaits: "certificate" }]);
    expect(await issueCertificate(scene.body.planner, issue(), onDecisionDay())).toBe("ISMS-2027-0001");
    const view = await readCertificate(scene.client.manager, scene.projectId);
    expect(view.certificate).toMatchObject({
      number: "ISMS-2027-0001",
      state: "active",
      decidedOn: DECISION_DAY,
      effectiveFrom: DECISION_DAY,
      expiresOn: "2030-04-04",
      organisationName: "Northwind Ltd",
      bodyName: "Alder Cert Ltd",
      sites: [{ name: "Head office", address: "1 Quay Street, Bremen", activity: "Development" }],
      soaVersion: "3.1",
      accreditation: { accreditationBody: "National Accreditation Board", number: "NAB-021" },
    });
    expect(view.certificate?.publicToken).toMatch(/^[\w-]{32}$/);
    expect(await listWaiting(scene.body.planner)).toEqual([]);
    expect((await listCertificates(scene.body.admin)).rows).toMatchObject([{ number: "ISMS-2027-0001" }]);
    const entry = await rows().event.findFirstOrThrow({
      where: { kind: "certificate.issue", projectId: scene.projectId },
    });
    expect(entry).toMatchObject({ machine: "certificate", fromState: "none", toState: "active" });
  });

  test("issues nothing without a grant, and nothing twice (INV-6, INV-10)", async () => {
    const { planner } = scene.body;
    expect(await codesOf(issueCertificate(planner, issue(), onDecisionDay()))).toEqual(["no-grant-decision"]);
    await grantIt();
    await issueCertificate(planner, issue(), onDecisionDay());
    expect(await codesOf(issueCertificate(planner, issue(), onDecisionDay()))).toEqual([
      "certificate-exists",
    ]);
    expect(await countCertificates()).toBe(1);
  });

  test("issues nothing while a major raised after the grant is not verified (invariant 1)", async () => {
    await grantIt();
    await layFinding(scene, "major", "open");
    const attempt = issueCertificate(scene.body.planner, issue(), onDecisionDay());
    expect(await codesOf(attempt)).toEqual(["major-not-verified"]);
    expect(await countCertificates()).toBe(0);
  });

  test("keeps its days after the decision and within three years (DEC-10, 6.6)", async () => {
    await grantIt();
    const { planner } = scene.body;
    const on = (effectiveFrom: string, expiresOn: string) =>
      codesOf(
        issueCertificate(
          planner,
          issue({ effectiveFrom: day(effectiveFrom), expiresOn: day(expiresOn) }),
          onDecisionDay(),
        ),
      );
    expect(await on("2027-04-04", "2030-04-04")).toEqual(["effective-before-decision"]);
    expect(await on("2027-04-05", "2030-04-06")).toEqual(["expiry-too-late"]);
    expect(await on("2027-04-05", "2027-04-05")).toEqual(["expiry-before-effect"]);
    expect(await countCertificates()).toBe(0);
  });

  test("lets nobody issue who only audits, nor the client, nor a stranger", async () => {
    await grantIt();
    for (const actor of [scene.body.auditor, scene.client.manager, scene.client.executive])
      expect(await codesOf(issueCertificate(actor, issue(), onDecisionDay()))).toEqual(["not-yours"]);
    const stranger = await createOrganisation("body", "Stranger Cert", ["planner"]);
    await expect(issueCertificate(stranger.planner, issue(), onDecisionDay())).rejects.toThrow(NotThere);
    await expect(readCertificate(stranger.planner, scene.projectId)).rejects.toThrow(NotThere);
    expect((await listCertificates(stranger.planner)).rows).toEqual([]);
    expect(await countCertificates()).toBe(0);
  });

  test("draws one number a certificate, also for two sent at once, and a repeat counts once (CRT-2)", async () => {
    await grantIt();
    const again = onDecisionDay();
    const { planner } = scene.body;
    const [first, repeat] = [
      await issueCertificate(planner, issue(), again),
      await issueCertificate(planner, issue(), again),
    ];
    expect(repeat).toBe(first);
    const { next } = await rows().bodyCounter.findFirstOrThrow({ where: { bodyId: planner.organisationId } });
    expect(next).toBe(2);
  });

  test("an issued certificate cannot be rewritten or deleted, not even by the product (invariant 21)", async () => {
    await grantIt();
    await issueCertificate(scene.body.planner, issue(), onDecisionDay());
    const where = { projectId: scene.projectId };
    const rewritten = rows().certificate.updateMany({ where, data: { scope: "Everything" } });
    await expect(rewritten).rejects.toThrow(/issued certificate cannot be rewritten/);
    await expect(rows().certificate.deleteMany({ where })).rejects.toThrow(/permission denied/);
  });
});

describe("a body that is not on CertTrail", () => {
  beforeEach(async () => {
    scene = await layReadyDossier({ connected: false });
  });

  const recorded = async (on: string) => {
    const proofId = await uploadFile(scene.client.manager, scene.projectId, "certificate.pdf");
    return submission(at(DECISION_DAY), { recorded: { on: day(on), by: "Ines Falk", proofId } });
  };
  const asTyped = (number: string | null) =>
    issue({ number, effectiveFrom: day("2027-04-02"), expiresOn: day("2030-04-01") });

  test("has its certificate recorded with the number and the days that stand on it", async () => {
    const { manager } = scene.client;
    await grantCertification(
      manager,
      { projectId: scene.projectId, grounds: GROUNDS, conditions: null },
      await recorded("2027-04-01"),
    );
    expect(await codesOf(issueCertificate(manager, asTyped(null), await recorded("2027-04-02")))).toEqual([
      "number-missing",
    ]);
    expect(await codesOf(issueCertificate(manager, asTyped("AC-77"), await recorded("2027-03-31")))).toEqual([
      "issued-before-decision",
    ]);
    expect(await issueCertificate(manager, asTyped("AC-77"), await recorded("2027-04-02"))).toBe("AC-77");
    const view = await readCertificate(manager, scene.projectId);
    expect(view).toMatchObject({
      certificate: { number: "AC-77", effectiveFrom: "2027-04-02", expiresOn: "2030-04-01" },
      recorded: { by: manager.organisationName, standing: "recorded", actedOn: "2027-04-02" },
    });
  });

  test("has no two certificates of one number (CRT-2)", async () => {
    const { manager } = scene.client;
    const grant = async () =>
      grantCertification(
        manager,
        { projectId: scene.projectId, grounds: GROUNDS, conditions: null },
        await recorded("2027-04-01"),
      );
    await grant();
    await issueCertificate(manager, asTyped("AC-77"), await recorded("2027-04-02"));
    scene = await layReadyDossier({ connected: false, parties: scene });
    await grant();
    const again = issueCertificate(manager, asTyped("AC-77"), await recorded("2027-04-02"));
    await expect(again).rejects.toThrow(Rejected);
    expect(await countCertificates()).toBe(0);
    expect(await issueCertificate(manager, asTyped("AC-78"), await recorded("2027-04-02"))).toBe("AC-78");
  });
});
