import { addDays, type Day, daysBetween, formatDay, isOnOrBefore, maxDay } from "@/lib/day";
import { countBlockingConcerns } from "./certification-rules";
import { listOwed, sortOwed } from "./owed";
import { REPORT_DAYS } from "./owed-audit";
import type { OwedItem } from "./owed-item";
import type { Policy } from "./policy";
import { findAudit, isReported, isVerified, listNonconformities, listUnverifiedMajors } from "./reading";
import type { CertificateRecord, ProjectRecord } from "./record";

export type Tone = "on_track" | "at_risk" | "late" | "certified" | "refused" | "not_started";

/** Where the project stands, in one sentence with its cause. */
export interface Verdict {
  tone: Tone;
  sentence: string;
  expectedOn: Day | null;
  because: string;
}

/** Fewer days than this between forecast and target are a risk. */
export const SLACK_DAYS = 14;

/** The usual days of each step that has no day of its own yet (domain.md 5.1), for the forecast only. */
export const usualDays = {
  request: 28,
  comparison: 14,
  application: 14,
  letter: 14,
  beforeStage1: 28,
  stage1: 2,
  betweenStages: 42,
  stage2: 3,
  decision: 14,
  certificate: 7,
} as const;

/** The numbers that overview, portfolio and lists show: one function, one number. */
export interface Counts {
  openMajors: number;
  openMinors: number;
  verified: number;
  blockingConcerns: number;
  overdueClient: number;
  overdueBody: number;
  waitingDecisions: number;
}

export function countStanding(record: ProjectRecord, today: Day, policy: Policy): Counts {
  const findings = listNonconformities(record);
  const open = findings.filter((finding) => !isVerified(finding));
  const overdue = listOwed(record, today, policy).filter((item) => item.overdue);
  return {
    openMajors: open.filter(({ grade }) => grade === "major").length,
    openMinors: open.filter(({ grade }) => grade === "minor").length,
    verified: findings.length - open.length,
    blockingConcerns: countBlockingConcerns(findAudit(record, "stage1")),
    overdueClient: overdue.filter(({ side }) => side === "client").length,
    overdueBody: overdue.filter(({ side }) => side === "body").length,
    waitingDecisions: record.certificationCase?.state === "review_pending" ? 1 : 0,
  };
}

/** The certificate that counts now: the last one issued. */
export function findCertificate(record: ProjectRecord): CertificateRecord | null {
  return record.certificates.at(-1) ?? null;
}

/** Invariant 24: shown as certified to the outside only while active and within its days. */
export function isCertifiedOn(certificate: CertificateRecord | null, today: Day): boolean {
  if (certificate === null || certificate.state !== "active") return false;
  return isOnOrBefore(certificate.effectiveFrom, today) && isOnOrBefore(today, certificate.expiresOn);
}

/**
 * The day on which the certificate is expected: the days that are fixed, and the usual length of each step that is
 * left. Null when no certificate is on its way (refused, closed, or issued already).
 */
export function forecastCertificate(record: ProjectRecord, today: Day, policy: Policy): Day | null {
  const { certificationCase, sourcing } = record;
  if (sourcing.state === "closed" || record.certificates.length > 0) return null;
  if (certificationCase !== null && ["refused", "closed"].includes(certificationCase.state)) return null;
  if (certificationCase?.state === "certified") return addDays(today, usualDays.certificate);
  const decision = maxDay(findReadyForDecision(record, today, policy), today);
  return addDays(decision, usualDays.decision + usualDays.certificate);
}

/** The day on which the file is expected to be ready for the decision. */
function findReadyForDecision(record: ProjectRecord, today: Day, policy: Policy): Day {
  if (record.certificationCase?.state === "review_pending") return today;
  const stage2 = findAudit(record, "stage2");
  const findings = listNonconformities(record);
  if (isReported(stage2)) {
    const dueDays = findings
      .filter((finding) => !isVerified(finding))
      .map(({ grade, closureDueOn, planDueOn }) => (grade === "major" ? closureDueOn : planDueOn))
      .filter((day) => day !== null);
    return maxDay(today, ...dueDays);
  }
  const ends = maxDay(stage2?.endsOn ?? findUsualStage2End(record, today), today);
  return addDays(ends, Math.max(REPORT_DAYS, policy.planDays));
}

function findUsualStage2End(record: ProjectRecord, today: Day): Day {
  const stage1 = findAudit(record, "stage1");
  const stage1Ends =
    stage1?.endsOn ?? addDays(findSigned(record, today), usualDays.beforeStage1 + usualDays.stage1);
  const stage2Starts = maxDay(addDays(stage1Ends, usualDays.betweenStages), today);
  return addDays(stage2Starts, usualDays.stage2);
}

/** The day on which both signatures are expected. */
function findSigned({ sourcing, certificationCase }: ProjectRecord, today: Day): Day {
  if (certificationCase !== null) return today;
  const { comparison, application, letter, request } = usualDays;
  switch (sourcing.state) {
    case "planning":
      return addDays(today, request + comparison + application + letter);
    case "rfp_open":
      return addDays(maxDay(sourcing.answerDueOn ?? today, today), comparison + application + letter);
    case "evaluating":
      return addDays(today, comparison + application + letter);
    case "cb_selected":
      return addDays(today, application + letter);
    default:
      return addDays(today, letter);
  }
}

/** Where the project stands against its target, and the first cause. */
export function findVerdict(record: ProjectRecord, today: Day, policy: Policy): Verdict {
  const certified = findOutcomeVerdict(record, today);
  if (certified !== null) return certified;
  const expectedOn = forecastCertificate(record, today, policy);
  if (record.sourcing.state === "planning")
    return {
      tone: "not_started",
      sentence: "No certification body is asked yet.",
      expectedOn,
      because: "The request for proposals is not issued.",
    };
  const late = sortOwed(listOwed(record, today, policy)).filter(({ overdue }) => overdue);
  const because = findCause(record, late);
  if (expectedOn === null)
    return { tone: "at_risk", sentence: "No certificate is on its way.", expectedOn, because };
  const slack = record.targetOn === null ? null : daysBetween(expectedOn, record.targetOn);
  if (slack !== null && slack < 0)
    return {
      tone: "late",
      sentence: `The certificate is expected ${countDays(-slack)} after the target.`,
      expectedOn,
      because,
    };
  if (late.length > 0 || (slack !== null && slack < SLACK_DAYS))
    return {
      tone: "at_risk",
      sentence: `The certificate is expected on ${formatDay(expectedOn)}, and that is at risk.`,
      expectedOn,
      because,
    };
  return {
    tone: "on_track",
    sentence: `On track: the certificate is expected on ${formatDay(expectedOn)}.`,
    expectedOn,
    because,
  };
}

function findCause(record: ProjectRecord, late: readonly OwedItem[]): string {
  const [first] = late;
  if (first?.dueOn) return `Overdue since ${formatDay(first.dueOn)}: ${lowerFirst(first.what)}.`;
  const majors = listUnverifiedMajors(record).length;
  if (majors > 0)
    return majors === 1 ? "1 major is not verified yet." : `${majors} majors are not verified yet.`;
  return record.targetOn === null ? "No target is set." : `The target is ${formatDay(record.targetOn)}.`;
}

/** "Submit the plan of NC-003" inside a sentence. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function countDays(days: number): string {
  return days === 1 ? "1 day" : `${days} days`;
}

function findOutcomeVerdict(record: ProjectRecord, today: Day): Verdict | null {
  const certificate = findCertificate(record);
  const state = record.certificationCase?.state;
  if (isCertifiedOn(certificate, today) && certificate !== null)
    return {
      tone: "certified",
      sentence: `Certified until ${formatDay(certificate.expiresOn)}.`,
      expectedOn: certificate.effectiveFrom,
      because: "The certificate is active.",
    };
  if (certificate !== null)
    return {
      tone: certificate.state === "active" ? "certified" : "at_risk",
      sentence: certificateSentence(certificate),
      expectedOn: null,
      because: `The certificate is valid until ${formatDay(certificate.expiresOn)} at the latest.`,
    };
  if (state === "refused")
    return {
      tone: "refused",
      sentence: "Certification is refused.",
      expectedOn: null,
      because: "The decider refused it; the client may appeal.",
    };
  if (state === "closed" || record.sourcing.state === "closed")
    return {
      tone: "refused",
      sentence: "The project is closed.",
      expectedOn: null,
      because: "The engagement has ended.",
    };
  return null;
}

function certificateSentence({ state, effectiveFrom, suspendedUntil }: CertificateRecord): string {
  if (state === "active") return `The certificate takes effect on ${formatDay(effectiveFrom)}.`;
  if (state === "suspended")
    return suspendedUntil === null
      ? "The certificate is suspended."
      : `The certificate is suspended until ${formatDay(suspendedUntil)}.`;
  return `The certificate is ${state.replaceAll("_", " ")}.`;
}
