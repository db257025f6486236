import { expect, test, vi } from "vitest";
import { issueCertificate } from "@/lib/store/certificates";
import { grantCertification } from "@/lib/store/decisions";
import { draftFinding } from "@/lib/store/findings";
import { codesOf } from "../support/codes";
import { layReadyDossier, onDecisionDay } from "../support/ready-dossier";
import { rows } from "../support/rows";
import { duringStage2, layRunningStage2 } from "../support/running-stage2";
import { onDatabase } from "../support/story";

vi.hoisted(() => {
  process.env.CERTTRAIL_NOW = "2027-04-05T09:00:00Z";
});
onDatabase();

/** Pairs and racers of a usual run; CERTTRAIL_MANY asks for more. */
const MANY = Number(process.env.CERTTRAIL_MANY ?? 500);
/** So many stand in line at once; the pool has ten connections, and nobody waits longer than it allows. */
const AT_ONCE = 50;
const HOUR_MS = 3_600_000;

const draft = {
  ...{ grade: "minor" as const, requirementRef: "A.8.13", subRef: null, siteId: null, process: null },
  ...{ statement: "Backups are not tested.", evidence: "No restore test since March 2026." },
};

/** Runs `work` MANY times, AT_ONCE at a time. */
async function inWaves<T>(work: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  while (results.length < MANY) {
    const size = Math.min(AT_ONCE, MANY - results.length);
    const wave = Array.from({ length: size }, (_, index) => work(results.length + index));
    results.push(...(await Promise.all(wave)));
  }
  return results;
}

test(`${MANY} forms, each sent twice at once, are ${MANY} acts`, { timeout: HOUR_MS }, async () => {
  const { projectId, stage2Id: auditId, body } = await layRunningStage2();
  const before = await rows().event.count({ where: { projectId } });
  const pairs = await inWaves(async () => {
    const request = duringStage2();
    const send = () => draftFinding(body.auditor, { projectId, auditId, draft }, request);
    return await Promise.all([send(), send()]);
  });
  expect(pairs.filter(([one, other]) => one.findingId !== other.findingId)).toEqual([]);
  expect(new Set(pairs.map(([{ findingId }]) => findingId)).size).toBe(MANY);
  expect(await rows().finding.count({ where: { auditId, state: "draft" } })).toBe(MANY);
  expect((await rows().event.count({ where: { projectId } })) - before).toBe(MANY);
});

test(`of ${MANY} who grant and ${MANY} who issue at once, one does each`, { timeout: HOUR_MS }, async () => {
  const { projectId, body } = await layReadyDossier();
  const grounds = "The file is complete and the team recommends certification.";
  const granted = await inWaves(() =>
    codesOf(grantCertification(body.decider, { projectId, grounds, conditions: null }, onDecisionDay())),
  );
  expect(granted.filter((codes) => codes === null)).toHaveLength(1);
  expect(await rows().decision.count({ where: { projectId } })).toBe(1);
  const certificate = { projectId, number: null, effectiveFrom: null, expiresOn: null };
  const issued = await inWaves(() => codesOf(issueCertificate(body.planner, certificate, onDecisionDay())));
  expect(issued.filter((codes) => codes === null)).toHaveLength(1);
  const kept = await rows().certificate.findMany({ where: { projectId }, select: { number: true } });
  expect(kept).toEqual([{ number: "ISMS-2027-0001" }]);
});
