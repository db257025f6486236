import { SummaryList } from "@/components/ui/summary-list";
import { auditDaysInWords } from "@/lib/audit-time/days";
import type { TimeEstimate } from "@/lib/audit-time/estimate";
import { formatInstant } from "@/lib/day";
import { findStandard } from "@/lib/standards/editions";
import type { ScopeVersion } from "@/lib/store/scope-profiles";
import { EstimateSteps, SiteVisitsTable } from "./estimate-result";
import { FactsStated } from "./facts-stated";

/** One version of the profile with its result, as a document (TIM-1). */
export function JustificationSheet({
  client,
  project,
  record,
  version,
  time,
  savedBy,
}: {
  client: string;
  project: string;
  record: { standardId: string; scope: string; timeZone: string };
  version: ScopeVersion;
  time: TimeEstimate;
  savedBy: string;
}) {
  const { facts, no, savedAt } = version;
  const { cycle, auditing, persons } = time;
  return (
    <article className="space-y-6" aria-labelledby="sheet-title">
      <header className="space-y-1">
        <h2 id="sheet-title">
          {client}: {auditDaysInWords(cycle.initial)} for the initial audit
        </h2>
        <p className="text-muted">
          {project}. Version {no}, saved by {savedBy} on {formatInstant(savedAt, record.timeZone)}.
        </p>
      </header>
      <SummaryList
        items={[
          { term: "Standard", value: findStandard(record.standardId)?.name ?? record.standardId },
          { term: "Scope", value: <span className="prose-plain">{record.scope}</span> },
          { term: "Persons", value: `${persons.headcount}, who count as ${persons.effective}` },
          { term: "Stage 1", value: auditDaysInWords(cycle.stage1) },
          { term: "Stage 2", value: auditDaysInWords(cycle.stage2) },
          { term: "Spent auditing", value: `At least ${auditDaysInWords(auditing)}` },
          { term: "Each surveillance", value: auditDaysInWords(cycle.surveillance) },
          { term: "Recertification", value: auditDaysInWords(cycle.recertification) },
        ]}
      />
      <FactsStated facts={facts} />
      <EstimateSteps time={time} />
      <SiteVisitsTable visits={time.visits} />
      <p className="text-meta text-subtle">
        An estimate of the client by ISO/IEC 27006-1, IAF MD 1, MD 5 and MD 11 as far as public sources show
        them. The certification body determines the audit time by its own documented method.
      </p>
    </article>
  );
}
