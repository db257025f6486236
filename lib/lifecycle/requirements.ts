import { asks, type Facts, isStated, MIN_REASON, needs, needsPerson } from "./machine";
import {
  hasOpenConflict,
  hasOutcome,
  isBodyTied,
  isEngaged,
  isOnAnyTeam,
  isTied,
  listMajorsPastLimit,
  listUnplannedMinors,
  listUnverifiedMajors,
} from "./reading";
import type { AuditRecord } from "./record";
import { powersOf } from "./who";

/** An input whose reason is kept and told to the other side. */
export interface WithReason {
  /** At least MIN_REASON characters. */
  reason: string;
}

/** Audit facts as far as the guards of several machines need them. */
interface SubjectAudit extends Facts {
  audit: AuditRecord;
}

export const reasonGiven = asks(
  "reason-missing",
  (_: Facts, { reason }: WithReason) => isStated(reason, MIN_REASON),
  () => ({
    least: MIN_REASON,
  }),
);

/** APP-6, invariant 13: nothing is audited before both sides have signed. */
export const letterSigned = needs("letter-not-signed", ({ record }: Facts) => isEngaged(record));

/** DEC-1: the decider carried out none of the audits. */
export const deciderDidNotAudit = needsPerson(
  "decider-audited",
  ({ moment, record }: Facts) => !isOnAnyTeam(record, moment.personId),
);

/** IMP-4: two years after consultancy nobody takes part in any certification activity for that client. */
export const personUntied = needsPerson(
  "person-tied",
  ({ moment, record }: Facts) => !isTied(record, moment.personId, moment.on),
);

/** IMP-7: a declared conflict bars the person from every certification activity until the body has cleared it. */
export const personUnconflicted = needsPerson(
  "person-conflict",
  ({ moment, record }: Facts) => !hasOpenConflict(record, moment.personId, moment.on),
);

/** Invariant 4: who handled an appeal of this case does not decide it. */
export const deciderHandledNoAppeal = needsPerson(
  "decider-handled-appeal",
  ({ moment, record }: Facts) =>
    !record.decisions.some(
      ({ kind, deciderId }) => kind === "appeal_upheld" && deciderId === moment.personId,
    ),
);

/** Separation of duties of every deciding command: DEC-1, IMP-4, IMP-7, APL-1. */
export const independentDecider = [
  deciderDidNotAudit,
  personUntied,
  personUnconflicted,
  deciderHandledNoAppeal,
];

export const bodyDidNoInternalAudit = needs(
  "body-did-internal-audit",
  ({ moment, record }: Facts) => !isBodyTied(record, record.bodyId, "internal_audit", moment.on),
);

export const bodyGaveNoConsultancy = needs(
  "body-gave-consultancy",
  ({ moment, record }: Facts) => !isBodyTied(record, record.bodyId, "consultancy", moment.on),
);

/** DEC-4 b: each major's correction and corrective action is verified. */
export const majorsVerified = needs(
  "major-not-verified",
  ({ record }: Facts) => listUnverifiedMajors(record).length === 0,
  ({ record }) => ({ findings: nameFindings(listUnverifiedMajors(record)) }),
);

/** DEC-4 c: each minor's plan is accepted. */
export const minorsPlanned = needs(
  "minor-not-planned",
  ({ record }: Facts) => listUnplannedMinors(record).length === 0,
  ({ record }) => ({ findings: nameFindings(listUnplannedMinors(record)) }),
);

/** DEC-6, invariant 9: a major that was not verified within six months needs another Stage 2. */
export const noMajorPastLimit = needs(
  "six-months-passed",
  ({ moment, record }: Facts) => listMajorsPastLimit(record, moment.on).length === 0,
  ({ moment, record }) => ({ findings: nameFindings(listMajorsPastLimit(record, moment.on)) }),
);

/** DEC-4 and DEC-6 together: what every positive decision stands on. */
export const findingsReady = [majorsVerified, minorsPlanned, noMajorPastLimit];

/** Invariant 22: the edition may still be certified on the day of the decision. */
export const editionUsable = needs(
  "edition-not-usable",
  ({ moment, record }: Facts) => isEditionUsable(record.edition.lastNewCertificateOn, moment.on),
  ({ record }) => ({ lastOn: record.edition.lastNewCertificateOn ?? "" }),
);

function isEditionUsable(lastOn: string | null, on: string): boolean {
  return lastOn === null || on <= lastOn;
}

/** A lead's act: the person leads this audit (TEAM-1). */
export const actsAsLead = needsPerson("not-lead", ({ moment, audit }: SubjectAudit) =>
  audit.team.some(({ personId, role }) => personId === moment.personId && role === "lead"),
);

/** Whether the person asks as an auditor only; who plans for the body, or is recorded, needs no place on the team. */
export function asksAsAuditorOnly({ moment }: Pick<Facts, "moment">): boolean {
  const powers = powersOf(moment.who);
  return !moment.recorded && powers.includes("body:auditor") && !powers.includes("body:planner");
}

/** An act of the lead or of the body's planner; a recorded act may be the planner's. */
export const actsAsLeadOrPlanner = needsPerson(
  "not-lead",
  ({ moment, audit }: SubjectAudit) =>
    !asksAsAuditorOnly({ moment }) ||
    audit.team.some(({ personId, role }) => personId === moment.personId && role === "lead"),
);

/** An auditor's act: the person audits in this audit; experts, observers and trainees do not (TEAM-2). */
export const actsOnTeam = needsPerson("not-on-team", ({ moment, audit }: SubjectAudit) =>
  audit.team.some(
    ({ personId, role }) => personId === moment.personId && (role === "lead" || role === "auditor"),
  ),
);

/** Grades and grounds of a decided case do not move any more. */
export const notDecided = needs("already-decided", ({ record }: Facts) => !hasOutcome(record));

/** "NC-001, NC-004" */
export function nameFindings(findings: readonly { number: string | null }[]): string {
  return findings.map(({ number }) => number ?? "a finding without number").join(", ");
}
