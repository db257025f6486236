import Link from "next/link";
import { GradePill } from "@/components/finding/finding-pills";
import { type Fact, StackedFacts } from "@/components/plan/stacked-facts";
import { Card } from "@/components/ui/card";
import { formatDay } from "@/lib/day";
import { methodNames } from "@/lib/lifecycle/verification-words";
import { paths } from "@/lib/paths";
import { findRequirement } from "@/lib/standards/requirements";
import type { CorrectiveView } from "@/lib/store/corrective-actions";

/** What the finding says, read-only, beside the answer to it. */
export function FindingAside({ org, view }: { org: string; view: CorrectiveView }) {
  const { finding, number, record } = view;
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
      <StackedFacts facts={factsOf(view)} />
    </Card>
  );
}

function factsOf(view: CorrectiveView): Fact[] {
  const { finding, record, requirementRef, verificationMethod } = view;
  const requirement = requirementRef ? findRequirement(record.standardId, requirementRef) : undefined;
  const place = [view.site, view.process].filter(Boolean).join(", ");
  return [
    {
      term: "Requirement",
      value: [requirementRef, view.subRef, requirement?.title].filter(Boolean).join(" "),
    },
    { term: "Statement", value: view.statement },
    { term: "Objective evidence", value: view.objectiveEvidence },
    ...(place ? [{ term: "Where", value: place }] : []),
    { term: "Plan due", value: finding.planDueOn ? formatDay(finding.planDueOn) : "No plan is asked for" },
    {
      term: "Closing due",
      value: finding.closureDueOn ? formatDay(finding.closureDueOn) : "Verified at the next audit",
    },
    ...(verificationMethod && finding.state !== "open"
      ? [{ term: "Verified by means of", value: methodNames[verificationMethod] }]
      : []),
  ];
}
