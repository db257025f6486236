import { FactMark } from "@/components/audit/fact-mark";
import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/day";
import { teamRoleNames } from "@/lib/lifecycle/naming";
import { objectionUntil } from "@/lib/lifecycle/team-rules";
import type { AuditView } from "@/lib/store/audit-view";

/** Who audits, how the team covers what is needed, and how far the client has agreed (TEAM-1, TEAM-2, TEAM-5). */
export function TeamCard({ view }: { view: AuditView }) {
  const { details } = view;
  return (
    <Card title="Team" id="team" flush>
      <Table
        caption="Audit team"
        rows={details.team}
        rowKey={({ personId }) => personId}
        columns={[
          { key: "name", label: "Name", isRowHeader: true, cell: ({ name }) => name },
          { key: "role", label: "Role", cell: ({ role }) => teamRoleNames[role] },
        ]}
        empty={
          <p className="px-4 pb-4 text-muted sm:px-5">
            {view.seesDrafts
              ? "Nobody is on the team yet."
              : `${details.body} has not proposed a team yet. You can object to it once it has.`}
          </p>
        }
      />
      <div className="space-y-2 px-4 py-4 sm:px-5">
        {details.teamCompetence && (
          <p className="max-w-read">
            <span className="text-muted">Competence: </span>
            {details.teamCompetence}
          </p>
        )}
        <p className="flex flex-wrap items-center gap-2 text-compact text-muted">
          {agreementWords(view)}
          <FactMark recorded={details.recorded} act="audit.setTeam" />
        </p>
      </div>
    </Card>
  );
}

function agreementWords({ audit, details, facts }: AuditView): string {
  if (audit.teamProposedOn === null) return "Not proposed to the client yet.";
  const proposed = `Proposed on ${formatDay(audit.teamProposedOn)}.`;
  if (audit.state !== "team_proposed") return `${proposed} Confirmed.`;
  if (audit.objections.some(({ answered }) => !answered))
    return `${proposed} An objection waits for its answer.`;
  if (audit.objectionWaivedOn !== null)
    return `${proposed} ${details.client} accepted it on ${formatDay(audit.objectionWaivedOn)}.`;
  return `${proposed} ${details.client} may object until ${formatDay(objectionUntil(facts))}.`;
}
