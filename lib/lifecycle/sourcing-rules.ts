import { type Day, isAfter, isBefore } from "@/lib/day";
import type { RecommendCbInput } from "./choice-rules";
import { asks, type Facts, isStated, MIN_REASON, needs } from "./machine";
import { findProposal, isBodyTied, isTooRecent, isUnexpired } from "./reading";
import type { ProposalRecord } from "./record";

/** Fewer comparable proposals than this need a reason (domain.md 5.1: compare at least three). */
export const ENOUGH_PROPOSALS = 3;
/** A proposal below this share of the expected days needs a reason (domain.md 5.3), in percent. */
export const LOW_DAYS_PERCENT = 70;

export interface IssueRfpInput {
  answerDueOn: Day;
  bodyIds: readonly string[];
}

export interface SendApplicationInput {
  /** Who signs for the client (APP-2). */
  signatory: string;
  /** What consultancy was received for the system and from whom; "None" is a statement too (APP-1). */
  consultancy: string;
  consultancyBodyRelated: boolean;
  consultancyEndedOn: Day | null;
}

export interface AcceptApplicationInput {
  /** The competence that the audit team and the decision need (APP-5). */
  competence: string;
}

export const scopeStated = needs("scope-missing", ({ record }: Facts) => isStated(record.scope));
export const siteStated = needs("site-missing", ({ record }: Facts) => record.siteIds.length > 0);
export const personsStated = needs("persons-missing", ({ record }: Facts) => record.personsInScope > 0);

export const answerDueAhead = asks(
  "answer-due-passed",
  ({ moment }: Facts, input: IssueRfpInput) => !isBefore(input.answerDueOn, moment.on),
  ({ moment }) => ({ on: moment.on }),
);

export const bodyInvited = asks(
  "no-body-invited",
  (_: Facts, input: IssueRfpInput) => input.bodyIds.length > 0,
);

export const hasProposal = needs("no-proposal", (facts: Facts) => countUnexpired(facts) > 0);

/** Asked only when there is a proposal at all: without one, "no-proposal" says enough. */
export const hasEnoughProposals = needs(
  "few-proposals",
  (facts: Facts) => countUnexpired(facts) === 0 || countUnexpired(facts) >= ENOUGH_PROPOSALS,
  (facts) => ({ count: countUnexpired(facts), least: ENOUGH_PROPOSALS }),
);

function countUnexpired({ moment, record }: Facts): number {
  return record.sourcing.proposals.filter((proposal) => isUnexpired(proposal, moment.on)).length;
}

/** A guard over the proposal that is recommended; without such a proposal only "proposal-unknown" speaks. */
function holdsFor(test: (proposal: ProposalRecord, facts: Facts) => boolean) {
  return (facts: Facts, { proposalId }: RecommendCbInput) => {
    const proposal = findProposal(facts.record, proposalId);
    return proposal === null || test(proposal, facts);
  };
}

export const proposalKnown = asks(
  "proposal-unknown",
  ({ record }: Facts, { proposalId }: RecommendCbInput) => findProposal(record, proposalId) !== null,
);

export const proposalUnexpired = asks(
  "proposal-expired",
  holdsFor((proposal, { moment }) => isUnexpired(proposal, moment.on)),
);

export const bodyAccredited = asks(
  "body-not-accredited",
  holdsFor(
    ({ accredited, accreditedFrom }, { moment }) =>
      accredited && (accreditedFrom === null || !isAfter(accreditedFrom, moment.on)),
  ),
);

export const daysPlausible = asks(
  "days-too-low",
  holdsFor(
    ({ initialCentidays, expectedCentidays }) =>
      initialCentidays === null ||
      expectedCentidays === null ||
      initialCentidays * 100 >= expectedCentidays * LOW_DAYS_PERCENT,
  ),
  () => ({ percent: LOW_DAYS_PERCENT }),
);

export const daysStated = asks(
  "days-not-stated",
  holdsFor(({ initialCentidays }) => initialCentidays !== null),
);

/** Accreditation lasts until the day on which the certificate is planned to be decided. */
export const accreditationLasts = asks(
  "accreditation-ends-early",
  holdsFor(({ accreditedUntil }, { record, moment }) => {
    return accreditedUntil === null || !isBefore(accreditedUntil, record.targetOn ?? moment.on);
  }),
);

export const proposerDidNoInternalAudit = asks(
  "body-did-internal-audit",
  holdsFor(({ bodyId }, { record, moment }) => !isBodyTied(record, bodyId, "internal_audit", moment.on)),
);

export const proposerGaveNoConsultancy = asks(
  "body-gave-consultancy",
  holdsFor(({ bodyId }, { record, moment }) => !isBodyTied(record, bodyId, "consultancy", moment.on)),
);

export const bodyRecommended = needs(
  "no-recommendation",
  ({ record }: Facts) => record.sourcing.recommendedProposalId !== null,
);

/** The same checks again on the day of the choice, over the recommended proposal. */
export const recommendedUnexpired = needs("proposal-expired", ({ record, moment }: Facts) => {
  const proposal = findProposal(record, record.sourcing.recommendedProposalId);
  return proposal === null || isUnexpired(proposal, moment.on);
});

function isRecommendedTied({ record, moment }: Facts, kind: "internal_audit" | "consultancy"): boolean {
  const proposal = findProposal(record, record.sourcing.recommendedProposalId);
  return proposal !== null && isBodyTied(record, proposal.bodyId, kind, moment.on);
}

export const recommendedDidNoInternalAudit = needs(
  "body-did-internal-audit",
  (facts: Facts) => !isRecommendedTied(facts, "internal_audit"),
);

export const recommendedGaveNoConsultancy = needs(
  "body-gave-consultancy",
  (facts: Facts) => !isRecommendedTied(facts, "consultancy"),
);

export const applicationNotSent = needs(
  "application-already-sent",
  ({ record }: Facts) => record.sourcing.application === null,
);

export const applicationSent = needs(
  "application-not-sent",
  ({ record }: Facts) => record.sourcing.application !== null,
);

export const applicationSigned = asks("application-unsigned", (_: Facts, input: SendApplicationInput) =>
  isStated(input.signatory),
);

export const consultancyStated = asks("consultancy-not-stated", (_: Facts, input: SendApplicationInput) =>
  isStated(input.consultancy),
);

/** IMP-3 over what the client declared in its application. */
export const declaredConsultancyOver = needs("body-gave-consultancy", ({ record, moment }: Facts) => {
  const { application } = record.sourcing;
  return !application?.consultancyBodyRelated || !isTooRecent(application.consultancyEndedOn, moment.on);
});

export const competenceNoted = asks("competence-missing", (_: Facts, input: AcceptApplicationInput) =>
  isStated(input.competence, MIN_REASON),
);
