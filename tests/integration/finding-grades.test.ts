import { beforeAll, describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import type { Grade } from "@/lib/lifecycle/record";
import { extendDeadline, regradeFinding, withdrawFinding } from "@/lib/store/finding-grades";
import { issueFinding } from "@/lib/store/finding-issue";
import { readFinding } from "@/lib/store/finding-page";
import { draftFinding } from "@/lib/store/findings";
import { codesOf } from "../support/codes";
import { rows } from "../support/rows";
import { duringStage2, layRunningStage2, type RunningStage2 } from "../support/running-stage2";
import { createOrganisation, onDatabase } from "../support/story";

onDatabase();

const reason = "The two samples turned out to be one and the same change.";

describe("correcting an issued finding", () => {
  let here: RunningStage2;
  beforeAll(async () => {
    here = await layRunningStage2();
  });

  async function issued(grade: Grade) {
    const { findingId } = await draftFinding(
      here.body.auditor,
      {
        projectId: here.projectId,
        auditId: here.stage2Id,
        draft: {
          grade,
          requirementRef: "A.8.9",
          subRef: null,
          statement: "Configurations are changed without approval.",
          evidence: "3 of 12 sampled changes had no approval.",
          siteId: here.siteId,
          process: null,
        },
      },
      duringStage2(),
    );
    const act = { projectId: here.projectId, findingId };
    await issueFinding(here.body.auditor, act, duringStage2());
    return { ...act, look: () => readFinding(here.body.auditor, here.projectId, findingId) };
  }

  test("the lead changes a grade with a reason; both grades stay, and the closing day is counted anew (NC-1, INV-18)", async () => {
    const { look, ...act } = await issued("minor");
    const to = { ...act, grade: "major" as const };
    expect(
      await codesOf(regradeFinding(here.body.auditor, { ...to, reason: "short" }, duringStage2())),
    ).toEqual(["reason-missing"]);
    await regradeFinding(here.body.auditor, { ...to, reason }, duringStage2());
    const { finding, text } = await look();
    expect(finding).toMatchObject({ grades: ["minor", "major"], closureDueOn: "2027-06-10" });
    expect(text.grades).toMatchObject([
      { from: "minor", to: "major", reason, by: here.body.auditor.personName },
    ]);
  });

  test("a decider who was on no audit may regrade; another auditor and the client may not (INV-19, 6.4)", async () => {
    const { look, ...act } = await issued("major");
    const to = { ...act, grade: "minor" as const, reason };
    expect(await codesOf(regradeFinding(here.second, to, duringStage2()))).toEqual(["not-lead-or-decider"]);
    expect(await codesOf(regradeFinding(here.client.manager, to, duringStage2()))).toContain("not-yours");
    expect((await look()).finding.grade).toBe("major");
    await regradeFinding(here.body.decider, to, duringStage2());
    expect((await look()).finding).toMatchObject({ grade: "minor", closureDueOn: null });
  });

  test("a nonconformity never becomes an opportunity, and an opportunity never a nonconformity (NC-5)", async () => {
    const minor = await issued("minor");
    const down = { ...minor, grade: "opportunity" as const, reason };
    expect(await codesOf(regradeFinding(here.body.auditor, down, duringStage2()))).toEqual([
      "regrade-leaves-nonconformity",
    ]);
    const opportunity = await issued("opportunity");
    const up = { ...opportunity, grade: "minor" as const, reason };
    expect(await codesOf(regradeFinding(here.body.auditor, up, duringStage2()))).toEqual(["wrong-state"]);
  });

  test("raw SQL cannot change an issued grade without its recorded reason", async () => {
    const { findingId } = await issued("major");
    await expect(
      rows().finding.update({ where: { id: findingId }, data: { grade: "minor" } }),
    ).rejects.toThrow("grade changes only by a recorded act");
  });

  test("a withdrawn finding keeps number, words and reason (NC-6)", async () => {
    const { look, ...act } = await issued("major");
    expect(await codesOf(withdrawFinding(here.client.manager, { ...act, reason }, duringStage2()))).toContain(
      "not-yours",
    );
    await withdrawFinding(here.body.quality, { ...act, reason }, duringStage2());
    const { finding, text } = await look();
    expect(finding).toMatchObject({ state: "void", number: expect.stringMatching(/^NC-\d{3}$/) });
    expect(text.endedReason).toBe(reason);
    expect(await codesOf(withdrawFinding(here.body.quality, { ...act, reason }, duringStage2()))).toEqual([
      "wrong-state",
    ]);
  });

  test("a deadline moves out only, with a reason, and never past the six months of a major (DEC-6)", async () => {
    const { look, ...act } = await issued("major");
    const extend = (to: string, more = {}) =>
      extendDeadline(
        here.second,
        { ...act, deadline: "closure", to: day(to), reason, ...more },
        duringStage2(),
      );
    expect(await codesOf(extend("2027-06-01"))).toEqual(["deadline-not-later"]);
    expect(await codesOf(extend("2027-09-13"))).toEqual(["deadline-past-six-months"]);
    expect(await codesOf(extend("2027-09-12", { reason: null }))).toEqual(["reason-missing"]);
    expect((await look()).finding.closureDueOn).toBe("2027-06-10");
    await extend("2027-09-12");
    expect((await look()).finding.closureDueOn).toBe("2027-09-12");
    expect(await codesOf(extend("2027-09-13", { deadline: "plan" }))).toEqual([
      "deadline-past-six-months",
      "plan-after-closure",
    ]);
  });

  test("two people who correct from the same page: the second is told of the change", async () => {
    const { look, ...act } = await issued("minor");
    const { version } = (await look()).finding;
    await regradeFinding(here.body.auditor, { ...act, version, grade: "major", reason }, duringStage2());
    const second = withdrawFinding(here.body.decider, { ...act, version, reason }, duringStage2());
    expect(await codesOf(second)).toEqual(["Changed"]);
  });

  test("for strangers the finding does not exist", async () => {
    const { look, ...act } = await issued("minor");
    const { auditor } = await createOrganisation("body", "Birch Cert", ["auditor"]);
    expect(await codesOf(withdrawFinding(auditor, { ...act, reason }, duringStage2()))).toEqual(["NotThere"]);
    const to = { ...act, grade: "major" as const, reason };
    expect(await codesOf(regradeFinding(auditor, to, duringStage2()))).toEqual(["NotThere"]);
    const later = { ...act, deadline: "plan" as const, to: day("2027-05-01"), reason };
    expect(await codesOf(extendDeadline(auditor, later, duringStage2()))).toEqual(["NotThere"]);
    expect((await look()).finding).toMatchObject({ grade: "minor", state: "open" });
  });
});
