import { beforeAll, describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import { NotThere } from "@/lib/outcome";
import { paperOfNonconformities, paperOfPlans } from "@/lib/papers/corrections-paper";
import type { Paper } from "@/lib/papers/paper";
import { paperOfPlan } from "@/lib/papers/plan-paper";
import { writePdf } from "@/lib/print/pdf/write-pdf";
import { saveSession, sendPlan, setDates } from "@/lib/store/audit-plans";
import { readAudit } from "@/lib/store/audit-view";
import { listCorrections } from "@/lib/store/corrective-actions";
import { savePlan, submitPlan } from "@/lib/store/plans";
import { confirmAudit, datesOn, engageProject, STAGE_1_DAY, sessionOn } from "../support/audit-story";
import { completePlan, createParties, type OpenFindings, openFindings } from "../support/open-findings";
import { readPdf, solid } from "../support/read-pdf";
import { createOrganisation, onDatabase, submission } from "../support/story";

onDatabase();

const today = day("2027-01-12");
const textOf = async (paper: Paper) => (await readPdf(await writePdf(paper))).solid;

describe("nonconformities and their plans", () => {
  let story: OpenFindings;
  beforeAll(async () => {
    story = await openFindings(await createParties());
  });
  const list = (actor = story.client.manager, findingId: string | null = null) =>
    listCorrections(actor, story.projectId, findingId);

  test("the register holds every nonconformity with its limits, and nothing that needs no answer", async () => {
    const paper = paperOfNonconformities(await list(story.body.auditor), today);
    expect(paper).toMatchObject({ title: "Nonconformities", issuer: "Certwell", isDraft: false });
    const text = await textOf(paper);
    for (const said of [
      "1 major, 1 minor.",
      "NC-001",
      "NC-002",
      "Plan due on 7 Feb 2027. Closure due on 8 Apr 2027.",
    ])
      expect(text).toContain(solid(said));
    expect(text).toContain(solid("No restore test since March 2026."));
    expect(text).not.toContain("OFI-001");
  });

  test("a plan in preparation is a draft for the client, and not there for the body (CAP-1)", async () => {
    const plan = completePlan(story.client.owner.personId);
    await savePlan(story.client.manager, { ...story.major, plan }, submission());
    const own = paperOfPlans(await list(), today);
    expect(own.isDraft).toBe(true);
    expect(await textOf(own)).toContain(solid(plan.correction ?? "no correction"));
    const theirs = paperOfPlans(await list(story.body.auditor), today);
    expect(theirs.isDraft).toBe(false);
    const text = await textOf(theirs);
    expect(text).not.toContain(solid(plan.correction ?? "no correction"));
    expect(text).toContain(solid("Northwind has not submitted a plan yet."));
  });

  test("a submitted plan reads the same on both sides, with each action, owner and day (CAP-4)", async () => {
    const plan = completePlan(story.client.owner.personId);
    await submitPlan(story.client.manager, { ...story.major, plan }, submission());
    const { findingId } = story.major;
    const own = paperOfPlans(await list(story.client.manager, findingId), today);
    expect(own).toEqual(paperOfPlans(await list(story.body.auditor, findingId), today));
    expect(own).toMatchObject({ title: "Corrective action plan for NC-001", isDraft: false });
    const text = await textOf(own);
    for (const { what } of plan.actions) expect(text).toContain(solid(what));
    expect(text).toContain(solid("NC-001-1, submitted by"));
    expect(await textOf(paperOfNonconformities(await list(story.body.auditor, findingId), today))).toContain(
      solid("What happened"),
    );
  });

  test("neither strangers nor a finding that needs no answer have one", async () => {
    const { admin } = await createOrganisation("client", "Elsewhere", ["manager"]);
    await expect(list(admin, null)).rejects.toThrow(NotThere);
    await expect(list(admin, story.major.findingId)).rejects.toThrow(NotThere);
    await expect(list(story.client.manager, story.opportunity.findingId)).rejects.toThrow(NotThere);
    await expect(list(story.client.manager, "NC-001")).rejects.toThrow(NotThere);
    await expect(list(story.client.owner)).rejects.toThrow(NotThere);
  });
});

test("the plan of an audit is a draft of the body until it is sent, then both sides read the same (PLAN-1, PLAN-2)", async () => {
  const scene = await engageProject("Papers");
  const { planner, lead, manager, projectId } = scene;
  const auditId = await confirmAudit(scene, "stage1");
  const ref = { projectId, auditId };
  await setDates(planner, { ...ref, ...datesOn(STAGE_1_DAY) }, submission());
  const interviewee = "Head of development";
  await saveSession(lead, { ...ref, ...sessionOn(STAGE_1_DAY, scene), interviewee }, submission());
  const read = async (actor = manager) => paperOfPlan(await readAudit(actor, projectId, auditId));
  expect(await read()).toBeNull();
  expect(await read(lead)).toMatchObject({ isDraft: true, title: "Plan of Stage 1" });
  await sendPlan(lead, ref, submission());
  const [theirs, ours] = [await read(), await read(lead)];
  expect(theirs).toEqual(ours);
  if (!theirs) throw new Error("The client has no plan to read.");
  const text = await textOf(theirs);
  for (const said of ["Papers Lead", interviewee, "09:00", "Sent on"]) expect(text).toContain(solid(said));
});
