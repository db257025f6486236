import { beforeAll, describe, expect, test } from "vitest";
import { day, dayToDate } from "@/lib/day";
import { parseFindingList } from "@/lib/finding-list";
import type { Grade } from "@/lib/lifecycle/record";
import { issueFinding } from "@/lib/store/finding-issue";
import { PAGE_SIZE, readRegister } from "@/lib/store/finding-register";
import { draftFinding } from "@/lib/store/findings";
import { sent } from "@/lib/store/pool";
import { readProjectHead } from "@/lib/store/project-head";
import { findSignedIn } from "@/lib/store/sessions";
import { codesOf } from "../support/codes";
import { rows } from "../support/rows";
import { duringStage2, layRunningStage2, type RunningStage2 } from "../support/running-stage2";
import { createOrganisation, onDatabase } from "../support/story";

onDatabase();

/** Outside of a page each read is a transaction: its beginning, who asks, its end. Reads of one page share them. */
const AROUND_A_READ = 3;

const COUNT = PAGE_SIZE + 12;
const grades: Grade[] = ["minor", "major", "opportunity"];

describe("the register of findings", () => {
  let here: RunningStage2;

  beforeAll(async () => {
    here = await layRunningStage2();
    for (let index = 0; index < COUNT; index += 1) {
      const { findingId } = await draftFinding(
        here.body.auditor,
        {
          projectId: here.projectId,
          auditId: here.stage2Id,
          draft: {
            grade: grades[index % grades.length] ?? "minor",
            requirementRef: "9.2.2",
            subRef: null,
            statement: `Finding ${index}`,
            evidence: "Seen in the audit programme.",
            siteId: null,
            process: null,
          },
        },
        duringStage2(),
      );
      await issueFinding(here.body.auditor, { projectId: here.projectId, findingId }, duringStage2());
    }
    await draftFinding(
      here.body.auditor,
      {
        projectId: here.projectId,
        auditId: here.stage2Id,
        draft: {
          grade: "major",
          requirementRef: null,
          subRef: null,
          statement: "Not issued",
          evidence: null,
          siteId: null,
          process: null,
        },
      },
      duringStage2(),
    );
  });

  test("a page of it takes one statement each for the session, the project's head and the rows", async () => {
    const before = sent.statements;
    await findSignedIn("nobody's token", duringStage2().now);
    await readProjectHead(here.body.auditor, here.projectId);
    await readRegister(here.body.auditor, here.projectId, parseFindingList({}));
    expect(sent.statements - before).toBe(1 + 2 * (1 + AROUND_A_READ));
  });

  const read = (params: Record<string, string | string[]> = {}, actor = here.client.manager) =>
    readRegister(actor, here.projectId, parseFindingList(params));

  test("both sides see the same issued findings, and no draft", async () => {
    const mine = await read({ view: "all" });
    const theirs = await read({ view: "all" }, here.body.planner);
    expect(mine.found).toBe(COUNT);
    expect(theirs.rows).toEqual(mine.rows);
    expect(mine.rows.every(({ statement }) => statement !== "Not issued")).toBe(true);
    expect(mine.running[0]?.ownDrafts).toBe(0);
    expect(theirs.running[0]?.ownDrafts).toBe(1);
  });

  test("the counts by state are the counts of the rows", async () => {
    const { states } = await read();
    const opportunities = (await read({ view: "all", grade: "opportunity" })).found;
    expect(states).toEqual({ open: COUNT - opportunities, recorded: opportunities });
    expect((await read()).found).toBe(states.open);
    expect((await read({ view: "client" })).found).toBe(states.open);
    expect((await read({ view: "auditor" })).found).toBe(0);
    expect((await read({ view: "closed" })).found).toBe(0);
  });

  test.each(["due", "-due", "number", "-number", "grade", "age"])(
    "pages of 50 in the order %s hold every finding once, forwards and backwards",
    async (sort) => {
      const first = await read({ view: "all", sort });
      const last = first.rows.at(-1);
      expect(first.rows).toHaveLength(PAGE_SIZE);
      expect(first).toMatchObject({ hasNewer: false, hasOlder: true });
      const second = await read({ view: "all", sort, after: `${last?.key}~${last?.id}` });
      expect(second).toMatchObject({ hasNewer: true, hasOlder: false });
      const numbers = [...first.rows, ...second.rows].map(({ number }) => number);
      expect(new Set(numbers).size).toBe(COUNT);
      const [start] = second.rows;
      const back = await read({ view: "all", sort, before: `${start?.key}~${start?.id}` });
      expect(back.rows).toEqual(first.rows);
    },
  );

  test("filters narrow the view, several grades at once, in both spellings", async () => {
    const some = await read({ view: "all", grade: "major,opportunity" });
    expect(new Set(some.rows.map(({ grade }) => grade))).toEqual(new Set(["major", "opportunity"]));
    const same = await read({ view: "all", grade: ["major", "opportunity"] });
    expect(same.rows).toEqual(some.rows);
    expect((await read({ view: "all", state: "recorded" })).found).toBe(
      (await read({ view: "all", grade: "opportunity" })).found,
    );
  });

  test("what is due today is not overdue, what was due yesterday is", async () => {
    const { rows: shown, today } = await read();
    const [one, other] = shown;
    const yesterday = new Date(dayToDate(today).getTime() - 86_400_000);
    await rows().finding.update({ where: { id: one?.id ?? "" }, data: { planDueOn: yesterday } });
    await rows().finding.update({ where: { id: other?.id ?? "" }, data: { planDueOn: dayToDate(today) } });
    const overdue = await read({ view: "overdue" });
    expect(overdue.rows.map(({ id }) => id)).toEqual([one?.id]);
    expect(overdue.overdue).toBe(1);
    expect((await read({ due: "7d" })).rows.map(({ id }) => id)).toEqual([other?.id]);
    expect(day(today)).toBe(today);
  });

  test("it takes one statement, however many findings there are", async () => {
    const before = sent.statements;
    await read({ view: "all" });
    expect(sent.statements - before).toBe(1 + AROUND_A_READ);
  });

  test("strangers, and people who only own an action, find nothing", async () => {
    const stranger = await createOrganisation("client", "Contoso", ["manager"]);
    const other = await createOrganisation("body", "Birch Cert", ["planner"]);
    for (const actor of [stranger.manager, other.planner, here.client.owner]) {
      expect(await codesOf(read({}, actor))).toEqual(["NotThere"]);
    }
    expect(await codesOf(readRegister(here.client.manager, "no-id", parseFindingList({})))).toEqual([
      "NotThere",
    ]);
  });
});
