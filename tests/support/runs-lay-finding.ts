import { type FindingRecord, NEXT_SURVEILLANCE } from "@/lib/lifecycle/record";
import { newId } from "@/lib/store/new-id";
import { people } from "./people";
import { rows } from "./rows";
import { actionKey } from "./runs-ids";
import { drafterOf, given, type Laying, on, REASON, some } from "./runs-laying";
import { keptFindings } from "./runs-read";
import { START } from "./story";

export const SHA = "a".repeat(64);

/** The findings of a record that are still there, with grades, plans and evidence. A deleted draft has no row. */
export function findingRows(laying: Laying) {
  const { record } = laying;
  const findings = keptFindings(record);
  const files = findings.flatMap((finding) => evidenceRows(laying, finding));
  return [
    ...some(
      findings.map((finding) => findingRow(laying, finding)),
      (data) => rows().finding.createMany({ data }),
    ),
    ...some(
      findings.flatMap((finding) => gradeRows(laying, finding)),
      (data) => rows().gradeChange.createMany({ data }),
    ),
    ...some(
      findings.flatMap((finding) => planRows(laying, finding)),
      (data) => rows().actionPlan.createMany({ data }),
    ),
    ...some(
      findings.flatMap((finding) => actionRows(laying, finding)),
      (data) => rows().planAction.createMany({ data }),
    ),
    ...some(
      files.map(({ file }) => file),
      (data) => rows().storedFile.createMany({ data }),
    ),
    ...some(
      files.map(({ evidence }) => evidence),
      (data) => rows().evidence.createMany({ data }),
    ),
  ];
}

function findingRow(laying: Laying, finding: FindingRecord) {
  const { record, row, inCase } = laying;
  const { number, grade, state, carriedTo } = finding;
  return {
    ...{ ...inCase, id: row(finding.id), auditId: row(finding.auditId), number, grade, state },
    requirementRef: finding.hasRequirement ? "A.8.13" : null,
    statement: finding.hasStatement ? "Backups are not tested." : null,
    evidence: finding.hasEvidence ? "No test since March." : null,
    ...{ draftedById: row(finding.authorId), draftedByOrganisationId: drafterOf(laying) },
    createdAt: new Date(START.getTime() + record.findings.indexOf(finding)),
    ...{ issuedOn: on(finding.issuedOn), issuedById: finding.issuedOn && row(people.lead) },
    ...{ planDueOn: on(finding.planDueOn), closureDueOn: on(finding.closureDueOn) },
    ...(finding.verifiedOn && {
      ...{ verifiedOn: on(finding.verifiedOn), verifiedById: row(people.lead) },
      ...{ verificationMethod: "documents", effectiveness: REASON },
    }),
    closedOn: state === "closed" ? on(finding.verifiedOn) : null,
    carriedTo: carriedTo === null || carriedTo === NEXT_SURVEILLANCE ? carriedTo : row(carriedTo),
    endedReason: state === "void" || state === "superseded" ? REASON : null,
  };
}

function gradeRows({ row, own }: Laying, { id, grades }: FindingRecord) {
  return grades.slice(1).map((to, index) => ({
    ...{ ...own, id: newId(), findingId: row(id), fromGrade: grades[index] ?? to, toGrade: to },
    ...{ reason: REASON, changedById: row(people.lead), changedAt: new Date(START.getTime() + index) },
  }));
}

function planRows({ row, own }: Laying, { id, plan }: FindingRecord) {
  if (plan === null) return [];
  const word = (has: boolean) => (has ? REASON : null);
  return [
    {
      ...{ ...own, findingId: row(id), causeMethod: "free_text" },
      ...{ correction: word(plan.hasCorrection), extent: word(plan.hasExtent), cause: word(plan.hasCause) },
    },
  ];
}

function actionRows({ row, own, ids }: Laying, { id: findingId, plan }: FindingRecord) {
  return (plan?.actions ?? []).map(({ id, ownerId, dueOn, done }, index) => ({
    ...{
      ...own,
      id: ids.row(actionKey(findingId, id)),
      findingId: row(findingId),
      no: index + 1,
      what: "Test it",
    },
    ...{ ownerId: ownerId && row(ownerId), dueOn: on(dueOn) },
    ...(done && { doneOn: given(dueOn), doneById: row(people.owner) }),
  }));
}

function evidenceRows({ row, own }: Laying, { id: findingId, evidenceFiles }: FindingRecord) {
  const { projectId, clientId } = own;
  return Array.from({ length: evidenceFiles }, () => {
    const id = newId();
    const file = {
      ...{ id, projectId, clientId, organisationId: clientId, side: "client", name: "proof.txt" },
      ...{
        mediaType: "text/plain",
        size: 1,
        sha256: SHA,
        uploadedById: row(people.manager),
        uploadedAt: START,
      },
    };
    const added = { addedById: row(people.manager), addedAt: START };
    return { file, evidence: { ...own, findingId: row(findingId), fileId: id, ...added } };
  });
}
