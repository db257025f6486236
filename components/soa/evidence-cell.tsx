import Link from "next/link";
import type { SoaLine } from "@/lib/soa/statement";

/** What shows the control, and the way to more of it. The link has the keyboard's place in the cell. */
export function EvidenceCell({
  line,
  cell,
  base,
  isAt,
  canEdit,
  onFocus,
}: {
  line: SoaLine;
  cell: string;
  /** Address of the page with its filters. */
  base: string;
  isAt: boolean;
  canEdit: boolean;
  onFocus: () => void;
}) {
  const proofs = line.proofs ?? [];
  return (
    <td data-label="Evidence" data-cell={cell} className="is-evidence">
      {proofs.map(({ id, label }) => (
        <span key={id} className="block break-words">
          {label}
        </span>
      ))}
      {canEdit ? (
        <Link
          href={`${base}${base.includes("?") ? "&" : "?"}evidence=${encodeURIComponent(line.ref)}#evidence`}
          prefetch={false}
          tabIndex={isAt ? 0 : -1}
          onFocus={onFocus}
          aria-label={`${proofs.length === 0 ? "Add evidence" : "Change evidence"} of ${line.ref}`}
          className="inline-block py-0.5"
        >
          {proofs.length === 0 ? "Add" : "Change"}
        </Link>
      ) : (
        proofs.length === 0 && <span className="soa-empty">None</span>
      )}
    </td>
  );
}
