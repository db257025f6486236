import type { Actor } from "../../lib/actor";
import { db } from "../../lib/store/db";
import { proveAction, submitEvidence } from "../../lib/store/evidence";
import { extendDeadline } from "../../lib/store/finding-grades";
import { issueFindings } from "../../lib/store/finding-issue";
import { draftFinding } from "../../lib/store/findings";
import { submitPlan } from "../../lib/store/plans";
import { acceptPlan, returnPlan, verifyFinding } from "../../lib/store/verification";
import { leadOf, type Stage } from "./auditing";
import { observed } from "./observed";
import { storeFile } from "./teller";

/** Logs what the auditors saw and issues it with numbers. */
export async function raiseFindings(stage: Stage, auditId: string, lastDay: number): Promise<void> {
  const lead = leadOf(stage);
  const audit = { projectId: stage.projectId, auditId };
  for (const draft of observed) {
    await draftFinding(lead.actor, { ...audit, draft: { ...draft, siteId: null } }, lead.on(lastDay - 1));
  }
  await issueFindings(lead.actor, audit, lead.on(lastDay));
}

/** Logs the first of what the auditors saw, nothing of it issued yet. */
export async function logSoFar(stage: Stage, auditId: string, on: number): Promise<void> {
  const lead = leadOf(stage);
  const audit = { projectId: stage.projectId, auditId };
  for (const draft of observed.slice(2, 5)) {
    await draftFinding(lead.actor, { ...audit, draft: { ...draft, siteId: null } }, lead.on(on));
  }
}

export interface OpenFinding {
  id: string;
  number: string;
  grade: string;
}

/** The nonconformities of the project in the order of their numbers. */
export async function listNonconformities({ plan, projectId }: Stage): Promise<OpenFinding[]> {
  const found = await db(plan.manager).finding.findMany({
    where: { projectId, grade: { in: ["major", "minor"] }, number: { not: null } },
    select: { id: true, number: true, grade: true },
    orderBy: { number: "asc" },
  });
  return found.map(({ id, number, grade }) => ({ id, grade: grade ?? "", number: number ?? "" }));
}

/** A plan the client submits: correction, extent, cause, and one corrective action with an owner. */
export async function answer(
  { teller, plan, projectId }: Stage,
  finding: OpenFinding,
  { submitted, owner, due }: { submitted: number; owner: Actor; due: number },
): Promise<void> {
  const action = {
    id: null,
    what: "Change the procedure and the tool so that the step cannot be left out, and train those who do it.",
    ownerId: owner.personId,
    dueOn: teller.day(due),
    proof: "Changed procedure, record of training, and a sample of one month.",
  };
  await submitPlan(
    plan.manager,
    {
      projectId,
      findingId: finding.id,
      plan: {
        correction: "The cases found were corrected at once.",
        extent: "All other teams were checked; two similar cases were found and corrected.",
        cause: "The step depended on one person's memory; nothing showed when it was left out.",
        causeMethod: "free_text",
        effectivenessCheck: "A sample after three months shows no case.",
        actions: [action],
      },
    },
    teller.on(submitted),
  );
}

/** The body accepts the plan. */
export async function accept(stage: Stage, finding: OpenFinding, on: number): Promise<void> {
  const lead = leadOf(stage);
  const { projectId } = stage;
  await acceptPlan(lead.actor, { projectId, findingId: finding.id, method: "documents" }, lead.on(on));
}

/** The body returns the plan with a reason. */
export async function giveBack(
  stage: Stage,
  finding: OpenFinding,
  comment: string,
  on: number,
): Promise<void> {
  const lead = leadOf(stage);
  await returnPlan(lead.actor, { projectId: stage.projectId, findingId: finding.id, comment }, lead.on(on));
}

/** The owner proves the action with a file and marks it as done. */
export async function prove(stage: Stage, finding: OpenFinding, owner: Actor, on: number): Promise<void> {
  const { teller, plan, projectId } = stage;
  const { id: actionId } = await db(owner).planAction.findFirstOrThrow({
    where: { findingId: finding.id },
    select: { id: true },
  });
  const sent = teller.on(on);
  const file = {
    name: `${finding.number} proof.txt`,
    text: `Changed procedure, training record and sample for ${finding.number}.`,
  };
  const fileId = await storeFile(owner, projectId, file, sent.now);
  const note = "Procedure changed, everybody trained, sample attached.";
  const proof = { projectId, findingId: finding.id, actionId, fileIds: [fileId], note, done: true };
  await proveAction(owner, proof, sent);
  await submitEvidence(plan.manager, { projectId, findingId: finding.id }, teller.on(on));
}

/** The body verifies correction and corrective action. */
export async function verify(stage: Stage, finding: OpenFinding, on: number): Promise<void> {
  const lead = leadOf(stage);
  const effectiveness = "The sample after the change shows no further case; the procedure is followed.";
  const input = {
    projectId: stage.projectId,
    findingId: finding.id,
    method: "documents" as const,
    effectiveness,
  };
  await verifyFinding(lead.actor, input, lead.on(on));
}

/** The body gives more time, with a reason. */
export async function extend(stage: Stage, finding: OpenFinding, due: number, on: number): Promise<void> {
  const lead = leadOf(stage);
  const reason = "The client changes its training tool first; the new day follows its plan.";
  const to = stage.teller.day(due);
  await extendDeadline(
    lead.actor,
    { projectId: stage.projectId, findingId: finding.id, deadline: "plan", to, reason },
    lead.on(on),
  );
}
