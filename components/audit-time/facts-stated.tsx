import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import { complexityQuestions } from "@/lib/audit-time/complexity";
import type { ScopeFacts } from "@/lib/audit-time/profile";
import { columnNames, questionWords } from "@/lib/audit-time/words";
import { findStandard } from "@/lib/standards/editions";
import { SitesStated } from "./sites-stated";

/** What the client states about its scope, as a request tells it to bodies (domain.md 5.3). */
export function FactsStated({ facts }: { facts: ScopeFacts }) {
  const { complexity, column, groups, others, sites } = facts;
  const nameOf = (id: string) => sites.find(({ siteId }) => siteId === id)?.name ?? "";
  const words = (text: string | null) => text && <span className="prose-plain">{text}</span>;
  return (
    <>
      <SitesStated sites={sites} fullWeek={facts.fullWeek} />
      <Card title="Stated about the scope" id="facts">
        <SummaryList
          items={[
            ...(groups.length > 0
              ? [
                  {
                    term: "Identical work",
                    value: (
                      <ul className="space-y-1">
                        {groups.map(({ siteId, task, persons, countAs, reason }) => (
                          <li key={`${siteId} ${task} ${persons}`} className="prose-plain">
                            {nameOf(siteId)}: {task}. {persons} persons
                            {countAs === null || countAs === persons
                              ? ", all count."
                              : ` count as ${countAs}. ${reason}`}
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ]
              : []),
            ...(complexity
              ? complexityQuestions.map((question) => ({
                  term: questionWords[question].label,
                  value: `${complexity[question]}: ${questionWords[question].answers[complexity[question] - 1]}`,
                }))
              : []),
            ...(column ? [{ term: "Complexity", value: columnNames[column] }] : []),
            {
              term: "In the same audit",
              value:
                others.length === 0
                  ? "No other standard"
                  : others.map(({ standardId }) => findStandard(standardId)?.name ?? standardId).join(", "),
            },
            ...(sites.length > 1
              ? [
                  {
                    term: "Sampling of sites",
                    value: facts.sampling ? "Conditions are met" : "Not asked for",
                  },
                ]
              : []),
            ...(others.length > 0 ? [{ term: "Shared by the systems", value: words(facts.integrated) }] : []),
            { term: "Work done remotely", value: `${facts.remotePercent} %` },
            { term: "Outsourced processes", value: words(facts.outsourced) },
            { term: "Certificates held", value: words(facts.certificates) },
            { term: "Records that cannot be shown", value: words(facts.restricted) },
            { term: "Consultants, internal auditors", value: words(facts.advisers) },
          ]}
        />
      </Card>
    </>
  );
}
