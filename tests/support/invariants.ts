import { addMonths, addYears, type Day } from "@/lib/day";
import { sixMonthLimit } from "@/lib/lifecycle/deadlines";
import type { AuditRecord, FindingRecord, ProjectRecord } from "@/lib/lifecycle/record";
import { isCertifiedOn } from "@/lib/lifecycle/standing";
import { deciding, giving, judging, keepingExpiry } from "./invariant-groups";
import type { Entry, World } from "./model";

const counts = (finding: FindingRecord) => !["draft", "void", "superseded"].includes(finding.state);
const done = (finding: FindingRecord) => ["verified", "closed"].includes(finding.state);
const planned = (finding: FindingRecord) =>
  done(finding) || ["plan_accepted", "evidence_submitted"].includes(finding.state);

/** The invariants of domain.md 6.7 that one act has broken, by number; empty when all hold. */
export function listBroken({ record: now, today }: World, entry: Entry): string[] {
  const broken: string[] = [];
  const hold = (number: number, isTrue: boolean) => {
    if (!isTrue) broken.push(`invariant ${number} after ${entry.command}`);
  };
  const { before, after, moment, command } = entry;
  const findings = before.findings.filter(counts);
  if (giving.includes(command)) {
    hold(
      1,
      findings.every((finding) => finding.grade !== "major" || done(finding)),
    );
    hold(
      2,
      findings.every((finding) => finding.grade !== "minor" || planned(finding)),
    );
    hold(
      9,
      findings.every((finding) => isInTime(before, finding, moment.on)),
    );
  }
  if (deciding.includes(command)) {
    hold(3, !teamOf(before).includes(moment.personId));
    hold(20, !before.audits.some(({ state, team }) => state !== "cancelled" && leads(team, moment.personId)));
    hold(5, isFree(before, moment.personId, moment.on));
  }
  hold(4, hasCleanAppeals(after));
  if (command === "audit.startAudit")
    hold(
      5,
      (after.audits.find(({ id }) => id === entry.subjectId)?.team ?? []).every(({ personId }) =>
        isFree(after, personId, moment.on),
      ),
    );
  hold(
    6,
    after.certificates.every(
      (one) =>
        one.effectiveFrom >= one.decidedOn &&
        one.expiresOn > one.effectiveFrom &&
        isWithinCycle(entry, one.effectiveFrom, one.expiresOn),
    ),
  );
  if (command.startsWith("certificate.") && keepingExpiry.includes(command.slice("certificate.".length)))
    hold(7, keepsExpiry(entry));
  hold(
    8,
    after.audits.every((audit) => audit.kind !== "stage2" || !hasBegun(audit) || followsStage1(after, audit)),
  );
  hold(10, after.certificates.filter(({ state }) => state === "active" || state === "suspended").length <= 1);
  if (command === "certificate.restore")
    hold(11, moment.on <= (before.certificates.at(-1)?.expiresOn ?? moment.on));
  hold(
    13,
    after.audits.every((audit) => !hasBegun(audit) || isSigned(after)),
  );
  if (command === "audit.setDates") {
    const audit = after.audits.find(({ id }) => id === entry.subjectId);
    const isShort =
      audit?.requiredCentidays == null || (audit.plannedCentidays ?? 0) < audit.requiredCentidays;
    hold(14, !isShort || entry.justified > 0);
  }
  if (command === "certification.grant") hold(17, isReadyByIs2(before, moment.on));
  hold(
    18,
    after.findings.every((finding) => finding.issuedOn === null || isWellIssued(after, finding)),
  );
  if (judging.includes(command)) {
    const isClient = after.clientPersonIds.includes(moment.personId);
    hold(19, !isClient && (moment.who.side === "body" || moment.recorded || moment.system));
  }
  hold(21, keepsHistory(before, after));
  if (command === "certification.grant")
    hold(
      22,
      before.edition.lastNewCertificateOn === null || moment.on <= before.edition.lastNewCertificateOn,
    );
  const shown = now.certificates.at(-1) ?? null;
  if (isCertifiedOn(shown, today))
    hold(24, shown?.state === "active" && shown.effectiveFrom <= today && today <= shown.expiresOn);
  if (command.endsWith("PreAudit"))
    hold(25, after.audits === before.audits && after.findings === before.findings);
  return broken;
}

/** The version after the act, or its successor, expires on the same day. */
function keepsExpiry({ before, after, subjectId }: Entry): boolean {
  const isOwn = ({ id }: { id: string }) => id === subjectId;
  const isNew = after.certificates.length > before.certificates.length;
  const now = isNew ? after.certificates.at(-1) : after.certificates.find(isOwn);
  return now?.expiresOn === before.certificates.find(isOwn)?.expiresOn;
}

function leads(team: AuditRecord["team"], personId: string): boolean {
  return team.some((one) => one.role === "lead" && one.personId === personId);
}

function teamOf({ audits }: ProjectRecord): string[] {
  return audits
    .filter(({ state }) => state !== "cancelled")
    .flatMap(({ team }) => team.map(({ personId }) => personId));
}

function isFree({ ties }: ProjectRecord, personId: string, on: Day): boolean {
  return ties.every(
    (tie) => tie.personId !== personId || (tie.endedOn !== null && addYears(tie.endedOn, 2) <= on),
  );
}

/** Who handled an appeal neither audits nor decides; earlier and later decisions count alike. */
function hasCleanAppeals(record: ProjectRecord): boolean {
  const handlers = record.decisions
    .filter(({ kind }) => kind === "appeal_upheld")
    .map(({ deciderId }) => deciderId);
  const others = record.decisions
    .filter(({ kind }) => kind !== "appeal_upheld")
    .map(({ deciderId }) => deciderId);
  return handlers.every((personId) => !others.includes(personId) && !teamOf(record).includes(personId));
}

/** Three years at most; a renewal may add the days by which it came early, a restoration counts from the old expiry. */
function isWithinCycle({ before }: Entry, from: Day, until: Day): boolean {
  const old = before.certificates.map(({ expiresOn }) => expiresOn);
  return until <= addYears(from, 3) || old.some((expiry) => until <= addYears(expiry, 3));
}

function hasBegun({ state }: AuditRecord): boolean {
  return ["running", "reported", "concluded"].includes(state);
}

function followsStage1(record: ProjectRecord, stage2: AuditRecord): boolean {
  return record.audits.some(
    ({ kind, state, endsOn }) =>
      kind === "stage1" &&
      state === "concluded" &&
      endsOn !== null &&
      stage2.startsOn !== null &&
      endsOn < stage2.startsOn,
  );
}

function isSigned({ sourcing: { letter } }: ProjectRecord): boolean {
  return letter !== null && letter.clientSignedOn !== null && letter.bodySignedOn !== null;
}

function isReadyByIs2({ certificationCase, needsSoa }: ProjectRecord, on: Day): boolean {
  const held = (list: readonly { on: Day; coversScope: boolean }[] = []) =>
    list.some((one) => one.coversScope && one.on < on);
  const soa = certificationCase?.soa ?? null;
  return (
    held(certificationCase?.internalAudits) &&
    held(certificationCase?.managementReviews) &&
    (!needsSoa || (soa !== null && soa.approvedOn <= on))
  );
}

function isInTime(record: ProjectRecord, finding: FindingRecord, on: Day): boolean {
  const ends = record.audits
    .filter(({ kind, state }) => kind === "stage2" && ["reported", "concluded"].includes(state))
    .map(({ endsOn }) => endsOn);
  const last = ends
    .filter((end) => end !== null)
    .toSorted()
    .at(-1);
  const verifiedOn = finding.verifiedOn ?? on;
  return (
    finding.grade !== "major" ||
    last === undefined ||
    verifiedOn <= sixMonthLimit(last).on ||
    verifiedOn <= addMonths(last, 6)
  );
}

function isWellIssued(record: ProjectRecord, finding: FindingRecord): boolean {
  const audit = record.audits.find(({ id }) => id === finding.auditId);
  const isOpportunity = finding.grade === "opportunity" || finding.grade === "conformity";
  const hasProof =
    finding.hasRequirement &&
    finding.hasStatement &&
    (finding.hasEvidence || finding.grade === "opportunity");
  return (
    hasProof &&
    audit?.kind !== "stage1" &&
    (!isOpportunity || (finding.plan === null && ["recorded", "void"].includes(finding.state)))
  );
}

/** Decisions, certificates, audits and issued findings never vanish; grades are only added to. */
function keepsHistory(before: ProjectRecord, after: ProjectRecord): boolean {
  const has = (items: readonly { id: string }[], id: string) => items.some((one) => one.id === id);
  const gradesGrow = before.findings.every((old) => {
    const now = after.findings.find(({ id }) => id === old.id);
    return now !== undefined && old.grades.every((grade, index) => now.grades[index] === grade);
  });
  return (
    gradesGrow &&
    before.decisions.every((old, index) => after.decisions[index] === old) &&
    before.certificates.every(({ id }) => has(after.certificates, id)) &&
    before.audits.every(({ id }) => has(after.audits, id))
  );
}
