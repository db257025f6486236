import { SummaryList } from "@/components/ui/summary-list";
import { type Day, formatDay } from "@/lib/day";
import { findStandard } from "@/lib/standards/editions";

interface RequestFacts {
  standardId: string;
  scope: string;
  personsInScope: number;
  targetOn: Day | null;
  timeZone: string;
}

/** What the bodies are told: scope, persons, sites, target day, questions. */
export function RequestSummary({
  record,
  sites,
  note,
  languages,
}: {
  record: RequestFacts;
  sites: readonly { id: string; name: string; address: string; activity: string; persons: number }[];
  note: string | null;
  languages?: readonly string[];
}) {
  return (
    <SummaryList
      items={[
        { term: "Standard", value: findStandard(record.standardId)?.name ?? record.standardId },
        { term: "Scope", value: <span className="prose-plain">{record.scope}</span> },
        { term: "Persons in scope", value: record.personsInScope > 0 ? record.personsInScope : null },
        {
          term: "Sites",
          value:
            sites.length === 0 ? null : (
              <ul className="space-y-1">
                {sites.map(({ id, name, address, activity, persons }) => (
                  <li key={id}>
                    <span className="font-medium">{name}</span>, {address}. {activity}, {persons}{" "}
                    {persons === 1 ? "person" : "persons"}.
                  </li>
                ))}
              </ul>
            ),
        },
        { term: "Target day", value: record.targetOn && formatDay(record.targetOn) },
        { term: "Time zone", value: record.timeZone },
        ...(languages ? [{ term: "Languages", value: languages.join(", ") }] : []),
        ...(note ? [{ term: "Questions", value: <span className="prose-plain">{note}</span> }] : []),
      ]}
    />
  );
}
