import { type Day, formatDay } from "@/lib/day";
import { type Condition, factsOn, listConditions } from "./conditions";
import { nameOfFinding, recommendationNames } from "./naming";
import type { Policy } from "./policy";
import { findAudit, listNonconformities } from "./reading";
import type { FindingRecord, ProjectRecord } from "./record";
import { type Refusal, refuse } from "./refusal";
import { independentDecider } from "./requirements";

/** One line of the decider's file: the condition and what proves it, or what is missing. */
export interface DossierLine extends Condition {
  proof: string;
}

/** The DEC-4 and DEC-5 checklist of a decision, each line with its proof in words. */
export function listDossier(record: ProjectRecord, today: Day, policy: Policy): DossierLine[] {
  return listConditions(record, today, policy, "decision").map((condition) => ({
    ...condition,
    proof: condition.why ?? proofOf(record, condition.code),
  }));
}

/** Why this person cannot decide in this case (DEC-1, IMP-4, APL-1); null when nothing stands against it. */
export function findBar(record: ProjectRecord, personId: string, today: Day, policy: Policy): Refusal | null {
  if (record.clientPersonIds.includes(personId))
    return refuse("not-yours", { who: "a decider of the certification body" });
  const facts = factsOn(record, today, policy);
  const asking = { ...facts, moment: { ...facts.moment, personId } };
  const bar = independentDecider.find((requirement) => !requirement.holds(asking, undefined));
  return bar === undefined ? null : refuse(bar.code, bar.data(asking, undefined));
}

function proofOf(record: ProjectRecord, code: Condition["code"]): string {
  const { certificationCase, sourcing, edition } = record;
  const stage2 = findAudit(record, "stage2");
  switch (code) {
    case "letter-not-signed":
      return `Client ${dayOr(sourcing.letter?.clientSignedOn)}, body ${dayOr(sourcing.letter?.bodySignedOn)}.`;
    case "report-missing":
      return `Issued on ${dayOr(stage2?.reportIssuedOn)}.`;
    case "recommendation-missing":
      return stage2?.recommendation ? `${recommendationNames[stage2.recommendation]}.` : "Not stated.";
    case "major-not-verified":
      return listProof(listNonconformities(record), "major", "No major.");
    case "minor-not-planned":
      return listProof(listNonconformities(record), "minor", "No minor.");
    case "internal-audit-missing":
      return heldProof(certificationCase?.internalAudits);
    case "management-review-missing":
      return heldProof(certificationCase?.managementReviews);
    case "soa-not-approved":
      return certificationCase?.soa
        ? `Version ${certificationCase.soa.version}, approved on ${formatDay(certificationCase.soa.approvedOn)}.`
        : "Not needed for this standard.";
    case "edition-not-usable":
      return edition.lastNewCertificateOn
        ? `New certificates until ${formatDay(edition.lastNewCertificateOn)}.`
        : "No transition announced.";
    case "six-months-passed":
      return "No major passed its six months.";
    default:
      return "No such work is declared.";
  }
}

function dayOr(day: Day | null | undefined): string {
  return day == null ? "not stated" : formatDay(day);
}

function heldProof(held: readonly { on: Day; coversScope: boolean }[] | undefined): string {
  const days = held?.filter(({ coversScope }) => coversScope).map(({ on }) => formatDay(on)) ?? [];
  return `Held on ${days.join(", ")}.`;
}

function listProof(findings: readonly FindingRecord[], grade: "major" | "minor", none: string): string {
  const own = findings.filter((finding) => finding.grade === grade);
  if (own.length === 0) return none;
  const names = own.map((finding) => {
    const verified = finding.verifiedOn === null ? "" : ` (verified ${formatDay(finding.verifiedOn)})`;
    return `${nameOfFinding(finding)}${verified}`;
  });
  return `${names.join(", ")}.`;
}
