import { addDays } from "../../lib/day";
import { readinessItems } from "../../lib/standards/readiness";
import { confirmPlan, planAudit, saveSession, sendPlan, setDates } from "../../lib/store/audit-plans";
import { createAudit, startAudit } from "../../lib/store/audits";
import { acceptConcern, answerConcern, draftConcern, issueConcern } from "../../lib/store/concerns";
import { db } from "../../lib/store/db";
import { holdClosing, holdOpening } from "../../lib/store/meetings";
import { skipPreAudit } from "../../lib/store/pre-audit";
import { recordInternalAudit, recordManagementReview } from "../../lib/store/preparation";
import { addInterview, setReadiness } from "../../lib/store/stage1";
import { confirmTeam, proposeTeam, setTeam, waiveObjection } from "../../lib/store/teams";
import type { ProjectPlan, Recorder } from "./choosing";
import { stateApplicability } from "./stating";
import type { Teller } from "./teller";

/** Who audits: people of the body on CertTrail, or names the client records. */
export interface Auditors {
  lead: string;
  second: string;
}

export interface Stage {
  teller: Teller;
  plan: ProjectPlan;
  projectId: string;
  body: Recorder;
  auditors: Auditors;
}

/** What the client does before Stage 1: internal audit, management review, Statement of Applicability. */
export async function prepare({ teller, plan, projectId }: Stage): Promise<void> {
  const { manager, stage2Ends: end } = plan;
  const { day, on } = teller;
  await skipPreAudit(manager, { projectId }, on(end - 112));
  const held = { projectId, coversScope: true, note: null, fileId: null };
  const internal = { ...held, on: day(end - 104), who: "Internal audit team" };
  await recordInternalAudit(manager, internal, on(end - 103));
  await stateApplicability(
    manager,
    projectId,
    { writtenAt: on(end - 102), approvedOn: day(end - 102), approvedAt: on(end - 102) },
    { writtenAt: on(end - 101), approvedOn: day(end - 100), approvedAt: on(end - 100) },
  );
  await recordManagementReview(
    manager,
    { ...held, on: day(end - 96), who: "Management board" },
    on(end - 95),
  );
}

type Kind = "stage1" | "stage2";

/** An audit with its team confirmed, its days set and, for Stage 2, its plan agreed. Returns its id. */
export async function planStage(stage: Stage, kind: Kind, firstDay: number, days: number): Promise<string> {
  const { teller, plan, projectId, body } = stage;
  const { manager, planner } = plan;
  const planned = firstDay - (kind === "stage1" ? 26 : 34);
  const auditId = await createAudit(body.actor(planner), { projectId, kind }, body.on(planned));
  const audit = { projectId, auditId };
  const { members, leadName } = nameTeam(stage);
  const competence = "Both know software operation and information security.";
  const needs = { areas: ["Software operation"], languages: ["English"] };
  await setTeam(body.actor(planner), { ...audit, members, competence, ...needs }, body.on(planned));
  await proposeTeam(body.actor(planner), audit, body.on(planned + 1));
  await waiveObjection(manager, audit, teller.on(planned + 3));
  await confirmTeam(body.actor(planner), audit, body.on(planned + 4));
  const centidays = kind === "stage1" ? 300 : 800;
  const dates = {
    startsOn: teller.day(firstDay),
    endsOn: teller.day(firstDay + days - 1),
    requiredCentidays: centidays,
    plannedCentidays: centidays,
    objectives: kind === "stage1" ? "Readiness for Stage 2" : "Conformity and effectiveness of the ISMS",
    remoteNote: null,
  };
  await setDates(body.actor(planner), { ...audit, ...dates }, body.on(planned + 5));
  if (kind === "stage2") await agreePlan(stage, audit, firstDay, leadName);
  await planAudit(body.actor(planner), audit, body.on(planned + 10));
  return auditId;
}

const sessions = [
  { startsAt: "09:00", endsAt: "09:45", topic: "Opening meeting" },
  { startsAt: "10:00", endsAt: "12:00", topic: "Context, scope, leadership (4, 5)" },
  { startsAt: "13:00", endsAt: "15:00", topic: "Risk assessment and treatment, SoA (6, 8)" },
  { startsAt: "15:15", endsAt: "17:00", topic: "Access control and operations (A.5, A.8)" },
];

async function agreePlan(
  { teller, plan, body }: Stage,
  audit: { projectId: string; auditId: string },
  firstDay: number,
  leadId: string | null,
): Promise<void> {
  const planned = firstDay - 28;
  for (const session of sessions) {
    const input = {
      ...audit,
      sessionId: null,
      on: addDays(teller.day(firstDay), 0),
      ...session,
      siteId: null,
      auditorId: leadId,
      interviewee: "Head of the function",
    };
    await saveSession(body.actor(plan.planner), input, body.on(planned));
  }
  await sendPlan(body.actor(plan.planner), audit, body.on(planned + 1));
  await confirmPlan(plan.manager, audit, teller.on(planned + 3));
}

function nameTeam({ teller, plan, auditors }: Stage) {
  if (plan.offBody) {
    return {
      leadName: null,
      members: [
        { personId: null, name: auditors.lead, role: "lead" },
        { personId: null, name: auditors.second, role: "auditor" },
      ] as const,
    };
  }
  const person = (key: string) => teller.cast[key]?.personId ?? null;
  return {
    leadName: person(auditors.lead),
    members: [
      { personId: person(auditors.lead), name: null, role: "lead" },
      { personId: person(auditors.second), name: null, role: "auditor" },
    ] as const,
  };
}

/** Who leads: the body's auditor, or the manager who records the lead's acts by name. */
export function leadOf({ teller, plan, body, auditors }: Stage) {
  const { planner } = plan;
  const lead = plan.offBody ? planner : (teller.cast[auditors.lead] ?? planner);
  return { actor: body.actor(lead), on: (offset: number) => body.on(offset, auditors.lead) };
}

/** Stage 1 on its day: documents looked at, somebody interviewed, one area of concern raised and settled. */
export async function holdStage1(stage: Stage, auditId: string, firstDay: number): Promise<void> {
  const { teller, plan, projectId } = stage;
  const lead = leadOf(stage);
  const audit = { projectId, auditId };
  await startAudit(lead.actor, audit, lead.on(firstDay));
  const items = readinessItems("iso-27001-2022").map(({ key }) => ({
    key,
    verdict: key === "competence" ? ("partly" as const) : ("seen" as const),
    note: key === "competence" ? "Records of two contractors were not at hand." : null,
  }));
  await setReadiness(lead.actor, { ...audit, items }, lead.on(firstDay));
  const interview = {
    who: "Head of operations",
    topic: "Scope and interfaces",
    note: "Knows the boundaries well.",
  };
  await addInterview(lead.actor, { ...audit, ...interview }, lead.on(firstDay));
  const concern = {
    concernId: null,
    requirementRef: "7.2",
    statement: "Evidence of competence of contractors could not be shown.",
    blocking: true,
  };
  await draftConcern(lead.actor, { ...audit, ...concern }, lead.on(firstDay));
  const { id: concernId } = await db(lead.actor).concern.findFirstOrThrow({
    where: { auditId },
    select: { id: true },
  });
  await issueConcern(lead.actor, { ...audit, concernId }, lead.on(firstDay));
  const answer = "The records of all contractors are now in the register, version 12.";
  await answerConcern(plan.manager, { ...audit, concernId, answer }, teller.on(firstDay + 6));
  await acceptConcern(lead.actor, { ...audit, concernId }, lead.on(firstDay + 8));
}

const team = (plan: ProjectPlan) => [
  plan.manager.personName,
  plan.executive.personName,
  "Head of operations",
];

/** Stage 2 begins: audit started, opening meeting held. */
export async function openStage2(stage: Stage, auditId: string, firstDay: number): Promise<void> {
  const lead = leadOf(stage);
  const audit = { projectId: stage.projectId, auditId };
  await startAudit(lead.actor, audit, lead.on(firstDay));
  await holdOpening(lead.actor, { ...audit, attendance: team(stage.plan) }, lead.on(firstDay));
}

/** Stage 2 ends: closing meeting held. */
export async function closeStage2Meeting(stage: Stage, auditId: string, lastDay: number): Promise<void> {
  const lead = leadOf(stage);
  const audit = { projectId: stage.projectId, auditId };
  const attendance = team(stage.plan);
  await holdClosing(lead.actor, { ...audit, attendance, disagreements: null }, lead.on(lastDay));
}
