import "server-only";
import type { Actor } from "../actor";
import { type Day, dateToDay, dayToDate } from "../day";
import type { ScanView } from "../files/scan-state";
import { Changed, NotThere, Rejected } from "../outcome";
import type { Offer } from "../selection/offer";
import { type Particulars, particularKeys } from "../selection/particulars";
import { type Act, actOnProject, factsOf, type Submission } from "./act";
import { db, type Prisma } from "./db";
import { readScans } from "./files";
import { allow, move } from "./move";
import { newId } from "./new-id";
import { knownId, reachProject } from "./reach";
import { readScopeChange, toldScopeNo } from "./scope-versions";
import { keepFromBodies, nameOfBody, projectSubject, type SourcingAct, sourcingDoor } from "./sourcing";

/** An offer with what stands beside its figures. Null means not stated. */
export interface OfferInput extends Offer {
  validUntil: Day | null;
  earliestOn: Day | null;
  /** Weeks that the body leaves between Stage 1 and Stage 2. */
  stageGapWeeks: number | null;
  accreditation: string | null;
  /** What it says of its people and terms. */
  particulars: Particulars;
  notes: string | null;
}

export interface ReceiveProposal extends SourcingAct {
  bodyId: string;
  /** The version of the proposal that the page showed; undefined for a first one. */
  version?: number;
  offer: OfferInput;
  fileId: string | null;
}

/** Takes the offer of an invited body: online from its planner, or from its document by the client's manager. */
export async function receiveProposal(
  actor: Actor,
  input: ReceiveProposal,
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, sourcingDoor(actor, input.projectId), submission, async (act) => {
    const bodyId = knownId(input.bodyId);
    const { justification } = submission;
    const { state } = act.project.record.sourcing;
    const allowed = allow("sourcing", "receiveProposal", state, factsOf(act), { bodyId, justification });
    const fileId = await requireOwnFile(act, input.fileId);
    const body = await nameOfBody(act, bodyId);
    const dropped = await dropRecommendation(act, bodyId);
    await move(act, projectSubject(act), allowed, dropped, { body }, keepFromBodies(actor));
    const scopeNo = await toldScopeNo(act);
    const columns = { ...columnsOf(input.offer), declined: false, fileId, scopeNo };
    await saveProposal(act, bodyId, columns, input.version);
    return null;
  });
}

/** Declines to propose, with the reason (APP-4). */
export async function declineToPropose(
  actor: Actor,
  { projectId, version, reason }: SourcingAct & { reason: string },
  submission: Submission,
): Promise<null> {
  return await actOnProject(actor, sourcingDoor(actor, projectId), submission, async (act) => {
    const bodyId = act.actor.organisationId;
    const { state } = act.project.record.sourcing;
    const allowed = allow("sourcing", "declineToPropose", state, factsOf(act), { bodyId, reason });
    const body = await nameOfBody(act, bodyId);
    const dropped = await dropRecommendation(act, bodyId);
    await move(act, projectSubject(act), allowed, dropped, { body, reason }, keepFromBodies(actor));
    await saveProposal(act, bodyId, { declined: true, notes: reason.trim() }, version);
    return null;
  });
}

/** A recommendation stands on the offer it was made for: another offer of that body takes it back. */
async function dropRecommendation(
  { project }: Act,
  bodyId: string,
): Promise<Prisma.ProjectUncheckedUpdateManyInput> {
  const { proposals, recommendedProposalId } = project.record.sourcing;
  const isRecommended = proposals.some((one) => one.id === recommendedProposalId && one.bodyId === bodyId);
  return isRecommended ? { recommendedProposalId: null, recommendReason: null, overrideReason: null } : {};
}

async function requireOwnFile(act: Act, fileId: string | null): Promise<string | null> {
  if (fileId === null) return null;
  const file = await act.tx.storedFile.findFirst({
    where: {
      id: knownId(fileId),
      projectId: act.project.record.id,
      organisationId: act.actor.organisationId,
    },
    select: { id: true },
  });
  if (!file) throw new Rejected({ fileId: "Add the file again." });
  return file.id;
}

type ProposalColumns = Partial<Prisma.ProposalUncheckedUpdateManyInput> & { declined: boolean };

async function saveProposal(
  act: Act,
  bodyId: string,
  columns: ProposalColumns,
  seen?: number,
): Promise<void> {
  const { id: projectId, clientId } = act.project.record;
  const entered = {
    enteredById: act.actor.personId,
    enteredByOrganisationId: act.actor.organisationId,
    receivedOn: dayToDate(act.moment.on),
  };
  const kept = await act.tx.proposal.findUnique({ where: { projectId_bodyId: { projectId, bodyId } } });
  if (!kept) {
    const data = { id: newId(), projectId, clientId, bodyId, ...(columns as object), ...entered };
    await act.tx.proposal.create({ data });
    return;
  }
  // A file that was added before stays when none is added now.
  const fileId = columns.fileId ?? kept.fileId;
  const { count } = await act.tx.proposal.updateMany({
    where: { id: kept.id, version: seen ?? kept.version },
    data: { ...columns, ...entered, fileId, version: { increment: 1 } },
  });
  if (count !== 1) throw new Changed();
}

function columnsOf({ days, validUntil, earliestOn, particulars, ...offer }: OfferInput) {
  return {
    ...offer,
    ...particulars,
    stage1Centidays: days.stage1,
    stage2Centidays: days.stage2,
    surveillance1Centidays: days.surveillance1,
    surveillance2Centidays: days.surveillance2,
    recertificationCentidays: days.recertification,
    validUntil: validUntil && dayToDate(validUntil),
    earliestOn: earliestOn && dayToDate(earliestOn),
  };
}

type ProposalRow = Prisma.ProposalGetPayload<object>;

const plain = (minor: bigint | null) => (minor === null ? null : Number(minor));

/** A proposal row as an offer. */
export function offerOf(row: ProposalRow) {
  const offer: OfferInput = {
    currency: row.currency,
    days: {
      stage1: row.stage1Centidays,
      stage2: row.stage2Centidays,
      surveillance1: row.surveillance1Centidays,
      surveillance2: row.surveillance2Centidays,
      recertification: row.recertificationCentidays,
    },
    dayRateMinor: plain(row.dayRateMinor),
    applicationFeeMinor: plain(row.applicationFeeMinor),
    certificateFeeMinor: plain(row.certificateFeeMinor),
    yearlyFeeMinor: plain(row.yearlyFeeMinor),
    travelMinor: plain(row.travelMinor),
    validUntil: row.validUntil && dateToDay(row.validUntil),
    earliestOn: row.earliestOn && dateToDay(row.earliestOn),
    stageGapWeeks: row.stageGapWeeks,
    accreditation: row.accreditation,
    particulars: Object.fromEntries(particularKeys.map((key) => [key, row[key]])) as Particulars,
    notes: row.notes,
  };
  const { id, bodyId, declined, fileId, version, scopeNo } = row;
  const enteredByBody = row.enteredByOrganisationId === row.bodyId;
  return {
    id,
    bodyId,
    declined,
    fileId,
    version,
    scopeNo,
    offer,
    enteredByBody,
    receivedOn: dateToDay(row.receivedOn),
  };
}

export type KeptProposal = ReturnType<typeof offerOf>;

/** What the scanner said of the document of an offer; null without one. */
export async function readOfferScan(
  actor: Actor,
  row: { fileId: string | null } | null | undefined,
): Promise<ScanView | null> {
  if (!row?.fileId) return null;
  return (await readScans(actor, [row.fileId])).get(row.fileId) ?? null;
}

/** The proposal of one invited body as the client's page shows it; `proposal` is null until there is one. */
export async function readProposal(actor: Actor, projectId: string, bodyId: string) {
  const project = await reachProject(actor, projectId);
  if (actor.side !== "client" || !project.record.sourcing.invitedBodyIds.includes(knownId(bodyId))) {
    throw new NotThere();
  }
  const where = { projectId: project.record.id, bodyId: knownId(bodyId) };
  const body = await db(actor).organisation.findUniqueOrThrow({
    where: { id: where.bodyId },
    select: { id: true, name: true, connected: true },
  });
  const row = await db(actor).proposal.findFirst({ where });
  const scan = await readOfferScan(actor, row);
  const scopeChange = await readScopeChange(actor, where.projectId, row?.scopeNo ?? null);
  return { ...project, body, proposal: row && offerOf(row), scan, scopeChange };
}
