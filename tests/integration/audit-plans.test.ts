import { expect, test } from "vitest";
import { day } from "@/lib/day";
import { Changed, NotThere } from "@/lib/outcome";
import {
  confirmPlan,
  planAudit,
  removeSession,
  saveSession,
  sendPlan,
  setDates,
} from "@/lib/store/audit-plans";
import { readAudit } from "@/lib/store/audit-view";
import {
  confirmAudit,
  datesOn,
  engageProject,
  STAGE_1_DAY,
  seeAudit,
  sessionOn,
} from "../support/audit-story";
import { codesOf } from "../support/refusals";
import { rows } from "../support/rows";
import { at, createOrganisation, onDatabase, START, submission } from "../support/story";

onDatabase();

const interviewee = "Head of development";

test("the required days come from the chosen proposal; fewer planned days need a reason that is kept (TIM-1)", async () => {
  const scene = await engageProject("Time");
  const { planner, projectId } = scene;
  const auditId = await confirmAudit(scene, "stage1");
  expect((await seeAudit(scene, auditId)).audit.requiredCentidays).toBe(300);
  const short = { projectId, auditId, ...datesOn(STAGE_1_DAY, { plannedCentidays: 200 }) };
  expect(await codesOf(setDates(planner, short, submission()))).toEqual(["planned-days-too-low"]);
  expect((await seeAudit(scene, auditId)).audit.startsOn).toBeNull();
  const justification = "One site only, and the documents were read before.";
  await setDates(planner, short, submission(START, { justification }));
  const { audit, details } = await seeAudit(scene, auditId);
  expect([audit.plannedCentidays, details.timeJustification]).toEqual([200, justification]);
});

test("a plan is sent, confirmed and agreed, and Stage 1 is scheduled in the case with it (PLAN-2, TEAM-5)", async () => {
  const scene = await engageProject("Plans");
  const { planner, lead, manager, projectId } = scene;
  const auditId = await confirmAudit(scene, "stage1");
  const ref = { projectId, auditId };
  await setDates(planner, { ...ref, ...datesOn(STAGE_1_DAY) }, submission());
  await saveSession(lead, { ...ref, ...sessionOn(STAGE_1_DAY, scene), interviewee }, submission());
  expect((await readAudit(manager, projectId, auditId)).details.sessions).toEqual([]);
  await sendPlan(lead, ref, submission());
  const seen = (await readAudit(manager, projectId, auditId)).details.sessions;
  expect(seen).toMatchObject([{ on: STAGE_1_DAY, startsAt: "09:00", auditor: "Plans Lead", interviewee }]);
  await confirmPlan(manager, ref, submission());
  await planAudit(planner, ref, submission());
  const { audit, record } = await seeAudit(scene, auditId);
  expect([audit.state, audit.planConfirmedOn, record.certificationCase?.state]).toEqual([
    "planned",
    "2027-01-11",
    "stage1_planned",
  ]);
});

test("another session after the plan was sent asks for it to be sent and confirmed again (PLAN-2)", async () => {
  const scene = await engageProject("Again");
  const { planner, manager, projectId } = scene;
  const auditId = await confirmAudit(scene, "stage1");
  const ref = { projectId, auditId };
  await setDates(planner, { ...ref, ...datesOn(STAGE_1_DAY) }, submission());
  await saveSession(planner, { ...ref, ...sessionOn(STAGE_1_DAY, scene), interviewee }, submission());
  await sendPlan(planner, ref, submission());
  await confirmPlan(manager, ref, submission());
  const [session] = (await seeAudit(scene, auditId)).details.sessions;
  await saveSession(
    planner,
    {
      ...ref,
      ...sessionOn(STAGE_1_DAY, scene),
      interviewee,
      sessionId: session?.id ?? "",
      topic: "Risk treatment",
    },
    submission(),
  );
  const { audit, details } = await seeAudit(scene, auditId);
  expect([audit.planSentOn, audit.planConfirmedOn]).toEqual([null, null]);
  expect(details.sessions.map(({ topic }) => topic)).toEqual(["Risk treatment"]);
  await removeSession(planner, { ...ref, sessionId: session?.id ?? "" }, submission());
  expect((await seeAudit(scene, auditId)).details.sessions).toEqual([]);
});

test("a session outside the audit, without length or by somebody else is refused (PLAN-1)", async () => {
  const scene = await engageProject("Outside");
  const { planner, manager, projectId } = scene;
  const auditId = await confirmAudit(scene, "stage1");
  const ref = { projectId, auditId };
  await setDates(planner, { ...ref, ...datesOn(STAGE_1_DAY) }, submission());
  const wrong = {
    ...sessionOn(day("2027-03-10"), scene),
    interviewee: null,
    endsAt: "09:00",
    topic: " ",
    auditorId: manager.personId,
  };
  expect(await codesOf(saveSession(planner, { ...ref, ...wrong }, submission()))).toEqual([
    "session-outside-audit",
    "session-without-length",
    "session-topic-missing",
    "session-auditor-unknown",
  ]);
  expect(await rows().planSession.count({ where: { auditId } })).toBe(0);
});

test("a plan that is sent too late needs a reason (PLAN-2)", async () => {
  const scene = await engageProject("Late");
  const { planner, projectId } = scene;
  const auditId = await confirmAudit(scene, "stage1");
  const ref = { projectId, auditId };
  await setDates(planner, { ...ref, ...datesOn(STAGE_1_DAY) }, submission());
  expect(await codesOf(sendPlan(planner, ref, submission(at("2027-03-01"))))).toEqual(["plan-sent-late"]);
  const justification = "The client asked for these dates.";
  await sendPlan(planner, ref, submission(at("2027-03-01"), { justification }));
  expect((await seeAudit(scene, auditId)).audit.planSentOn).toBe("2027-03-01");
});

test("nobody but planner or lead plans, and a stranger finds nothing", async () => {
  const scene = await engageProject("Hands");
  const { auditor, manager, projectId } = scene;
  const auditId = await confirmAudit(scene, "stage1");
  const dates = { projectId, auditId, ...datesOn(STAGE_1_DAY) };
  expect(await codesOf(setDates(auditor, dates, submission()))).toEqual(["not-yours"]);
  expect(await codesOf(setDates(manager, dates, submission()))).toEqual(["not-yours"]);
  expect(await codesOf(planAudit(auditor, { projectId, auditId }, submission()))).toEqual([
    "not-lead",
    "dates-missing",
    "not-yours",
  ]);
  const { planner: stranger } = await createOrganisation("body", "Far", ["planner"]);
  await expect(setDates(stranger, dates, submission())).rejects.toThrow(NotThere);
  expect((await seeAudit(scene, auditId)).audit.startsOn).toBeNull();
});

test("an act on an older version of the audit changes nothing", async () => {
  const scene = await engageProject("Versions");
  const { planner, projectId } = scene;
  const auditId = await confirmAudit(scene, "stage1");
  const { version } = (await seeAudit(scene, auditId)).audit;
  const dates = { projectId, auditId, version, ...datesOn(STAGE_1_DAY) };
  await setDates(planner, dates, submission());
  const later = { ...dates, ...datesOn(day("2027-03-16")) };
  await expect(setDates(planner, later, submission())).rejects.toThrow(Changed);
  expect((await seeAudit(scene, auditId)).audit.startsOn).toBe(STAGE_1_DAY);
});
