import pg from "pg";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { grantCertification, refuseCertification } from "@/lib/store/decisions";
import { issueFinding } from "@/lib/store/finding-issue";
import { draftFinding, type FindingDraft } from "@/lib/store/findings";
import { newId } from "@/lib/store/new-id";
import { codesOf } from "../support/codes";
import { layReadyDossier, onDecisionDay } from "../support/ready-dossier";
import { rows } from "../support/rows";
import {
  DURING_STAGE_2,
  duringStage2,
  layRunningStage2,
  type RunningStage2,
} from "../support/running-stage2";
import { addPerson, onDatabase, submission } from "../support/story";

const database = onDatabase();

const draft: FindingDraft = {
  ...{ grade: "minor", requirementRef: "A.8.13", subRef: null, siteId: null, process: null },
  ...{ statement: "Backups are not tested.", evidence: "No restore test since March 2026." },
};

let here: RunningStage2;

async function countRows(projectId: string) {
  const [events, decisions, numbered] = await Promise.all([
    rows().event.count({ where: { projectId } }),
    rows().decision.count({ where: { projectId } }),
    rows().finding.count({ where: { projectId, number: { not: null } } }),
  ]);
  return { events, decisions, numbered };
}

describe("one draft, several hands", () => {
  let findingId: string;
  let before: Awaited<ReturnType<typeof countRows>>;
  beforeAll(async () => {
    here = await layRunningStage2();
  });
  beforeEach(async () => {
    const audit = { projectId: here.projectId, auditId: here.stage2Id };
    ({ findingId } = await draftFinding(here.body.auditor, { ...audit, draft }, duringStage2()));
    before = await countRows(here.projectId);
  });

  const stateOf = () =>
    rows().finding.findUniqueOrThrow({ where: { id: findingId }, select: { state: true, version: true } });

  const issue = (request = duringStage2()) =>
    issueFinding(here.body.auditor, { projectId: here.projectId, findingId }, request);

  test("of eight who issue it at once one does, and the others learn that it is issued", async () => {
    const met = await Promise.all(Array.from({ length: 8 }, () => codesOf(issue())));
    expect(met.filter((codes) => codes === null)).toHaveLength(1);
    expect(met.filter((codes) => codes !== null)).toEqual(Array.from({ length: 7 }, () => ["wrong-state"]));
    expect((await countRows(here.projectId)).events).toBe(before.events + 1);
    expect(await stateOf()).toEqual({ state: "open", version: 1 });
  });

  test("one form sent eight times at once is one act with one answer", async () => {
    const request = duringStage2();
    const answers = await Promise.all(Array.from({ length: 8 }, () => issue(request)));
    expect(answers[0]?.number).toMatch(/^NC-\d{3}$/);
    expect(answers).toEqual(Array.from({ length: 8 }, () => answers[0]));
    expect((await countRows(here.projectId)).events).toBe(before.events + 1);
  });

  test("the id of a form that was sent cannot carry other content, another act or another person's act", async () => {
    const request = duringStage2();
    await issue(request);
    const after = await countRows(here.projectId);
    expect(await codesOf(issue({ ...request, digest: "other" }))).toEqual(["Changed"]);
    expect(await codesOf(issue({ ...request, action: "other" }))).toEqual(["Changed"]);
    const asSecond = issueFinding(here.second, { projectId: here.projectId, findingId }, request);
    expect(await codesOf(asSecond)).toEqual(["Changed"]);
    expect(await countRows(here.projectId)).toEqual(after);
  });

  test("an act that is refused leaves its form free to be sent again", async () => {
    const request = submission(DURING_STAGE_2, { id: newId() });
    const asSecond = issueFinding(here.second, { projectId: here.projectId, findingId }, request);
    expect(await codesOf(asSecond)).toEqual(["not-lead"]);
    await issue(request);
    expect(await stateOf()).toEqual({ state: "open", version: 1 });
  });

  test("when the entry of the trail cannot be written, nothing of the act stays", async () => {
    const owner = new pg.Client({ connectionString: database.owner() });
    await owner.connect();
    await owner.query(
      "create function fail() returns trigger language plpgsql as $$ begin raise 'no entry today'; end $$",
    );
    await owner.query("create trigger no_entry before insert on event for each row execute function fail()");
    await expect(issue()).rejects.toThrow("no entry today");
    await owner.query("drop trigger no_entry on event");
    await owner.query("drop function fail()");
    await owner.end();
    expect(await countRows(here.projectId)).toEqual(before);
    expect(await stateOf()).toEqual({ state: "draft", version: 0 });
    await issue();
    expect(await stateOf()).toEqual({ state: "open", version: 1 });
  });
});

test("of a grant and a refusal by six deciders at once exactly one is the decision (INV-10)", async () => {
  here = await layReadyDossier();
  const { projectId, body } = here;
  const deciders = [body.decider];
  for (let count = 1; count < 6; count += 1) {
    deciders.push(await addPerson(body.admin, `Decider ${count}`, ["decider"]));
  }
  const grounds = "The file is complete and the team recommends certification.";
  const met = await Promise.all(
    deciders.map((decider, index) =>
      codesOf(
        index % 2 === 0
          ? grantCertification(decider, { projectId, grounds, conditions: null }, onDecisionDay())
          : refuseCertification(decider, { projectId, reason: "The report is missing." }, onDecisionDay()),
      ),
    ),
  );
  expect(met.filter((codes) => codes === null)).toHaveLength(1);
  expect(met.filter((codes) => codes !== null)).toEqual(Array.from({ length: 5 }, () => ["wrong-state"]));
  const { decisions, events } = await countRows(projectId);
  expect({ decisions, events }).toEqual({ decisions: 1, events: 1 });
});
