import { type Actor, actorFrom } from "@/lib/actor";
import { type Day, day, dayToDate } from "@/lib/day";
import { dutyKeys } from "@/lib/lifecycle/duties";
import type { Role } from "@/lib/lifecycle/who";
import type { Submission } from "@/lib/store/act";
import { acceptApplication, sendApplication } from "@/lib/store/applications";
import { planAudit, saveSession, sendPlan, setDates } from "@/lib/store/audit-plans";
import { readAudit } from "@/lib/store/audit-view";
import { createAudit, startAudit } from "@/lib/store/audits";
import { draftLetter, signForBody, signForClient } from "@/lib/store/letters";
import { newId } from "@/lib/store/new-id";
import { readSelection } from "@/lib/store/selection";
import { confirmTeam, proposeTeam, setTeam, waiveObjection } from "@/lib/store/teams";
import { uploadFile } from "./open-findings";
import { rows } from "./rows";
import { chooseBody, planProject, type SourcingScene } from "./sourcing-story";
import { at, START, submission } from "./story";

/** A project whose letter both sides have signed, with auditors of the body. */
export interface AuditScene extends SourcingScene {
  lead: Actor;
  auditor: Actor;
}

export const STAGE_1_DAY = day("2027-03-09");

/** A further person of the actor's organisation. */
export async function addColleague(of: Actor, name: string, roles: readonly Role[]): Promise<Actor> {
  const personId = newId();
  await rows().person.create({ data: { id: personId, name, createdAt: START } });
  const membership = { organisationId: of.organisationId, personId, roles: [...roles], createdAt: START };
  await rows().membership.create({ data: membership });
  return actorFrom({ ...of, kind: of.side, personId, personName: name, roles });
}

/** The project of `planProject`, engaged: body chosen, application accepted, letter signed by both. */
export async function engageProject(name: string): Promise<AuditScene> {
  return await engage(name, await planProject(name));
}

/** The same with a project that was planned before. */
export async function engage(name: string, scene: SourcingScene): Promise<AuditScene> {
  const { manager, executive, planner, projectId } = scene;
  await chooseBody(scene);
  const statement = {
    signatory: "Viktor Lang, Director",
    consultancy: "None",
    consultancyBodyRelated: false,
  };
  await sendApplication(
    manager,
    { projectId, ...statement, consultancyEndedOn: null, notes: null },
    submission(),
  );
  await acceptApplication(planner, { projectId, competence: "Software development" }, submission());
  const { record } = await readSelection(manager, projectId);
  const letter = {
    scope: record.scope,
    ...{ duties: [...dutyKeys], form: "written" as const, fileId: null },
    siteIds: [...record.siteIds],
    standardText: "ISO/IEC 27001:2022",
    daysText: "Stage 1: 3 days, Stage 2: 8 days",
    datesText: "Stage 1 in March 2027",
    feesText: "EUR 1,400.00 a day",
    confidentiality: "Both sides keep what they learn to themselves.",
    terms: null,
  };
  await draftLetter(planner, { projectId, letter }, submission());
  await signForClient(executive, { projectId, signatory: "Viktor Lang, Director" }, submission());
  await signForBody(planner, { projectId, signatory: "Tomas Novak, Planner" }, submission());
  const lead = await addColleague(planner, `${name} Lead`, ["auditor"]);
  const auditor = await addColleague(planner, `${name} Auditor`, ["auditor"]);
  return { ...scene, lead, auditor };
}

/** The audit as the planner sees it now. */
export async function seeAudit({ planner, projectId }: AuditScene, auditId: string) {
  return await readAudit(planner, projectId, auditId);
}

/** An audit of the kind, in draft, with the lead and the auditor as its team. */
export async function composeAudit(
  { planner, lead, auditor, projectId }: AuditScene,
  kind: "stage1" | "stage2" | "follow_up",
): Promise<string> {
  const auditId = await createAudit(planner, { projectId, kind }, submission());
  const members = [
    { personId: lead.personId, name: null, role: "lead" },
    { personId: auditor.personId, name: null, role: "auditor" },
  ] as const;
  const competence = "Both know software development and information security.";
  await setTeam(planner, { projectId, auditId, members, competence }, submission());
  return auditId;
}

/** The same, its team accepted by the client and confirmed. */
export async function confirmAudit(
  scene: AuditScene,
  kind: "stage1" | "stage2" | "follow_up",
): Promise<string> {
  const auditId = await composeAudit(scene, kind);
  const { planner, manager, projectId } = scene;
  await proposeTeam(planner, { projectId, auditId }, submission());
  await waiveObjection(manager, { projectId, auditId }, submission());
  await confirmTeam(planner, { projectId, auditId }, submission());
  return auditId;
}

/** Dates of one day with enough auditor time. */
export function datesOn(on: Day, more: Partial<Parameters<typeof setDates>[1]> = {}) {
  const time = { requiredCentidays: 300, plannedCentidays: 300 };
  return {
    startsOn: on,
    endsOn: on,
    ...time,
    objectives: "Readiness for Stage 2",
    remoteNote: null,
    ...more,
  };
}

/** One session on that day, led by the lead. */
export function sessionOn(on: Day, { lead }: AuditScene) {
  const hours = { startsAt: "09:00", endsAt: "12:00" };
  return {
    sessionId: null,
    on,
    ...hours,
    topic: "Scope and context",
    siteId: null,
    auditorId: lead.personId,
  };
}

/** An audit of that kind whose dates and plan are agreed. */
export async function agreeAudit(
  scene: AuditScene,
  kind: "stage1" | "stage2" | "follow_up",
  on: Day,
): Promise<string> {
  const auditId = await confirmAudit(scene, kind);
  const { planner, projectId } = scene;
  await setDates(planner, { projectId, auditId, ...datesOn(on) }, submission());
  await saveSession(
    planner,
    { projectId, auditId, ...sessionOn(on, scene), interviewee: "Head of development" },
    submission(),
  );
  await sendPlan(planner, { projectId, auditId }, submission());
  await planAudit(planner, { projectId, auditId }, submission());
  return auditId;
}

/** A Stage 1 that is under way on its day. */
export async function runStage1(scene: AuditScene): Promise<string> {
  const auditId = await agreeAudit(scene, "stage1", STAGE_1_DAY);
  const { lead, projectId } = scene;
  await startAudit(lead, { projectId, auditId }, submission(at(STAGE_1_DAY)));
  return auditId;
}

/** Takes the body off CertTrail: from now on the client's manager records its acts. */
export async function goOneSided({ manager, planner }: AuditScene): Promise<void> {
  const managed = { connected: false, managedById: manager.organisationId };
  await rows().organisation.update({ where: { id: planner.organisationId }, data: managed });
}

/** A submission that records an act of the body: the person named, the day, and a stored document as proof. */
export async function recordedBy(
  { manager, projectId }: AuditScene,
  by: string,
  on: Day,
): Promise<Submission> {
  const proofId = await uploadFile(manager, projectId, "proof.pdf");
  return submission(at(on), { recorded: { by, on, proofId } });
}

/** A Stage 1 whose report is out with that conclusion, so that the case is under review; the report itself is laid. */
export async function reportStage1(
  scene: AuditScene,
  conclusion: "ready" | "ready_after_corrections" | "not_ready" = "ready",
): Promise<string> {
  const auditId = await runStage1(scene);
  const reported = { state: "reported", conclusion, reportIssuedOn: dayToDate(STAGE_1_DAY) };
  await rows().audit.update({ where: { id: auditId }, data: reported });
  await rows().certificationCase.update({
    where: { projectId: scene.projectId },
    data: { state: "stage1_review" },
  });
  return auditId;
}
