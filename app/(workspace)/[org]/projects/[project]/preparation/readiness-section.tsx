import { ReadinessTable } from "@/components/preparation/readiness-table";
import { Card } from "@/components/ui/card";
import type { Actor } from "@/lib/actor";
import { currentDay } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { checkReadiness, type ReadinessLine, tellReadiness } from "@/lib/preparation/readiness";
import { checkRegister, countRegister, isReviewOverdue } from "@/lib/preparation/register";
import { mandatoryDocuments } from "@/lib/standards/documents";
import { readAwarenessCount } from "@/lib/store/awareness";
import { readDocuments } from "@/lib/store/documents";
import { readPreparationPlan } from "@/lib/store/plan-tasks";
import { readTreatmentCount } from "@/lib/store/treatment";

/** How ready the client is for Stage 1, counted from the record with the formula beside each count. The client's own to see. */
export async function ReadinessSection({
  actor,
  org,
  project,
}: {
  actor: Actor;
  org: string;
  project: string;
}) {
  const { record, ...register } = await readDocuments(actor, project);
  const { tasks } = await readPreparationPlan(actor, project);
  const today = currentDay(record.timeZone);
  const lines = checkReadiness({
    record,
    documents: countRegister(
      checkRegister(mandatoryDocuments(record.standardId), register.documents, register),
    ),
    overdueReviews: register.documents.filter(({ reviewDueOn }) => isReviewOverdue(reviewDueOn, today))
      .length,
    soa: register.soa,
    proven: register.proven,
    awareness: await readAwarenessCount(actor, project),
    treatment: await readTreatmentCount(actor, project),
    plan: tasks.flatMap(({ milestone, ...task }) => (milestone ? [{ ...task, key: milestone }] : [])),
  });
  const at = paths.project(org, project);
  const pages: Record<ReadinessLine["key"], string> = {
    ...{ documents: at.documents, reviews: at.documents, soa: at.soa, treatment: at.treatment },
    "control-evidence": `${at.soa}?state=implemented`,
    "residual-risk": at.treatment,
    ...{
      "internal-audit": `${at.preparation}#internal-audits`,
      "management-review": `${at.preparation}#management-reviews`,
    },
    ...{ awareness: at.awareness, training: at.preparationPlan, evidence: at.preparationPlan },
  };
  return (
    <Card title="Readiness for Stage 1" id="readiness" flush>
      <p className="px-4 pb-3 sm:px-5">
        <span className="font-medium">{tellReadiness(lines)}</span>{" "}
        <span className="text-muted">
          Counted: each line below once, met when its own count says so. Only your organisation sees this.
        </span>
      </p>
      <ReadinessTable lines={lines} today={today} hrefOf={({ key }) => pages[key]} />
    </Card>
  );
}
