import { findAudit } from "@/lib/lifecycle/reading";
import type { ProjectRecord } from "@/lib/lifecycle/record";
import type { paths } from "@/lib/paths";

type ProjectPaths = ReturnType<(typeof paths)["project"]>;

/** Where the proof of a line of the dossier stands. */
export function dossierLinks(to: ProjectPaths, record: ProjectRecord): (code: string) => string | undefined {
  const stage2 = findAudit(record, "stage2");
  const report = stage2 ? to.auditReport(stage2.id) : to.audits;
  const hrefs: Record<string, string> = {
    "letter-not-signed": to.engagement,
    "body-did-internal-audit": to.engagement,
    "body-gave-consultancy": to.engagement,
    "report-missing": report,
    "recommendation-missing": report,
    "major-not-verified": to.findings,
    "minor-not-planned": to.findings,
    "six-months-passed": to.findings,
    "internal-audit-missing": to.preparation,
    "management-review-missing": to.preparation,
    "soa-not-approved": to.preparation,
  };
  return (code) => hrefs[code];
}
