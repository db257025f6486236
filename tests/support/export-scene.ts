import type { Actor } from "@/lib/actor";
import { dayToDate } from "@/lib/day";
import { emptyNarrative } from "@/lib/documents/audit-report";
import { type KeptScan, keepFile } from "@/lib/files/folder";
import { addDocument } from "@/lib/store/document-acts";
import { proveAction, submitEvidence } from "@/lib/store/evidence";
import { addFile } from "@/lib/store/files";
import { newId } from "@/lib/store/new-id";
import { addTask } from "@/lib/store/plan-task-acts";
import { savePlan, submitPlan } from "@/lib/store/plans";
import { freezeRegister } from "@/lib/store/register-pictures";
import { addTreatment } from "@/lib/store/treatment-acts";
import { acceptPlan } from "@/lib/store/verification";
import { completePlan, createParties, LAST_DAY, type OpenFindings, openFindings } from "./open-findings";
import { rows } from "./rows";
import { scopeFacts, timeJudgement } from "./scope-profile";
import { createOrganisation, START, submission } from "./story";

/** A word for each thing that only one side may read, and for what both read. */
export const marks = {
  clientOnly: {
    plan: "MARK-plan-in-preparation",
    reason: "MARK-why-this-body",
    judgement: "MARK-why-this-factor",
    rivalOffer: "MARK-offer-of-the-rival",
    rivalFile: "MARK-file-of-the-rival",
    file: "MARK-file-not-submitted",
    proof: "MARK-proof-in-preparation",
    task: "MARK-task-of-the-preparation",
    document: "MARK-document-of-the-register",
    risk: "MARK-risk-of-the-client",
  },
  bodyOnly: {
    finding: "MARK-finding-not-issued",
    report: "MARK-report-not-issued",
    file: "MARK-file-of-the-team",
  },
  both: {
    offer: "MARK-offer-of-the-body",
    evidence: "MARK-submitted-evidence",
    request: "MARK-what-is-asked",
    scope: "MARK-what-is-outsourced",
  },
  nobody: { quarantined: "MARK-waits-for-the-scanner" },
} as const;

export interface ExportScene extends OpenFindings {
  rival: Record<"planner" | "admin", Actor>;
  /** Ids of files by what they are. */
  files: Record<"evidence" | "preparing" | "private" | "team" | "rival" | "offer" | "quarantined", string>;
}

/** Keeps the bytes of a text and its row, as if the scanner had said this of it. */
export async function addText(
  actor: Actor,
  projectId: string,
  name: string,
  text: string,
  scan: KeptScan = "not_scanned",
): Promise<string> {
  const body = new Blob([text]).stream();
  const kept = await keepFile(actor.organisationId, name, body, { sha256: null, size: null });
  return await addFile(actor, projectId, name, { ...kept, scan }, START);
}

/** A project in which each side has something that the other may not see, with the bytes of its files. */
export async function layExportScene(): Promise<ExportScene> {
  const parties = await createParties();
  const story = await openFindings(parties);
  const rival = await createOrganisation("body", "Rival Cert", ["planner"]);
  const { client, body, projectId } = story;
  await layOffers(story, rival.planner);
  await layBodyDrafts(story);
  const entry = {
    title: marks.clientOnly.document,
    clause: null,
    answers: [],
    ownerId: null,
    reviewDueOn: null,
  };
  const written = { versionLabel: "1.0", authorId: client.owner.personId, fileId: null, link: null };
  await addDocument(client.manager, { projectId, ...entry, ...written }, submission());
  await addTreatment(
    client.manager,
    {
      projectId,
      ...{
        ref: "R-1",
        risk: marks.clientOnly.risk,
        owner: "Mia Chen",
        treatment: "modify",
        controls: "A.8.13",
      },
      ...{ dueOn: null, state: "planned", acceptedBy: null, acceptedOn: null },
    },
    submission(),
  );
  await freezeRegister(client.manager, { projectId, kind: "stage1" }, submission());
  await addTask(
    client.manager,
    {
      projectId,
      ...{ title: marks.clientOnly.task, note: null, ownerId: null, startsOn: null, dueOn: LAST_DAY },
    },
    submission(),
  );
  const plan = completePlan(client.owner.personId);
  await savePlan(
    client.manager,
    { ...story.minor, plan: { ...plan, correction: marks.clientOnly.plan } },
    submission(),
  );
  await submitPlan(client.manager, { ...story.major, plan }, submission());
  await acceptPlan(body.auditor, { ...story.major, method: "documents" }, submission());
  const add = (actor: Actor, name: string, text: string) => addText(actor, projectId, name, text);
  const { offer, rival: theirs } = await layOfferFiles(story, rival.planner);
  const evidence = await add(client.manager, "=Prüfprotokoll <1>.txt", marks.both.evidence);
  await proveAction(
    client.manager,
    { ...story.major, actionId: await actionOf(story), fileIds: [evidence], note: null, done: true },
    submission(),
  );
  await submitEvidence(client.manager, story.major, submission());
  const quarantined = await addText(
    client.manager,
    projectId,
    "waits.txt",
    marks.nobody.quarantined,
    "quarantined",
  );
  const preparing = await add(client.manager, "draft.txt", marks.clientOnly.proof);
  await proveAction(
    client.manager,
    { ...story.minor, actionId: null, fileIds: [preparing], note: null, done: false },
    submission(),
  );
  const files = {
    ...{ evidence, preparing, offer, rival: theirs, quarantined },
    private: await add(client.manager, "board.txt", marks.clientOnly.file),
    team: await add(body.auditor, "notes.txt", marks.bodyOnly.file),
  };
  return { ...story, rival, files };
}

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

async function actionOf({ major }: OpenFindings): Promise<string> {
  return (await rows().planAction.findFirstOrThrow({ where: { findingId: major.findingId } })).id;
}

async function layOffers({ projectId, client, body }: OpenFindings, rival: Actor): Promise<void> {
  const clientId = client.admin.organisationId;
  await rows().project.update({
    where: { id: projectId },
    data: { requestNote: marks.both.request, recommendReason: marks.clientOnly.reason },
  });
  const judgement = timeJudgement({ complexity: { percent: 0, reason: marks.clientOnly.judgement } });
  await rows().scopeProfile.create({
    data: {
      ...{ projectId, clientId, no: 1, told: true, savedById: client.manager.personId, savedAt: START },
      facts: asJson(scopeFacts({ outsourced: marks.both.scope })),
      judgement: asJson(judgement),
    },
  });
  const offers = [
    [body.planner, marks.both.offer],
    [rival, marks.clientOnly.rivalOffer],
  ] as const;
  for (const [planner, notes] of offers) {
    const keys = { id: newId(), projectId, clientId, bodyId: planner.organisationId };
    await rows().bodyRequest.create({ data: { ...keys, sentAt: START, viewedAt: START } });
    await rows().proposal.create({
      data: {
        ...keys,
        notes,
        ...{ stage1Centidays: 200, stage2Centidays: 500, currency: "EUR", dayRateMinor: 120_000n },
        ...{ enteredById: planner.personId, enteredByOrganisationId: planner.organisationId },
        receivedOn: dayToDate(LAST_DAY),
      },
    });
  }
}

async function layOfferFiles({ projectId, body }: OpenFindings, rival: Actor) {
  const offer = await addText(body.planner, projectId, "offer.txt", marks.both.offer);
  const theirs = await addText(rival, projectId, "offer.txt", marks.clientOnly.rivalFile);
  for (const [planner, fileId] of [
    [body.planner, offer],
    [rival, theirs],
  ] as const) {
    await rows().proposal.updateMany({
      where: { projectId, bodyId: planner.organisationId },
      data: { fileId },
    });
  }
  return { offer, rival: theirs };
}

async function layBodyDrafts({ projectId, caseId, client, body }: OpenFindings): Promise<void> {
  const bodyId = body.admin.organisationId;
  const keys = { caseId, projectId, clientId: client.admin.organisationId, bodyId };
  const auditId = newId();
  const narrative = { ...emptyNarrative, statement: marks.bodyOnly.report };
  await rows().audit.create({
    data: {
      ...{ ...keys, id: auditId, kind: "follow_up", no: 1, state: "running", createdAt: START },
      ...{ startsOn: dayToDate(LAST_DAY), endsOn: dayToDate(LAST_DAY), openingHeldOn: dayToDate(LAST_DAY) },
      ...{ openingAttendance: "Both sides", reportDraft: { organisationId: bodyId, narrative } },
    },
  });
  await rows().teamMember.create({
    data: { ...keys, auditId, personId: body.auditor.personId, role: "lead" },
  });
  await rows().finding.create({
    data: {
      ...{ ...keys, id: newId(), auditId, grade: "minor", state: "draft", createdAt: START },
      ...{ requirementRef: "A.8.13", statement: marks.bodyOnly.finding },
      ...{ draftedById: body.auditor.personId, draftedByOrganisationId: bodyId },
    },
  });
}
