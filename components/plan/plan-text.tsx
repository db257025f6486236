import type { ReactNode } from "react";
import { causeMethodNames } from "@/lib/five-whys";
import type { PlanWords } from "@/lib/store/corrective-actions";

/** The plan as text: what was written, word for word. */
export function PlanText({ plan, children }: { plan: PlanWords; children?: ReactNode }) {
  return (
    <dl className="space-y-4">
      <Words term="Correction">{plan.correction}</Words>
      <Words term="How far the problem reaches">{plan.extent}</Words>
      <Words term={`Root cause (${causeMethodNames[plan.causeMethod].toLowerCase()})`}>{plan.cause}</Words>
      {children}
      <Words term="How the client will know that it worked">{plan.effectivenessCheck}</Words>
    </dl>
  );
}

export function Words({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-medium">{term}</dt>
      <dd className="prose-plain">
        {children === null || children === "" ? <span className="text-subtle">Not stated</span> : children}
      </dd>
    </div>
  );
}
