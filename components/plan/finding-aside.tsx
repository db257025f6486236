import Link from "next/link";
import { GradePill } from "@/components/finding/finding-pills";
import { Card } from "@/components/ui/card";
import { formatDay } from "@/lib/day";
import { methodNames } from "@/lib/lifecycle/verification-words";
import { paths } from "@/lib/paths";
import { findRequirement } from "@/lib/standards/requirements";
import type { CorrectiveView } from "@/lib/store/corrective-actions";

/** What the finding says, read-only, beside the answer to it. */
export function FindingAside({ org, view }: { org: string; view: CorrectiveView }) {
  const { finding, number, record } = view;
  const requirement = view.requirementRef
    ? findRequirement(record.standardId, view.requirementRef)
    : undefined;
  const place = [view.site, view.process].filter(Boolean).join(", ");
  return (
    <Card
      id="finding"
      title={
        <span className="flex flex-wrap items-center gap-2">
          <Link href={paths.project(org, record.id).finding(finding.id)} prefetch={false}>
            {number}
          </Link>
          <GradePill grade={finding.grade} />
        </span>
      }
    >
      <dl className="space-y-3">
        <Part term="Requirement">
          {[view.requirementRef, view.subRef].filter(Boolean).join(" ")}
          {requirement && ` ${requirement.title}`}
        </Part>
        <Part term="Statement">{view.statement}</Part>
        <Part term="Objective evidence">{view.objectiveEvidence}</Part>
        {place && <Part term="Where">{place}</Part>}
        <Part term="Plan due">
          {finding.planDueOn ? formatDay(finding.planDueOn) : "No plan is asked for"}
        </Part>
        <Part term="Closing due">
          {finding.closureDueOn ? formatDay(finding.closureDueOn) : "Verified at the next audit"}
        </Part>
        {view.verificationMethod && finding.state !== "open" && (
          <Part term="Verified by means of">{methodNames[view.verificationMethod]}</Part>
        )}
      </dl>
    </Card>
  );
}

function Part({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-meta text-subtle">{term}</dt>
      <dd className="prose-plain">{children}</dd>
    </div>
  );
}
