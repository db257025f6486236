import { addDays } from "@/lib/day";
import { closureDueOn, planDueOn, restoredExpiresOn } from "@/lib/lifecycle/deadlines";
import { gradeOf } from "@/lib/lifecycle/finding-words";
import type { LifecycleCommand } from "@/lib/lifecycle/machines";
import type {
  CertificateRecord,
  FindingRecord,
  Grade,
  PlanRecord,
  ProjectRecord,
} from "@/lib/lifecycle/record";
import { NEW_CERTIFICATE } from "./model";
import {
  type Act,
  dayIn,
  type Effect,
  findingOf,
  patchCertificate,
  patchFinding,
  textIn,
} from "./model-patch";
import { aCertificate, aFinding, aPlan } from "./record";

type Effects = Partial<Record<LifecycleCommand, Effect>>;

const write =
  (patch: (act: Act, finding: FindingRecord) => Partial<FindingRecord>): Effect =>
  (act) =>
    patchFinding(act.record, act.subjectId, patch(act, findingOf(act)));

function endsOnOf({ record }: Act, { auditId }: FindingRecord) {
  return record.audits.find(({ id }) => id === auditId)?.endsOn ?? null;
}

function deadlinesOf(act: Act, finding: FindingRecord, grade: Grade): Partial<FindingRecord> {
  const endsOn = endsOnOf(act, finding) ?? act.moment.on;
  return {
    planDueOn: planDueOn(grade, endsOn, act.moment.policy).on,
    closureDueOn: closureDueOn(grade, endsOn, act.moment.policy).on,
  };
}

const series: Record<Grade, string> = { major: "NC", minor: "NC", opportunity: "OFI", conformity: "C" };

/** The next number of the grade's series in the project: 1, 2, 3 without a hole. */
function nextNumber({ findings }: ProjectRecord, grade: Grade): string {
  const given = findings.filter(({ number }) => number?.startsWith(`${series[grade]}-`)).length;
  return `${series[grade]}-${String(given + 1).padStart(3, "0")}`;
}

function markDone(plan: PlanRecord | null, actionId: string): PlanRecord | null {
  return (
    plan && {
      ...plan,
      actions: plan.actions.map((one) => (one.id === actionId ? { ...one, done: true } : one)),
    }
  );
}

/** NC-8: the major that replaces an ineffective minor, raised in the audit that runs. */
function raiseReplacement(act: Act): ProjectRecord {
  const minor = findingOf(act);
  const running = act.record.audits.find(({ id, state }) => id !== minor.auditId && state === "running");
  const major = aFinding({
    id: `finding-${act.record.findings.length + 1}`,
    auditId: running?.id ?? minor.auditId,
    authorId: act.moment.personId,
    number: nextNumber(act.record, "major"),
    grade: "major",
    state: "open",
    issuedOn: act.moment.on,
    plan: null,
    evidenceFiles: 0,
    verifiedOn: null,
  });
  return {
    ...act.record,
    findings: [...act.record.findings, { ...major, ...deadlinesOf(act, major, "major") }],
  };
}

export const findingEffects: Effects = {
  "nonconformity.raise": write((act, finding) => ({
    number: nextNumber(act.record, gradeOf(finding)),
    issuedOn: act.moment.on,
    grades: [gradeOf(finding)],
    ...deadlinesOf(act, finding, gradeOf(finding)),
  })),
  "nonconformity.editDraft": write(() => ({ hasRequirement: true, hasStatement: true, hasEvidence: true })),
  "nonconformity.savePlan": write(({ input, moment }, { closureDueOn: limit, plan }) => ({
    plan: aPlan({
      hasCause: input.hasCause === true,
      actions: [
        {
          id: "action-1",
          ownerId: "mia-chen",
          dueOn: limit ?? addDays(moment.on, 60),
          // What was done before the plan came back stays done.
          done: plan?.actions.some(({ id, done }) => id === "action-1" && done) ?? false,
        },
      ],
    }),
  })),
  "nonconformity.extendDeadline": write((act) =>
    act.input.deadline === "plan" ? { planDueOn: dayIn(act, "to") } : { closureDueOn: dayIn(act, "to") },
  ),
  "nonconformity.addEvidence": write((_, { evidenceFiles }) => ({ evidenceFiles: evidenceFiles + 1 })),
  "nonconformity.completeAction": write((act, { plan }) => ({
    plan: markDone(plan, textIn(act, "actionId")),
  })),
  "nonconformity.verify": write(({ moment }) => ({ verifiedOn: moment.on })),
  "nonconformity.carryToNextAudit": write((act) => ({ carriedTo: textIn(act, "to") })),
  "nonconformity.notEffective": raiseReplacement,
  "nonconformity.regrade": write((act, finding) => {
    const grade = act.input.grade as Grade;
    const { closureDueOn: due } = deadlinesOf(act, finding, grade);
    const carriedTo = grade === "major" ? null : finding.carriedTo;
    return { grade, grades: [...finding.grades, grade], closureDueOn: due, carriedTo };
  }),
};

/** A new version in the place of this one; only a renewal moves the expiry (invariant 7). */
const succeed =
  (patch: (act: Act) => Partial<CertificateRecord>): Effect =>
  (act) => {
    const { record, subjectId } = act;
    const old = record.certificates.find(({ id }) => id === subjectId) ?? aCertificate();
    const next = {
      ...old,
      id: `certificate-${record.certificates.length + 1}`,
      state: "active" as const,
      version: old.version + 1,
      ...patch(act),
    };
    return { ...record, certificates: [...record.certificates, next] };
  };

export const certificateEffects: Effects = {
  "certificate.issue": (act) => {
    const { record } = act;
    const decision = record.decisions.findLast(({ kind }) => kind === "grant");
    const certificate = aCertificate({
      id: act.subjectId === NEW_CERTIFICATE ? `certificate-${record.certificates.length + 1}` : act.subjectId,
      decisionId: decision?.id ?? "",
      decidedOn: decision?.decidedOn ?? act.moment.on,
      effectiveFrom: dayIn(act, "effectiveFrom"),
      expiresOn: dayIn(act, "expiresOn"),
    });
    return { ...record, certificates: [...record.certificates, certificate] };
  },
  "certificate.suspend": (act) =>
    patchCertificate(act.record, act.subjectId, {
      suspendedOn: act.moment.on,
      suspendedUntil: dayIn(act, "until"),
    }),
  "certificate.restore": ({ record, subjectId }) =>
    patchCertificate(record, subjectId, { suspendedOn: null, suspendedUntil: null }),
  "certificate.restoreAfterExpiry": ({ record, subjectId, moment }) => {
    const old = record.certificates.find(({ id }) => id === subjectId) ?? aCertificate();
    return patchCertificate(record, subjectId, {
      effectiveFrom: moment.on,
      expiresOn: restoredExpiresOn(old.expiresOn).on,
    });
  },
  "certificate.reduceScope": succeed(() => ({})),
  "certificate.expandScope": succeed(() => ({})),
  "certificate.reissue": succeed(() => ({})),
  "certificate.renew": succeed((act) => ({ expiresOn: dayIn(act, "expiresOn") })),
};
