import "server-only";
import type { Actor } from "../actor";
import { NotThere } from "../outcome";
import { type Letter, readEngagement } from "../store/agreement";
import { listAwareness } from "../store/awareness";
import { listBodyNotes } from "../store/body-notes";
import { readComparison } from "../store/comparison";
import { readDocuments } from "../store/documents";
import { readPreparationPlan } from "../store/plan-tasks";
import { readPreAudit } from "../store/pre-audit";
import { readPreparation } from "../store/preparation";
import type { KeptProposal } from "../store/proposals";
import { listPictures } from "../store/register-pictures";
import { listReminders } from "../store/reminders";
import { listAttachments } from "../store/request-attachments";
import { listAskedQuestions, listQuestions } from "../store/request-questions";
import { readRequest } from "../store/requests";
import { listScopeVersions, readToldScope } from "../store/scope-profiles";
import { readSelection } from "../store/selection";
import { readSoa } from "../store/soa";
import { readSoaVersions } from "../store/soa-versions";
import { readWholeTreatment } from "../store/treatment";

/** How the body was chosen: to the client every answer, to a body its own alone. */
export async function composeChoice(actor: Actor, projectId: string, now: Date) {
  return actor.side === "client"
    ? await composeSelection(actor, projectId)
    : await composeRequest(actor, projectId, now);
}

async function composeSelection(actor: Actor, projectId: string) {
  const view = await readSelection(actor, projectId);
  const asked = await listQuestions(actor, view.record.id);
  const bodyIds = view.invited.map(({ body }) => body.id);
  const notes = await listBodyNotes(actor, bodyIds);
  const own = await readComparison(actor, projectId, bodyIds, view.scheme);
  const reminders = await listReminders(actor, view.record.id);
  return {
    request: {
      ...{ note: view.requestNote, answerDueOn: view.record.sourcing.answerDueOn },
      documents: await composeAttachments(actor, view.record.id),
    },
    invited: view.invited.map(({ body, sentOn, viewed, gate, proposal }) => ({
      body: body.name,
      sentOn,
      viewed,
      reminders: reminders.get(body.id) ?? null,
      accreditation: gate.sentence,
      proposal: proposalOf(proposal),
      ownNotes: notes.filter((note) => note.bodyId === body.id).map(({ id, bodyId: _body, ...note }) => note),
      expertiseMarks: own.of.get(body.id)?.marks ?? {},
      offerNotes: own.of.get(body.id)?.notes ?? [],
    })),
    weights: own.weights,
    questions: asked.map(({ by, question, answer }) => ({ by, question, answer })),
    recommended: view.recommendedName,
    recommendReason: view.recommendReason,
    overrideReason: view.overrideReason,
    statedWithIt: view.choice,
    chosen: view.chosenName,
  };
}

/** Null where the client engaged the body without asking it for a proposal here. */
async function composeRequest(actor: Actor, projectId: string, now: Date) {
  try {
    const { requestNote, record, proposal } = await readRequest(actor, projectId, now);
    const asked = await listAskedQuestions(actor, record.id);
    return {
      request: {
        ...{ note: requestNote, answerDueOn: record.sourcing.answerDueOn },
        documents: await composeAttachments(actor, record.id),
      },
      questions: asked.map(({ by, question, answer }) => ({ by, question, answer })),
      ownProposal: proposalOf(proposal),
    };
  } catch (error) {
    if (error instanceof NotThere) return null;
    throw error;
  }
}

async function composeAttachments(actor: Actor, projectId: string) {
  const attached = await listAttachments(actor, projectId);
  return attached.map(({ fileId, note, addedAt }) => ({ fileId, note, addedAt }));
}

function proposalOf(proposal: KeptProposal | null) {
  if (!proposal) return null;
  const { id, declined, fileId, enteredByBody, receivedOn, scopeNo } = proposal;
  const { days, particulars, ...offer } = proposal.offer;
  const centidays = Object.entries(days).map(([audit, asked]) => [`${audit}Centidays`, asked] as const);
  return {
    id,
    declined,
    receivedOn,
    enteredByBody,
    fileId,
    scopeNo,
    ...Object.fromEntries(centidays),
    ...particulars,
    ...offer,
  };
}

/** What the scope profile says: to the client every version with its estimate, to a body the facts it was told. */
export async function composeScope(actor: Actor, projectId: string) {
  if (actor.side === "body") {
    const facts = await readToldScope(actor, projectId);
    return { told: facts, versions: null };
  }
  const versions = await listScopeVersions(actor, projectId);
  return {
    told: null,
    versions: versions.map(({ told, time, ...version }) => ({
      ...version,
      isTold: told,
      estimate: time.kind === "estimated" ? time : null,
    })),
  };
}

/** Application and engagement letter as both sides signed them. */
export async function composeEngagement(actor: Actor, projectId: string) {
  const { client, body, application, letter, versions } = (await readEngagement(actor, projectId)).agreement;
  return {
    client,
    body: body && { name: body.name, legalName: body.legalName, connected: body.connected },
    application: application && {
      ...{ signatory: application.signatory, sentOn: application.sentOn, notes: application.notes },
      ...{ consultancy: application.consultancy, consultancyBodyRelated: application.consultancyBodyRelated },
      ...{ consultancyEndedOn: application.consultancyEndedOn, outcome: application.outcome },
      ...{ reviewedOn: application.reviewedOn, competence: application.competence },
      reasons: application.reasons,
    },
    letter: letter && versionOf(letter),
    letterVersions: versions.map(versionOf),
  };
}

/** A version of the letter; the file of one that stands in a file is named by its line of the manifest. */
function versionOf({ file, clientSignedById: _, bodySignedById: _by, bodyId: _body, ...letter }: Letter) {
  const { clientSignedOn: _on, bodySignedOn: _signedOn, ...words } = letter;
  return words;
}

/**
 * The approved versions of the Statement of Applicability, the first one first; to the client its draft too, which is given to
 * nobody else.
 */
async function composeSoa(actor: Actor, projectId: string, needsSoa: boolean) {
  if (!needsSoa) return { versions: [], ownDraft: null };
  const { versions } = await readSoaVersions(actor, projectId);
  const nos = versions.map(({ no }) => no);
  const { contents } = await readSoaVersions(actor, projectId, nos);
  const draft = actor.side === "client" ? (await readSoa(actor, projectId)).lines : null;
  return {
    versions: contents.reverse(),
    ownDraft: draft?.map(({ group, theme, ...line }) => line) ?? null,
  };
}

/** The client's own reviews and its Statement of Applicability (IS-2, IS-5), the pre-audit (PRE-1), and to the client its plan. */
export async function composePreparation(actor: Actor, projectId: string) {
  const { certificationCase, held, record } = await readPreparation(actor, projectId);
  const { preAudit } = await readPreAudit(actor, projectId);
  return {
    statementOfApplicability: certificationCase?.soa ?? null,
    applicability: await composeSoa(actor, projectId, record.needsSoa),
    reviews: held.map(({ file, ...review }) => ({ ...review, fileId: file?.id ?? null })),
    preAudit,
    plan: actor.side === "client" ? await composePlan(actor, projectId) : null,
    documents: actor.side === "client" ? await composeDocuments(actor, projectId) : null,
    awareness: actor.side === "client" ? await composeAwareness(actor, projectId) : null,
    riskTreatment:
      actor.side === "client" && record.needsSoa ? await composeTreatment(actor, projectId) : null,
  };
}

/** The register as it is, and each picture of it word for word, so that its hash can be checked. */
async function composeDocuments(actor: Actor, projectId: string) {
  const { documents } = await readDocuments(actor, projectId);
  const pictures = await listPictures(actor, projectId);
  return {
    register: documents.map(({ version, file, ...document }) => ({ ...document, fileId: file?.id ?? null })),
    pictures: pictures.map(({ content: _content, ...picture }) => picture),
  };
}

async function composeAwareness(actor: Actor, projectId: string) {
  const entries = await listAwareness(actor, projectId);
  return entries.map(({ file, ...entry }) => ({ ...entry, fileId: file?.id ?? null }));
}

async function composeTreatment(actor: Actor, projectId: string) {
  const { lines } = await readWholeTreatment(actor, projectId);
  return lines.map(({ version, ...line }) => line);
}

async function composePlan(actor: Actor, projectId: string) {
  const { tasks } = await readPreparationPlan(actor, projectId);
  return tasks.map(({ projectId: _id, projectName, timeZone, version, ...task }) => task);
}
