import { Card } from "@/components/ui/card";
import { Stat, StatRow } from "@/components/ui/stat";
import { Table } from "@/components/ui/table";
import { formatAuditDays } from "@/lib/audit-time/days";
import type { TimeEstimate } from "@/lib/audit-time/estimate";
import type { SiteVisits } from "@/lib/audit-time/sampling";
import { roleNames } from "@/lib/audit-time/words";

/** The figures of an estimate: persons, both stages, and the three years after. */
export function EstimateFigures({ time: { persons, cycle } }: { time: TimeEstimate }) {
  return (
    <StatRow>
      <Stat
        label="Persons that count"
        figure={persons.effective}
        comparison={persons.headcount === persons.effective ? "Everybody" : `Of ${persons.headcount}`}
      />
      <Stat label="Stage 1" figure={formatAuditDays(cycle.stage1)} comparison="Auditor days" />
      <Stat label="Stage 2" figure={formatAuditDays(cycle.stage2)} comparison="Auditor days" />
      <Stat
        label="Each surveillance"
        figure={formatAuditDays(cycle.surveillance)}
        comparison="Year 1 and year 2"
      />
      <Stat label="Recertification" figure={formatAuditDays(cycle.recertification)} comparison="Year 3" />
    </StatRow>
  );
}

/** Each step that led to the days, with the rule it rests on. */
export function EstimateSteps({ time }: { time: TimeEstimate }) {
  return (
    <Card title="How these days came about" id="steps">
      <ol className="max-w-read list-decimal space-y-1.5 ps-5">
        {time.steps.map(({ text, rule }) => (
          <li key={text}>
            {text} <span className="whitespace-nowrap text-meta text-subtle">Rule {rule}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** How many sites of each role the audits visit; nothing for one site. */
export function SiteVisitsTable({ visits }: { visits: readonly SiteVisits[] }) {
  if (visits.length === 0) return null;
  return (
    <Card title="Sites that are visited" flush>
      <Table
        caption="Sites that are visited"
        rows={[...visits]}
        rowKey={({ role }) => role}
        columns={[
          { key: "role", label: "Sites", isRowHeader: true, cell: ({ role }) => roleNames[role] },
          { key: "count", label: "There are", isNumber: true, cell: ({ sites }) => sites },
          {
            key: "initial",
            label: "Initial audit",
            isNumber: true,
            cell: ({ visits: { initial } }) => initial,
          },
          {
            key: "random",
            label: "Of these at random",
            isNumber: true,
            cell: ({ random }) => (random === 0 ? "None" : random),
          },
          {
            key: "surveillance",
            label: "Each surveillance",
            isNumber: true,
            cell: ({ visits: { surveillance } }) => surveillance,
          },
          {
            key: "recertification",
            label: "Recertification",
            isNumber: true,
            cell: ({ visits: { recertification } }) => recertification,
          },
          { key: "rule", label: "Rule", isOneLine: true, cell: ({ rule }) => rule },
        ]}
      />
      <ul className="max-w-read list-disc space-y-1 px-4 py-4 ps-9 text-compact text-muted sm:px-5 sm:ps-10">
        {SITE_RULES.map(({ text, rule }) => (
          <li key={rule}>
            {text} <span className="whitespace-nowrap text-meta text-subtle">Rule {rule}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What several sites mean besides the numbers (IAF MD 1). */
const SITE_RULES = [
  { text: "Talking to a site's people elsewhere is not a visit to that site.", rule: "MS-7" },
  { text: "A nonconformity at one site is looked for at all others.", rule: "MS-8" },
  { text: "A major that is open at any site holds up the certificate for all of them.", rule: "MS-9" },
  { text: "Sites that come later are a set of their own at first.", rule: "MS-11" },
  { text: "The certificate names every site.", rule: "MS-12" },
] as const;
