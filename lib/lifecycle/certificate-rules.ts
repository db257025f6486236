import { type Day, isAfter, isBefore, isOnOrBefore } from "@/lib/day";
import { latestExpiry, renewedExpiresOn, restoreBy, suspensionEnd } from "./deadlines";
import { isSoaApproved } from "./decision-rules";
import { asks, type Facts, isStated, needs } from "./machine";
import type { CertificateRecord, DecisionRecord, ProjectRecord } from "./record";
import type { WithReason } from "./requirements";

/** The facts of a certificate's commands; `certificate` is null before it is issued. */
export interface CertificateFacts extends Facts {
  certificate: CertificateRecord | null;
}

export interface IssueInput {
  /** Unique per body (CRT-2). */
  number: string;
  effectiveFrom: Day;
  expiresOn: Day;
}

export interface SuspendInput extends WithReason {
  until: Day;
  /** What the client must do so that the certificate is restored. */
  remedies: string;
}

export interface ChangeScopeInput extends WithReason {
  scope: string;
}

export interface RenewInput {
  expiresOn: Day;
}

export interface TransferOutInput {
  /** Number of the successor certificate, already issued by the accepting body (TRF-7). */
  successorNumber: string;
}

/** The decision that counts: the last grant or refusal. */
export function findOutcome(record: ProjectRecord): DecisionRecord | null {
  return record.decisions.findLast(({ kind }) => kind === "grant" || kind === "refuse") ?? null;
}

export const granted = needs(
  "no-grant-decision",
  ({ record }: CertificateFacts) =>
    record.certificationCase?.state === "certified" && findOutcome(record)?.kind === "grant",
);

/** Invariant 10: one active or suspended certificate at a time. */
export const noOtherCertificate = needs(
  "certificate-exists",
  ({ record }: CertificateFacts) => !hasRunning(record),
);

/** One decision gives one certificate, also when that one has ended since. */
export const notIssuedYet = needs("certificate-exists", ({ record }: CertificateFacts) => {
  const decision = findOutcome(record);
  return !hasRunning(record) && record.certificates.every(({ decisionId }) => decisionId !== decision?.id);
});

function hasRunning({ certificates }: ProjectRecord): boolean {
  return certificates.some(({ state }) => state === "active" || state === "suspended");
}

/** CRT-1: what a certificate must show is on record. */
export const showsScopeAndSites = needs(
  "certificate-incomplete",
  ({ record }: CertificateFacts) => isStated(record.scope) && record.siteIds.length > 0,
);

export const showsSoa = needs("soa-not-approved", ({ record, moment }: CertificateFacts) =>
  isSoaApproved(record, findOutcome(record)?.decidedOn ?? moment.on),
);

export const numberStated = asks("number-missing", (_: CertificateFacts, { number }: IssueInput) =>
  isStated(number),
);

export const effectiveAfterDecision = asks(
  "effective-before-decision",
  ({ record }: CertificateFacts, input: IssueInput) => {
    const decision = findOutcome(record);
    return decision === null || !isBefore(input.effectiveFrom, decision.decidedOn);
  },
  ({ record, moment }) => ({ on: findOutcome(record)?.decidedOn ?? moment.on }),
);

export const issuedAfterDecision = needs(
  "issued-before-decision",
  ({ record, moment }: CertificateFacts) => {
    const decision = findOutcome(record);
    return decision === null || !isBefore(moment.on, decision.decidedOn);
  },
  ({ record, moment }) => ({ on: findOutcome(record)?.decidedOn ?? moment.on }),
);

export const expiresAfterEffect = asks("expiry-before-effect", (_: CertificateFacts, input: IssueInput) =>
  isBefore(input.effectiveFrom, input.expiresOn),
);

/** 6.6: never more than three years, counted from the decision. */
export const expiresInThreeYears = asks(
  "expiry-too-late",
  ({ record, moment }: CertificateFacts, input: IssueInput) =>
    !isAfter(input.expiresOn, cycleEnd(record, moment.on)),
  ({ record, moment }) => ({ limit: cycleEnd(record, moment.on) }),
);

function cycleEnd(record: ProjectRecord, on: Day): Day {
  return latestExpiry(findOutcome(record)?.decidedOn ?? on);
}

export const expiresInTransition = asks(
  "expiry-after-transition",
  ({ record }: CertificateFacts, input: IssueInput) =>
    record.edition.transitionEndsOn === null || !isAfter(input.expiresOn, record.edition.transitionEndsOn),
  ({ record }) => ({ limit: record.edition.transitionEndsOn ?? "" }),
);

function lastsUntil(test: (certificate: CertificateRecord, facts: CertificateFacts) => boolean) {
  return (facts: CertificateFacts) => facts.certificate !== null && test(facts.certificate, facts);
}

/** Invariant 11 and every act on a running certificate: it has not expired. */
export const notExpired = needs(
  "certificate-expired",
  lastsUntil(({ expiresOn }, { moment }) => isOnOrBefore(moment.on, expiresOn)),
  ({ certificate, moment }) => ({ on: certificate?.expiresOn ?? moment.on }),
);

export const hasExpired = needs(
  "certificate-not-expired",
  lastsUntil(({ expiresOn }, { moment }) => isAfter(moment.on, expiresOn)),
  ({ certificate, moment }) => ({ on: certificate?.expiresOn ?? moment.on }),
);

export const remediesStated = asks("remedies-missing", (_: CertificateFacts, { remedies }: SuspendInput) =>
  isStated(remedies),
);

export const suspensionInLimit = asks(
  "suspension-too-long",
  (facts: CertificateFacts, { until }: SuspendInput) => !isAfter(until, suspensionLimit(facts)),
  (facts) => ({ limit: suspensionLimit(facts) }),
);

/** After expiry no day could be long enough: then "certificate-expired" says it. */
export const suspensionAhead = asks(
  "suspension-without-length",
  ({ moment, certificate }: CertificateFacts, { until }: SuspendInput) =>
    isAfter(until, moment.on) || isAfter(moment.on, certificate?.expiresOn ?? moment.on),
);

function suspensionLimit({ certificate, moment }: CertificateFacts): Day {
  return suspensionEnd(moment.on, certificate?.expiresOn ?? moment.on, moment.policy).on;
}

export const scopeWritten = asks("scope-missing", (_: CertificateFacts, { scope }: ChangeScopeInput) =>
  isStated(scope),
);

/** REC-5: the new cycle ends three years after the old expiry at the latest. */
export const renewedInCycle = asks(
  "expiry-too-late",
  ({ certificate }: CertificateFacts, { expiresOn }: RenewInput) =>
    certificate !== null && !isAfter(expiresOn, renewedExpiresOn(certificate.expiresOn).on),
  ({ certificate, moment }) => ({ limit: renewedExpiresOn(certificate?.expiresOn ?? moment.on).on }),
);

export const renewedForward = asks(
  "expiry-before-effect",
  ({ certificate }: CertificateFacts, { expiresOn }: RenewInput) =>
    certificate !== null && isAfter(expiresOn, certificate.expiresOn),
);

/** REC-7, invariant 11: restorable within six months after expiry. */
export const restorable = needs(
  "restore-too-late",
  lastsUntil(({ expiresOn }, { moment }) => isOnOrBefore(moment.on, restoreBy(expiresOn).on)),
  ({ certificate, moment }) => ({ limit: restoreBy(certificate?.expiresOn ?? moment.on).on }),
);

export const restorePassed = needs(
  "restore-still-open",
  lastsUntil(({ expiresOn }, { moment }) => isAfter(moment.on, restoreBy(expiresOn).on)),
  ({ certificate, moment }) => ({ limit: restoreBy(certificate?.expiresOn ?? moment.on).on }),
);

export const transitionEnded = needs(
  "transition-not-ended",
  ({ record, moment }: CertificateFacts) =>
    record.edition.transitionEndsOn !== null && isAfter(moment.on, record.edition.transitionEndsOn),
);

export const successorIssued = asks(
  "successor-missing",
  (_: CertificateFacts, { successorNumber }: TransferOutInput) => isStated(successorNumber),
);
