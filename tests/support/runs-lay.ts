import type { LetterRecord } from "@/lib/lifecycle/record";
import { newId } from "@/lib/store/new-id";
import type { World } from "./model";
import { BODY, people } from "./people";
import { rows } from "./rows";
import type { Cast } from "./runs-cast";
import { RunIds } from "./runs-ids";
import { auditRows } from "./runs-lay-audit";
import { findingRows } from "./runs-lay-finding";
import { given, type Laying, on, REASON, some } from "./runs-laying";
import { START } from "./story";

/** A project in the database and the rows that stand for its records. */
export interface Laid {
  projectId: string;
  ids: RunIds;
}

/** Writes the model's record as rows of a new project, as the acts before would have left them. */
export async function layWorld({ record }: World, cast: Cast): Promise<Laid> {
  const ids = new RunIds(cast.ids);
  const projectId = ids.row(record.id);
  const row = (model: string) => ids.row(model);
  const parties = { clientId: row(record.clientId), bodyId: row(record.bodyId ?? BODY) };
  const own = { projectId, ...parties };
  const inCase = { ...own, caseId: record.certificationCase ? row(record.certificationCase.id) : "" };
  const laying: Laying = { record, row, ids, parties, own, inCase };
  await rows().$transaction([
    ...projectRows(laying),
    ...sourcingRows(laying),
    ...caseRows(laying),
    ...auditRows(laying),
    // A finding may be raised in a follow-up after the decision: the guard of decisions looks at what was there before.
    ...outcomeRows(laying),
    ...findingRows(laying),
  ]);
  return { projectId, ids };
}

function projectRows({ record, row, own }: Laying) {
  const { sourcing } = record;
  const { projectId: id, clientId } = own;
  return [
    rows().project.create({
      data: {
        ...{ id, clientId, bodyId: record.bodyId && row(record.bodyId), name: id, state: sourcing.state },
        ...{ standardId: record.standardId, scope: record.scope, timeZone: record.timeZone },
        ...{ personsInScope: record.personsInScope, targetOn: on(record.targetOn), createdAt: START },
        answerDueOn: on(sourcing.answerDueOn),
        recommendedProposalId: sourcing.recommendedProposalId && row(sourcing.recommendedProposalId),
        chosenProposalId: sourcing.chosenProposalId && row(sourcing.chosenProposalId),
      },
    }),
    ...some(
      record.siteIds.map((site) => ({ projectId: id, clientId, siteId: row(site) })),
      (data) => rows().projectSite.createMany({ data }),
    ),
  ];
}

function sourcingRows({ record, row, own, parties }: Laying) {
  const { invitedBodyIds, proposals, application, letter, amendment, state } = record.sourcing;
  const { projectId, clientId } = own;
  const requests = invitedBodyIds.map((body, index) => {
    const sentAt = new Date(START.getTime() + index);
    return { id: newId(), projectId, clientId, bodyId: row(body), sentAt };
  });
  const offers = proposals.map((proposal) => ({
    ...{ id: row(proposal.id), projectId, clientId, bodyId: row(proposal.bodyId) },
    ...{ declined: proposal.declined, validUntil: on(proposal.validUntil), receivedOn: START },
    stage1Centidays: proposal.initialCentidays === null ? null : 300,
    stage2Centidays: proposal.initialCentidays === null ? null : proposal.initialCentidays - 300,
    enteredById: row(people.manager),
    enteredByOrganisationId: proposal.enteredByBody ? row(proposal.bodyId) : clientId,
  }));
  const wordsOf = (version: LetterRecord) => ({
    ...{ scope: record.scope, siteIds: version.siteIds.map(row), standardText: "ISO/IEC 27001:2022" },
    ...{ daysText: "10", datesText: "Spring", feesText: "As offered", confidentiality: "Agreed" },
    clientSignedOn: on(version.clientSignedOn),
    clientSignedById: version.clientSignedOn && row(people.executive),
    bodySignedOn: on(version.bodySignedOn),
    bodySignedById: version.bodySignedOn && row(people.planner),
  });
  const isAccepted = state !== "cb_selected";
  const review = { reviewedOn: START, reviewedById: row(people.planner), competence: REASON };
  return [
    ...some(requests, (data) => rows().bodyRequest.createMany({ data })),
    ...some(offers, (data) => rows().proposal.createMany({ data })),
    ...(application
      ? [
          rows().application.create({
            data: {
              ...{ projectId, ...parties, signatory: application.signatory, consultancy: "None" },
              ...{ sentOn: given(application.sentOn), outcome: isAccepted ? "accepted" : "waiting" },
              consultancyBodyRelated: application.consultancyBodyRelated,
              consultancyEndedOn: on(application.consultancyEndedOn),
              ...(isAccepted && review),
            },
          }),
        ]
      : []),
    ...(letter ? [rows().letter.create({ data: { ...own, no: 1, ...wordsOf(letter) } })] : []),
    ...(amendment
      ? [rows().letter.create({ data: { ...own, no: 2, reason: REASON, ...wordsOf(amendment) } })]
      : []),
  ];
}

function caseRows({ record, parties, inCase }: Laying) {
  const held = record.certificationCase;
  if (!held) return [];
  const { caseId, projectId } = inCase;
  const reviews = (["internalAudits", "managementReviews"] as const).flatMap((key) =>
    held[key].map(({ on: day, coversScope }) => ({
      ...{ id: newId(), caseId, ...parties, who: "Ana Ruiz", heldOn: given(day), coversScope },
      kind: key === "internalAudits" ? "internal_audit" : "management_review",
    })),
  );
  const { preAudit, soa, forwardedOn, forwardAnsweredOn } = held;
  return [
    rows().certificationCase.create({
      data: {
        ...{ id: caseId, projectId, ...parties, state: held.state, createdAt: START },
        ...{ soaVersion: soa?.version ?? null, soaApprovedOn: on(soa?.approvedOn ?? null) },
        ...{ forwardedOn: on(forwardedOn), forwardedTo: forwardedOn && "DAkkS" },
        ...{ forwardAnsweredOn: on(forwardAnsweredOn), forwardAnswer: forwardAnsweredOn && REASON },
      },
    }),
    ...some(reviews, (data) => rows().systemRecord.createMany({ data })),
    ...(preAudit
      ? [
          rows().preAudit.create({
            data: {
              ...{ caseId, ...parties, provider: "Cedar Consulting", byBody: preAudit.byBody },
              ...{ startsOn: given(preAudit.startsOn), endsOn: on(preAudit.endsOn) },
            },
          }),
        ]
      : []),
  ];
}

function outcomeRows({ record, row, inCase }: Laying) {
  const { scope, standardId } = record;
  const nothing = {
    lines: [],
    findings: [],
    recommendation: null,
    sites: [],
    soaVersion: null,
    forward: null,
  };
  const dossier = { dossier: { ...nothing, scope, standardId }, sha256: "-" };
  const decisions = record.decisions.map((decision, index) => ({
    ...{ ...inCase, id: row(decision.id), kind: decision.kind, reason: REASON },
    ...{ decidedOn: given(decision.decidedOn), decidedById: row(decision.deciderId) },
    ...{ decidedAt: new Date(START.getTime() + index), dossier },
  }));
  const certificates = record.certificates.map((one, index) => ({
    ...{ ...inCase, id: row(one.id), number: `LAID-${row(one.id)}`, state: one.state },
    ...{ decisionId: row(one.decisionId), decidedOn: given(one.decidedOn) },
    ...{ effectiveFrom: given(one.effectiveFrom), expiresOn: given(one.expiresOn) },
    ...{ organisationName: "Northwind", bodyName: "Alder Cert", scope: record.scope, sites: [] },
    ...{ standardId: record.standardId, timeZone: record.timeZone, publicToken: row(one.id) },
    ...{ suspendedOn: on(one.suspendedOn), suspendedUntil: on(one.suspendedUntil) },
    ...{ issuedById: row(people.planner), issuedAt: new Date(START.getTime() + index) },
  }));
  return [
    ...some(decisions, (data) => rows().decision.createMany({ data })),
    ...some(certificates, (data) => rows().certificate.createMany({ data })),
  ];
}
