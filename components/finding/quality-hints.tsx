import { StatusShape } from "@/components/ui/status-shape";
import type { FindingRecord } from "@/lib/lifecycle/record";

/** What a complete finding states (NC-3), ticked or still missing: hints while drafting, rules when it is issued. */
export function QualityHints({ finding }: { finding: FindingRecord }) {
  const hints = [
    { label: "Grade", isThere: finding.grade !== null },
    { label: "Requirement", isThere: finding.hasRequirement },
    { label: "Evidence", isThere: finding.hasEvidence },
    { label: "Gap stated", isThere: finding.hasStatement },
  ];
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-meta">
      {hints.map(({ label, isThere }) => (
        <li
          key={label}
          className={`flex items-center gap-1.5 ${isThere ? "text-success-fg" : "text-warning-fg"}`}
        >
          <StatusShape kind={isThere ? "success" : "warning"} />
          {isThere ? label : `${label} missing`}
        </li>
      ))}
    </ul>
  );
}
