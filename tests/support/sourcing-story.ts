import type { Actor } from "@/lib/actor";
import { day } from "@/lib/day";
import { dutyKeys } from "@/lib/lifecycle/duties";
import { noParticulars } from "@/lib/selection/particulars";
import { saveAccreditation } from "@/lib/store/accreditations";
import { addBody } from "@/lib/store/bodies";
import type { LetterInput } from "@/lib/store/letters";
import { startProject } from "@/lib/store/projects";
import { type OfferInput, receiveProposal } from "@/lib/store/proposals";
import { issueRfp } from "@/lib/store/requests";
import { evaluate, type RecommendCb, readSelection, recommendCb, selectCb } from "@/lib/store/selection";
import { addSite } from "@/lib/store/sites";
import { createOrganisation, START, submission } from "./story";

/** ISO/IEC 27001 for 85 persons: the table expects 11 days. */
export const PERSONS = 85;

/** A whole offer; `more` changes or takes away figures. */
export function offer(more: Partial<OfferInput> = {}): OfferInput {
  return {
    currency: "EUR",
    days: { stage1: 300, stage2: 800, surveillance1: 350, surveillance2: 350, recertification: 750 },
    dayRateMinor: 140_000,
    applicationFeeMinor: 50_000,
    certificateFeeMinor: 60_000,
    yearlyFeeMinor: 40_000,
    travelMinor: 250_000,
    validUntil: day("2027-06-30"),
    earliestOn: day("2027-03-01"),
    stageGapWeeks: null,
    accreditation: "DAkkS, ISO/IEC 27001",
    particulars: noParticulars,
    notes: null,
    ...more,
  };
}

export interface SourcingScene {
  manager: Actor;
  executive: Actor;
  /** Planner of the body on CertTrail that is invited. */
  planner: Actor;
  projectId: string;
}

/** A client with a site and a planned project, and a connected body that is accredited for ISO/IEC 27001. */
export async function planProject(name: string): Promise<SourcingScene> {
  const client = await createOrganisation("client", name, ["manager", "executive"]);
  const body = await createOrganisation("body", `${name} Certification`, ["planner"]);
  await accredit(body.planner, body.planner.organisationId);
  const site = await addSite(
    client.manager,
    { name: "Berlin", address: "Torstrasse 1, Berlin", activity: "Software development", persons: PERSONS },
    submission(),
  );
  const { id: projectId } = await startProject(
    client.manager,
    {
      name: `${name} ISMS`,
      standardId: "iso-27001-2022",
      scope: "Development and operation of the platform",
      targetOn: day("2027-09-30"),
      timeZone: "Europe/Berlin",
      siteIds: [site.id],
      persons: null,
    },
    submission(),
  );
  return { manager: client.manager, executive: client.executive, planner: body.planner, projectId };
}

/** An accreditation for ISO/IEC 27001 until the end of 2028. */
export async function accredit(actor: Actor, bodyId: string): Promise<void> {
  await saveAccreditation(
    actor,
    {
      bodyId,
      accreditationId: null,
      accreditationBody: "DAkkS",
      scheme: "ISO/IEC 27001",
      number: "D-ZM-14001-01-00",
      validFrom: day("2024-01-01"),
      validTo: day("2028-12-31"),
      recognition: "Global ACI MRA",
      checkedOn: day("2027-01-04"),
      checkedBy: null,
      sourceUrl: "https://example.org/accredited",
    },
    submission(),
  );
}

/** A body off CertTrail in the client's own register, accredited. */
export async function registerBody(manager: Actor, name: string): Promise<string> {
  const input = { name, legalName: `${name} Ltd`, country: "Germany", languages: ["English"], sectors: [] };
  const { id } = await addBody(manager, input, submission());
  await accredit(manager, id);
  return id;
}

/** The project with its request out to these bodies, answers due by 12 Feb 2027. */
export async function openRequest(scene: SourcingScene, bodyIds: string[]): Promise<void> {
  const { manager, projectId } = scene;
  const input = {
    projectId,
    answerDueOn: day("2027-02-12"),
    note: "Which auditors know hospitals?",
    bodyIds,
  };
  await issueRfp(manager, input, submission());
}

/** The project with the connected body chosen: one offer, compared with a reason, recommended and confirmed. */
export async function chooseBody(
  scene: SourcingScene,
  bodyId: string = scene.planner.organisationId,
): Promise<void> {
  await openRequest(scene, [bodyId]);
  await chooseAsked(scene, bodyId);
}

/** The same where the request has gone out already. */
export async function chooseAsked(scene: SourcingScene, bodyId: string): Promise<void> {
  const { manager, executive, planner, projectId } = scene;
  const answering = bodyId === planner.organisationId ? planner : manager;
  await receiveProposal(answering, { projectId, bodyId, offer: offer(), fileId: null }, submission());
  const justification = "Two other bodies declined to answer.";
  await evaluate(manager, { projectId }, submission(START, { justification }));
  const { invited } = await readSelection(manager, projectId);
  const proposalId = invited.find(({ body }) => body.id === bodyId)?.proposal?.id ?? "";
  await recommendCb(manager, { projectId, proposalId, ...stated(manager) }, submission());
  await selectCb(executive, { projectId }, submission());
}

/** What is stated with a recommendation to which nothing stands in the way: one person, no conflict, no earlier work. */
export function stated(manager: Actor, more: Partial<RecommendCb> = {}) {
  return {
    reason: "Knows our trade and offers the days that the table expects.",
    ...{ involvedIds: [manager.personId], others: null, hasConflicts: false, conflicts: [] },
    ...{ hasWork: false, work: [] },
    ...more,
  };
}

/** A letter that names every site of the project's scope. */
export async function letterText({ manager, projectId }: SourcingScene): Promise<LetterInput> {
  const { record } = await readSelection(manager, projectId);
  return {
    scope: record.scope,
    siteIds: [...record.siteIds],
    ...{ duties: [...dutyKeys], form: "written", fileId: null },
    standardText: "ISO/IEC 27001:2022",
    daysText: "Stage 1: 3 days",
    datesText: "Stage 1 from 1 Mar 2027",
    feesText: "EUR 1,400.00 a day",
    confidentiality: "Both sides keep what they learn to themselves.",
    terms: null,
  };
}
