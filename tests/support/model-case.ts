import type { LifecycleCommand } from "@/lib/lifecycle/machines";
import type {
  AuditKind,
  CaseRecord,
  LetterRecord,
  ProjectRecord,
  ProposalRecord,
} from "@/lib/lifecycle/record";
import { readinessItems } from "@/lib/standards/readiness";
import { type Act, dayIn, type Effect, patchCase, patchSourcing, textIn } from "./model-patch";
import { aCase, aProposal, aStage1 } from "./record";

type Effects = Partial<Record<LifecycleCommand, Effect>>;

/** The letter is signed by both: the case begins (invariant 13). */
function beginCase(record: ProjectRecord, to: string): ProjectRecord {
  if (to !== "engaged") return record;
  const fresh = aCase({ state: "engaged", internalAudits: [], managementReviews: [], soa: null });
  return { ...record, certificationCase: fresh };
}

/** The second signature puts the amendment in the place of the letter. */
function signAmendment(record: ProjectRecord, signed: Partial<LetterRecord>): ProjectRecord {
  const { amendment } = record.sourcing;
  if (amendment === null) return record;
  const next = { ...amendment, ...signed };
  const isInForce = next.clientSignedOn !== null && next.bodySignedOn !== null;
  return patchSourcing(record, isInForce ? { letter: next, amendment: null } : { amendment: next });
}

function cancelOpenAudits(record: ProjectRecord): ProjectRecord {
  const open = ["draft", "team_proposed", "team_confirmed", "planned", "running"];
  return {
    ...record,
    audits: record.audits.map((audit) =>
      open.includes(audit.state)
        ? { ...audit, state: audit.state === "running" ? "terminated" : "cancelled" }
        : audit,
    ),
  };
}

/** An answer of a body takes the place of its earlier one; a recommendation that stood on that one falls. */
function answer(write: (act: Act, before: ProposalRecord) => ProposalRecord): Effect {
  return (act) => {
    const bodyId = act.input.bodyId === undefined ? act.moment.who.organisationId : textIn(act, "bodyId");
    const { proposals, recommendedProposalId } = act.record.sourcing;
    const unsaid = aProposal({
      id: `proposal-of-${bodyId}`,
      bodyId,
      validUntil: null,
      initialCentidays: null,
    });
    const before = proposals.find((one) => one.bodyId === bodyId);
    return patchSourcing(act.record, {
      proposals: [...proposals.filter((one) => one !== before), write(act, before ?? unsaid)],
      recommendedProposalId: recommendedProposalId === before?.id ? null : recommendedProposalId,
    });
  };
}

export const sourcingEffects: Effects = {
  "sourcing.issueRfp": (act) =>
    patchSourcing(act.record, {
      answerDueOn: dayIn(act, "answerDueOn"),
      invitedBodyIds: act.input.bodyIds as string[],
    }),
  "sourcing.receiveProposal": answer((act, proposal) => ({
    ...proposal,
    declined: false,
    enteredByBody: act.moment.who.side === "body",
    validUntil: null,
    initialCentidays: 1000,
  })),
  "sourcing.declineToPropose": answer((_, proposal) => ({
    ...proposal,
    declined: true,
    enteredByBody: true,
  })),
  "sourcing.recommendCb": (act) =>
    patchSourcing(act.record, { recommendedProposalId: textIn(act, "proposalId") }),
  "sourcing.selectCb": ({ record }) => {
    const { recommendedProposalId, proposals } = record.sourcing;
    const chosen = proposals.find(({ id }) => id === recommendedProposalId);
    return {
      ...patchSourcing(record, { chosenProposalId: recommendedProposalId }),
      bodyId: chosen?.bodyId ?? null,
    };
  },
  "sourcing.returnRecommendation": ({ record }) => patchSourcing(record, { recommendedProposalId: null }),
  "sourcing.sendApplication": (act) =>
    patchSourcing(act.record, {
      application: {
        sentOn: act.moment.on,
        signatory: textIn(act, "signatory"),
        consultancyBodyRelated: act.input.consultancyBodyRelated === true,
        consultancyEndedOn: null,
      },
    }),
  "sourcing.declineApplication": ({ record }) => ({
    ...patchSourcing(record, { application: null, chosenProposalId: null, recommendedProposalId: null }),
    bodyId: null,
  }),
  "sourcing.draftLetter": ({ record, input }) =>
    patchSourcing(record, {
      letter: { siteIds: input.siteIds as string[], clientSignedOn: null, bodySignedOn: null },
    }),
  "sourcing.signForClient": ({ record, moment, to }) => {
    const { letter } = record.sourcing;
    return beginCase(
      patchSourcing(record, { letter: letter && { ...letter, clientSignedOn: moment.on } }),
      to,
    );
  },
  "sourcing.signForBody": ({ record, moment, to }) => {
    const { letter } = record.sourcing;
    return beginCase(patchSourcing(record, { letter: letter && { ...letter, bodySignedOn: moment.on } }), to);
  },
  "sourcing.amendLetter": ({ record, input }) =>
    patchSourcing(record, {
      amendment: { siteIds: input.siteIds as string[], clientSignedOn: null, bodySignedOn: null },
    }),
  "sourcing.signAmendmentForClient": ({ record, moment }) =>
    signAmendment(record, { clientSignedOn: moment.on }),
  "sourcing.signAmendmentForBody": ({ record, moment }) => signAmendment(record, { bodySignedOn: moment.on }),
  "sourcing.withdrawAmendment": ({ record }) => patchSourcing(record, { amendment: null }),
  "sourcing.terminateEngagement": ({ record }) => {
    const off = cancelOpenAudits(record);
    return off.certificationCase?.state === "certified" ? off : patchCase(off, { state: "closed" });
  },
};

function decide(kind: ProjectRecord["decisions"][number]["kind"]): Effect {
  return ({ record, moment }) => ({
    ...record,
    decisions: [
      ...record.decisions,
      {
        id: `decision-${record.decisions.length + 1}`,
        kind,
        decidedOn: moment.on,
        deciderId: moment.personId,
      },
    ],
  });
}

const held =
  (key: "internalAudits" | "managementReviews"): Effect =>
  (act) => {
    const before: CaseRecord[typeof key] = act.record.certificationCase?.[key] ?? [];
    const one = { on: dayIn(act, "on"), coversScope: act.input.coversScope === true };
    return patchCase(act.record, { [key]: [...before, one] });
  };

/** What the offer of every proposal here says of each audit, in hundredths of a day (1,000 for both stages). */
export const offeredCentidays = { stage1: 300, stage2: 700, follow_up: null } as const;

export const caseEffects: Effects = {
  "certification.startPreAudit": (act) =>
    patchCase(act.record, {
      preAudit: { byBody: act.input.byBody === true, startsOn: dayIn(act, "startsOn"), endsOn: null },
    }),
  "certification.finishPreAudit": (act) => {
    const preAudit = act.record.certificationCase?.preAudit ?? null;
    return patchCase(act.record, { preAudit: preAudit && { ...preAudit, endsOn: dayIn(act, "endsOn") } });
  },
  "certification.recordInternalAudit": held("internalAudits"),
  "certification.recordManagementReview": held("managementReviews"),
  "certification.recordSoa": (act) =>
    patchCase(act.record, { soa: { version: textIn(act, "version"), approvedOn: dayIn(act, "approvedOn") } }),
  "certification.createAudit": ({ record, input }) => {
    const kind = input.kind as AuditKind;
    const empty = aStage1({
      id: `audit-${record.audits.length + 1}`,
      kind,
      state: "draft",
      startsOn: null,
      endsOn: null,
      requiredCentidays: offeredCentidays[kind],
      plannedCentidays: null,
      team: [],
      teamProposedOn: null,
      readiness: { looked: 0, listed: readinessItems(record.standardId).length, missing: 0 },
      conclusion: null,
      reportIssuedOn: null,
    });
    return { ...record, audits: [...record.audits, empty] };
  },
  "certification.forwardToAccreditationBody": ({ record, moment }) =>
    patchCase(record, { forwardedOn: moment.on }),
  "certification.recordAccreditationAnswer": (act) =>
    patchCase(act.record, { forwardAnsweredOn: dayIn(act, "answeredOn") }),
  "certification.returnForMore": decide("return"),
  "certification.grant": decide("grant"),
  "certification.refuse": decide("refuse"),
  "certification.upholdAppeal": decide("appeal_upheld"),
  "certification.withdrawApplication": ({ record }) => cancelOpenAudits(record),
};
