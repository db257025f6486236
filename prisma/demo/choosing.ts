import type { Actor } from "../../lib/actor";
import type { TimeJudgement } from "../../lib/audit-time/profile";
import { dutyKeys } from "../../lib/lifecycle/duties";
import { saveAccreditation } from "../../lib/store/accreditations";
import type { Submission } from "../../lib/store/act";
import { acceptApplication, sendApplication } from "../../lib/store/applications";
import { addBody } from "../../lib/store/bodies";
import { draftLetter, signForBody, signForClient } from "../../lib/store/letters";
import { startProject } from "../../lib/store/projects";
import { type OfferInput, receiveProposal } from "../../lib/store/proposals";
import { issueRfp } from "../../lib/store/requests";
import { type SaveScopeProfile, saveScopeProfile } from "../../lib/store/scope-profiles";
import { evaluate, readSelection, recommendCb, selectCb } from "../../lib/store/selection";
import { addSite } from "../../lib/store/sites";
import { storeFile, type Teller } from "./teller";

export interface ProjectPlan {
  manager: Actor;
  executive: Actor;
  planner: Actor;
  name: string;
  scope: string;
  site: { name: string; address: string; activity: string; persons: number };
  /** Last day of Stage 2, in days from today: everything else counts from it. */
  stage2Ends: number;
  /** A body off CertTrail that is chosen instead of the connected one; its acts are recorded by the manager. */
  offBody?: { id: string; name: string; planner: string };
}

/** An accreditation for ISO/IEC 27001 that lasts two more years. */
export async function accredit(
  { day, on }: Teller,
  actor: Actor,
  bodyId: string,
  held: { accreditationBody: string; number: string; ends: number },
): Promise<void> {
  await saveAccreditation(
    actor,
    {
      bodyId,
      accreditationId: null,
      accreditationBody: held.accreditationBody,
      scheme: "ISO/IEC 27001",
      number: held.number,
      validFrom: day(-700),
      validTo: day(held.ends),
      recognition: "Global ACI MRA",
      checkedOn: day(-30),
      checkedBy: null,
      sourceUrl: null,
    },
    on(-300),
  );
}

/** A body in the client's own register that does not work on CertTrail. */
export async function registerBody(
  teller: Teller,
  manager: Actor,
  body: { name: string; country: string; accreditationBody: string; number: string; ends: number },
): Promise<string> {
  const { name, country } = body;
  const input = {
    name,
    legalName: `${name} Ltd`,
    country,
    languages: ["English"],
    sectors: ["Hosting", "Software"],
  };
  const { id } = await addBody(manager, input, teller.on(-310));
  await accredit(teller, manager, id, body);
  return id;
}

/** An offer in euros; `more` changes or takes away figures. */
export function offer({ day }: Teller, more: Partial<OfferInput> = {}): OfferInput {
  return {
    currency: "EUR",
    days: { stage1: 300, stage2: 800, surveillance1: 350, surveillance2: 350, recertification: 750 },
    dayRateMinor: 142_000,
    applicationFeeMinor: 60_000,
    certificateFeeMinor: 75_000,
    yearlyFeeMinor: 45_000,
    travelMinor: 240_000,
    validUntil: day(60),
    earliestOn: day(45),
    stageGapWeeks: 6,
    accreditation: "ISO/IEC 27001, recognised",
    particulars: {
      sectors: "Hosting, software, logistics",
      technologies: "Public cloud, own development, container platforms",
      leadAuditor: "Twelve years of ISMS audits, four of them of hosting companies",
      auditLanguages: "English, German",
      combinedStandards: "ISO 9001 and ISO 22301 in the same audit",
      paymentTerms: "Within 30 days of each audit",
      cancellationTerms: "Free until 30 days before, half the days after that",
      transferTerms: null,
      priceLock: "Day rate fixed for three years",
    },
    notes: null,
    ...more,
  };
}

/** The scope profile of a project with one site: a few part-timers and contractors among its persons, everything else ordinary. */
async function stateScope(
  { on }: Teller,
  { manager, site, stage2Ends }: ProjectPlan,
  projectId: string,
): Promise<void> {
  const { record } = await readSelection(manager, projectId);
  // Four half weeks and eight contractors: together they count as the persons of the site.
  const persons = { permanent: site.persons - 10, partTime: 4, partTimeHours: 2_000, contractors: 8 };
  const facts: SaveScopeProfile["facts"] = {
    fullWeek: 4_000,
    sites: record.siteIds.map((siteId) => ({
      ...{ siteId, kind: "permanent", role: "always", shifts: 1, temporary: 0, ...persons },
    })),
    ...{ groups: [], sampling: false, column: null, others: [], remotePercent: 20 },
    complexity: {
      ...{ sector: 2, processes: 2, maturity: 2 },
      ...{ infrastructure: 2, outsourcing: 2, development: 2 },
    },
    ...{ outsourced: "Hosting in two data centres", certificates: null, restricted: null },
    ...{ advisers: null, integrated: null },
  };
  const judgement: TimeJudgement = {
    complexity: { percent: 0, reason: "Neither business nor technology is out of the ordinary." },
    ...{ factors: [], otherFactors: [], siteReduction: null, integration: null, stated: [] },
    stage1Percent: 30,
  };
  await saveScopeProfile(manager, { projectId, facts, judgement }, on(stage2Ends - 164));
}

/** Starts the project: site, scope, target, scope profile. Returns the project's id. */
export async function beginProject(teller: Teller, plan: ProjectPlan): Promise<string> {
  const { day, on } = teller;
  const { manager, name, scope, site, stage2Ends } = plan;
  const begun = stage2Ends - 165;
  const { id: siteId } = await addSite(manager, site, on(begun));
  const { id } = await startProject(
    manager,
    {
      name,
      standardId: "iso-27001-2022",
      scope,
      targetOn: day(stage2Ends + 90),
      timeZone: manager.timeZone,
      siteIds: [siteId],
      persons: null,
    },
    on(begun),
  );
  await stateScope(teller, plan, id);
  return id;
}

/** From the request to the signed letter. The chosen body is the connected one, or the one off CertTrail. */
export async function engage(
  teller: Teller,
  plan: ProjectPlan,
  projectId: string,
  others: string[],
): Promise<void> {
  const { day, on } = teller;
  const { manager, executive, planner, stage2Ends: end, offBody } = plan;
  const chosen = offBody?.id ?? planner.organisationId;
  const request = { projectId, answerDueOn: day(end - 130), note: null, bodyIds: [chosen, ...others] };
  await issueRfp(manager, request, on(end - 160));
  const answering = offBody ? manager : planner;
  const chosenOffer = {
    projectId,
    bodyId: chosen,
    offer: offer(teller, { validUntil: day(end - 60) }),
    fileId: null,
  };
  await receiveProposal(answering, chosenOffer, on(end - 140));
  for (const [index, bodyId] of others.entries()) {
    const dearer = { dayRateMinor: 151_000 + index * 9_000, validUntil: day(end - 60) };
    await receiveProposal(
      manager,
      { projectId, bodyId, offer: offer(teller, dearer), fileId: null },
      on(end - 139 + index),
    );
  }
  const justification = "The two other bodies asked declined, so fewer offers are compared.";
  await evaluate(manager, { projectId }, on(end - 129, { justification }));
  const { invited } = await readSelection(manager, projectId);
  const proposalId = invited.find(({ body }) => body.id === chosen)?.proposal?.id ?? "";
  const reason = "Offers the days that the table expects, knows our trade, and can start in time.";
  const people = { involvedIds: [manager.personId, executive.personId], others: null };
  const interests = { hasConflicts: false, conflicts: [], hasWork: false, work: [] };
  await recommendCb(manager, { projectId, proposalId, reason, ...people, ...interests }, on(end - 127));
  await selectCb(executive, { projectId }, on(end - 125));
  await agree(teller, plan, projectId);
}

async function agree(teller: Teller, plan: ProjectPlan, projectId: string): Promise<void> {
  const { manager, executive, planner, stage2Ends: end } = plan;
  const statement = { signatory: `${executive.personName}, Managing director`, consultancy: "None" };
  await sendApplication(
    manager,
    { projectId, ...statement, consultancyBodyRelated: false, consultancyEndedOn: null, notes: null },
    teller.on(end - 124),
  );
  const bodyActs = await recorder(teller, plan, projectId);
  const competence =
    "Lead auditor for ISMS with experience in the client's trade; decider qualified for ISMS.";
  await acceptApplication(bodyActs.actor(planner), { projectId, competence }, bodyActs.on(end - 121));
  const { record } = await readSelection(manager, projectId);
  const letter = {
    scope: record.scope,
    siteIds: [...record.siteIds],
    standardText: "ISO/IEC 27001:2022",
    ...{ duties: [...dutyKeys], form: "written" as const, fileId: null },
    daysText: "Stage 1: 3 days\nStage 2: 8 days\nSurveillance 1: 3.5 days\nSurveillance 2: 3.5 days",
    datesText: "As agreed for each audit.",
    feesText: "EUR 1,420.00 for an auditor day; fees as offered.",
    confidentiality:
      "Both sides keep to themselves what they learn, except where the law or the accreditation asks.",
    terms: null,
  };
  await draftLetter(bodyActs.actor(planner), { projectId, letter }, bodyActs.on(end - 118));
  const forClient = { projectId, signatory: `${executive.personName}, Managing director` };
  await signForClient(executive, forClient, teller.on(end - 115));
  const signatory = plan.offBody?.planner ?? `${planner.personName}, Programme planner`;
  await signForBody(bodyActs.actor(planner), { projectId, signatory }, bodyActs.on(end - 114));
}

export interface Recorder {
  /** Who sends the form: the body's own person, or the client's manager who records it. */
  actor: (bodyPerson: Actor) => Actor;
  on: (offset: number, by?: string) => Submission;
}

/** Sends the body's acts as the body, or, for a body off CertTrail, as records of the client with a proof. */
export async function recorder(teller: Teller, plan: ProjectPlan, projectId: string): Promise<Recorder> {
  const { manager, offBody, stage2Ends } = plan;
  if (!offBody) return { actor: (person) => person, on: (offset) => teller.on(offset) };
  const text = `Correspondence of ${offBody.name} about this certification.`;
  const { now } = teller.on(stage2Ends - 122);
  const proofId = await storeFile(manager, projectId, { name: "correspondence.txt", text }, now);
  return {
    actor: () => manager,
    on: (offset, by = offBody.planner) =>
      teller.on(offset, { recorded: { on: teller.day(offset), by, proofId } }),
  };
}
