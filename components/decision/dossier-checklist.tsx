import Link from "next/link";
import { Pill } from "@/components/ui/pill";
import { StatusShape } from "@/components/ui/status-shape";

export interface ChecklistLine {
  code: string;
  label: string;
  met: boolean;
  /** What proves it, or what is missing. */
  proof: string;
  rule: string;
  clause: string;
}

/** The DEC-4 and DEC-5 checklist: each line with its proof and the place where it stands. What is missing comes first. */
export function DossierChecklist({
  lines,
  hrefOf,
}: {
  lines: readonly ChecklistLine[];
  /** The page behind a line; undefined when there is none. */
  hrefOf?: (code: string) => string | undefined;
}) {
  const sorted = [...lines.filter(({ met }) => !met), ...lines.filter(({ met }) => met)];
  return (
    <ul className="divide-y divide-border">
      {sorted.map((line) => (
        <li key={line.code} className="flex gap-3 py-2.5">
          <span className={`pt-1 ${line.met ? "text-success" : "text-warning"}`}>
            <StatusShape kind={line.met ? "success" : "warning"} />
          </span>
          <div className="min-w-0 flex-1 sm:grid sm:grid-cols-[minmax(0,1fr)_auto] sm:gap-x-4">
            <p className="font-medium">
              <DossierLink href={hrefOf?.(line.code)}>{line.label}</DossierLink>
            </p>
            <p className="max-sm:mt-1 sm:row-span-2 sm:text-end">
              {line.met ? (
                <span className="text-muted max-sm:sr-only">Met</span>
              ) : (
                <Pill kind="warning">Missing</Pill>
              )}
            </p>
            <p className="text-compact text-muted">
              {line.proof}{" "}
              <span className="text-subtle">
                {[`Rule ${line.rule}`, line.clause].filter(Boolean).join(" · ")}
              </span>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function DossierLink({ href, children }: { href?: string; children: string }) {
  if (!href) return children;
  return (
    <Link href={href} prefetch={false} className="inline-block min-h-6">
      {children}
    </Link>
  );
}
