import { beforeEach, describe, expect, test, vi } from "vitest";
import { day, dayToDate } from "@/lib/day";
import { Changed, NotThere } from "@/lib/outcome";
import { listDecided, listWaiting } from "@/lib/store/body-lists";
import {
  askForMore,
  forwardFile,
  grantCertification,
  recordAnswer,
  refuseCertification,
  upholdAppeal,
} from "@/lib/store/decisions";
import { readDossier } from "@/lib/store/dossiers";
import { newId } from "@/lib/store/new-id";
import { sent } from "@/lib/store/pool";
import {
  DECISION_DAY,
  layFinding,
  layReadyDossier,
  onDecisionDay,
  switchForwardingOn,
} from "../support/ready-dossier";
import { codesOf } from "../support/refusals";
import { rows } from "../support/rows";
import type { RunningStage2 } from "../support/running-stage2";
import { addPerson, at, createOrganisation, onDatabase, submission } from "../support/story";

vi.hoisted(() => {
  process.env.CERTTRAIL_NOW = "2027-04-05T09:00:00Z";
});
onDatabase();

const GROUNDS = "The file is complete and the team recommends certification.";
/** Statements that one page may send. */
/** Six reads, each with its transaction's beginning, who asks, and end: a page shares these among all. */
const MAX_STATEMENTS = 6 * 4;
const REASON = "The report of the second site is missing.";

let scene: RunningStage2;
beforeEach(async () => {
  scene = await layReadyDossier();
});

const grant = (more = {}) => ({ projectId: scene.projectId, grounds: GROUNDS, conditions: null, ...more });
const because = (reason = REASON) => ({ projectId: scene.projectId, reason });

async function stateNow() {
  const { projectId } = scene;
  const found = await rows().certificationCase.findUniqueOrThrow({ where: { projectId } });
  const decisions = await rows().decision.count({ where: { projectId } });
  return { state: found.state, decisions, entries: await rows().event.count({ where: { projectId } }) };
}

const untouched = { state: "review_pending", decisions: 0, entries: 0 };

describe("granting", () => {
  test("a decider who audited nothing grants on a complete file, and the file is kept with the decision (DEC-1, DEC-3)", async () => {
    const { decider } = scene.body;
    const { open } = await readDossier(decider, scene.projectId);
    expect(open?.dossier.lines.every(({ met }) => met)).toBe(true);
    await grantCertification(
      decider,
      grant({ seen: open?.hash, conditions: "Look at backups." }),
      onDecisionDay(),
    );
    expect(await stateNow()).toEqual({ state: "certified", decisions: 1, entries: 1 });
    const before = sent.statements;
    const { decisions } = await readDossier(decider, scene.projectId);
    expect(sent.statements - before).toBeLessThanOrEqual(MAX_STATEMENTS);
    expect(decisions).toMatchObject([
      {
        kind: "grant",
        reason: GROUNDS,
        conditions: "Look at backups.",
        decidedOn: DECISION_DAY,
        decidedBy: decider.personName,
        recorded: null,
        kept: { sha256: open?.hash, dossier: open?.dossier },
      },
    ]);
  });

  test("whoever is on an audit team is refused, also with the decider's role (DEC-1)", async () => {
    const { auditor } = scene.body;
    await rows().membership.update({
      where: {
        organisationId_personId: { organisationId: auditor.organisationId, personId: auditor.personId },
      },
      data: { roles: ["auditor", "decider"] },
    });
    const both = { ...auditor, roles: ["auditor", "decider"] } as typeof auditor;
    expect(await codesOf(grantCertification(both, grant(), onDecisionDay()))).toEqual(["decider-audited"]);
    expect(await codesOf(refuseCertification(both, because(), onDecisionDay()))).toEqual(["decider-audited"]);
    expect(await codesOf(askForMore(both, because(), onDecisionDay()))).toEqual(["decider-audited"]);
    expect(await stateNow()).toEqual(untouched);
    const { open } = await readDossier(both, scene.projectId);
    expect(open?.people.filter(({ bar }) => bar?.code === "decider-audited").map(({ name }) => name)).toEqual(
      [auditor.personName, scene.second.personName],
    );
  });

  test.each(["client", "body"] as const)("every other role of the %s is refused (INV-19)", async (side) => {
    for (const actor of Object.values(scene[side])) {
      // An action owner reaches no case at all.
      if (actor.roles.includes("decider") || actor.roles.includes("owner")) continue;
      const codes = await codesOf(grantCertification(actor, grant(), onDecisionDay()));
      expect(codes.some((code) => code === "not-yours")).toBe(true);
    }
    expect(await stateNow()).toEqual(untouched);
  });

  test("a major that is not verified and a minor without an accepted plan stand against it (DEC-4)", async () => {
    await layFinding(scene, "major", "evidence_submitted");
    await layFinding(scene, "minor", "response_submitted");
    const codes = await codesOf(grantCertification(scene.body.decider, grant(), onDecisionDay()));
    expect(codes).toEqual(["major-not-verified", "minor-not-planned"]);
    expect(await stateNow()).toEqual(untouched);
    const [waiting] = await listWaiting(scene.body.decider);
    expect(waiting).toMatchObject({ missing: 2, awaits: "decision", bar: null });
  });

  test("the grounds are asked for (DEC-3)", async () => {
    const attempt = grantCertification(scene.body.decider, grant({ grounds: "ok" }), onDecisionDay());
    expect(await codesOf(attempt)).toEqual(["grounds-missing"]);
    expect(await stateNow()).toEqual(untouched);
  });

  test("a file that changed after it was read is read again before it is decided", async () => {
    const { decider } = scene.body;
    const { open } = await readDossier(decider, scene.projectId);
    await layFinding(scene, "minor", "plan_accepted");
    const attempt = grantCertification(decider, grant({ seen: open?.hash }), onDecisionDay());
    await expect(attempt).rejects.toThrow(Changed);
    expect(await stateNow()).toEqual(untouched);
  });

  test("another organisation finds no case", async () => {
    const other = await createOrganisation("body", "Stranger Cert", ["decider"]);
    await expect(readDossier(other.decider, scene.projectId)).rejects.toThrow(NotThere);
    await expect(grantCertification(other.decider, grant(), onDecisionDay())).rejects.toThrow(NotThere);
    await expect(askForMore(other.decider, because(), onDecisionDay())).rejects.toThrow(NotThere);
    await expect(refuseCertification(other.decider, because(), onDecisionDay())).rejects.toThrow(NotThere);
    await expect(upholdAppeal(other.decider, because(), onDecisionDay())).rejects.toThrow(NotThere);
    expect(await stateNow()).toEqual(untouched);
    expect(await listWaiting(other.decider)).toEqual([]);
    expect(await listDecided(other.decider)).toEqual({ rows: [], next: null });
    await expect(listWaiting(scene.client.manager)).rejects.toThrow(NotThere);
  });

  test("of two deciders at once exactly one decides", async () => {
    const { decider, admin } = scene.body;
    const second = await addPerson(admin, "Second Decider", ["decider"]);
    const outcomes = await Promise.allSettled([
      grantCertification(decider, grant(), onDecisionDay()),
      refuseCertification(second, because(), onDecisionDay()),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await stateNow()).decisions).toBe(1);
  });
});

describe("the other outcomes", () => {
  test("asking for more opens the case again and is kept as a decision (DEC-3)", async () => {
    const { decider } = scene.body;
    expect(await codesOf(askForMore(decider, because("more"), onDecisionDay()))).toEqual(["reason-missing"]);
    await askForMore(decider, because(), onDecisionDay());
    expect(await stateNow()).toEqual({ state: "findings_open", decisions: 1, entries: 1 });
  });

  test("a refusal has reasons, and its appeal is handled by somebody else, who then does not decide (DEC-8, APL-1)", async () => {
    const { decider, quality, admin } = scene.body;
    await refuseCertification(decider, because(), onDecisionDay());
    expect((await stateNow()).state).toBe("refused");
    const asQuality = { ...decider, roles: ["quality"] } as typeof decider;
    expect(await codesOf(upholdAppeal(asQuality, because(), onDecisionDay()))).toEqual([
      "appeal-handler-involved",
    ]);
    await upholdAppeal(quality, because("The report was in the file."), submission(at("2027-04-06")));
    expect(await stateNow()).toMatchObject({ state: "review_pending", decisions: 2 });
    const handler = { ...quality, roles: ["decider"] } as typeof quality;
    expect(await codesOf(grantCertification(handler, grant(), submission(at("2027-04-07"))))).toEqual([
      "decider-handled-appeal",
    ]);
    const fresh = await addPerson(admin, "Fresh Decider", ["decider"]);
    await grantCertification(fresh, grant(), submission(at("2027-04-07")));
    expect((await stateNow()).state).toBe("certified");
    expect((await listDecided(fresh)).rows.map(({ kind }) => kind)).toEqual(["grant", "refuse"]);
  });

  test("the file goes to the accreditation body only where the policy says so, and its answer is awaited", async () => {
    const { decider, auditor } = scene.body;
    const forward = { projectId: scene.projectId, to: "National Accreditation Board" };
    const answer = { projectId: scene.projectId, answeredOn: DECISION_DAY, answer: "No objection." };
    expect(await codesOf(forwardFile(decider, forward, onDecisionDay()))).toEqual(["forwarding-off"]);
    await switchForwardingOn(scene);
    expect(await codesOf(forwardFile(auditor, forward, onDecisionDay()))).toEqual(["not-yours"]);
    await forwardFile(decider, forward, onDecisionDay());
    expect(await codesOf(grantCertification(decider, grant(), onDecisionDay()))).toEqual([
      "forward-unanswered",
    ]);
    expect(
      await codesOf(recordAnswer(decider, { ...answer, answeredOn: day("2027-04-06") }, onDecisionDay())),
    ).toEqual(["day-in-future"]);
    await recordAnswer(decider, answer, onDecisionDay());
    const { open } = await readDossier(decider, scene.projectId);
    expect(open?.dossier.forward).toEqual({
      to: forward.to,
      on: DECISION_DAY,
      answeredOn: DECISION_DAY,
      answer: answer.answer,
    });
    await grantCertification(decider, grant(), onDecisionDay());
    expect((await stateNow()).state).toBe("certified");
  });
});

test("the database refuses a decision by a member of the audit team, whatever the product says (DEC-1)", async () => {
  const { caseId, projectId, body, client } = scene;
  const insert = rows().decision.create({
    data: {
      ...{ id: newId(), caseId, projectId, kind: "grant", reason: GROUNDS, dossier: {} },
      ...{ clientId: client.admin.organisationId, bodyId: body.admin.organisationId },
      ...{
        decidedOn: dayToDate(DECISION_DAY),
        decidedById: body.auditor.personId,
        decidedAt: at(DECISION_DAY),
      },
    },
  });
  await expect(insert).rejects.toThrow(/member of the audit team cannot decide/);
});
