import { competenceNames } from "@/components/organisation/competence-words";
import { Card } from "@/components/ui/card";
import { DayText } from "@/components/ui/day-text";
import { Pill } from "@/components/ui/pill";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/day";
import { type CompetenceRegister, coverNeeds } from "@/lib/lifecycle/team-competence";
import type { TeamMemberView } from "@/lib/store/audit-view";

/** What the audit needs, and who of the team has it on record on the audit's last day (TEAM-2). */
export function TeamCover({
  register,
  team,
}: {
  register: CompetenceRegister;
  team: readonly TeamMemberView[];
}) {
  const nameOf = (personId: string) =>
    team.find((member) => member.personId === personId)?.name ?? "Somebody";
  return (
    <Card title="Competence on record" id="competence" flush>
      <Table
        caption="Competence that the audit needs, and who has it"
        rows={coverNeeds(register, team)}
        rowKey={({ need }) => `${need.kind} ${need.what}`}
        columns={[
          { key: "need", label: "Needed", isRowHeader: true, cell: ({ need }) => need.what },
          { key: "kind", label: "Kind", cell: ({ need }) => competenceNames[need.kind] },
          {
            key: "by",
            label: "Covered by",
            leadsOnCard: true,
            cell: ({ by }) =>
              by.length === 0 ? (
                <Pill kind="danger">Nobody (TEAM-2)</Pill>
              ) : (
                <ul>
                  {by.map(({ personId, validUntil }) => (
                    <li key={personId}>
                      {nameOf(personId)}
                      {validUntil && (
                        <span className="text-subtle">
                          {" "}
                          until <DayText day={validUntil} />
                        </span>
                      )}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
      <p className="px-4 py-3 text-compact text-muted sm:px-5">
        Valid on {formatDay(register.on)}. Experts count for technical areas; observers and trainees count
        nowhere.
      </p>
    </Card>
  );
}
