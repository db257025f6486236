import { ActPanel } from "@/components/project/act-panel";
import { RecordedActFields } from "@/components/project/recorded-act";
import { Card } from "@/components/ui/card";
import { RadioCards } from "@/components/ui/choice-fields";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { auditKindsByState } from "@/lib/lifecycle/certification-rules";
import type { Facts } from "@/lib/lifecycle/machine";
import { auditTitles } from "@/lib/lifecycle/naming";
import { hasOpenAudit } from "@/lib/lifecycle/reading";
import type { AuditKind } from "@/lib/lifecycle/record";
import { powersOf } from "@/lib/lifecycle/who";
import { createAudit } from "./actions";

const hints: Record<AuditKind, string> = {
  stage1: "Documents, site and readiness.",
  stage2: "The whole management system, on site.",
  follow_up: "Corrective actions, on site.",
};

/** Creates the audit that the case asks for now; nothing where none can be made, or for who does not plan audits. */
export function CreateAuditCard({
  org,
  project,
  facts,
  bodyName,
  isRecorded,
}: {
  org: string;
  project: string;
  facts: Facts;
  bodyName: string;
  isRecorded: boolean;
}) {
  const { certificationCase } = facts.record;
  const isPlanner = isRecorded || powersOf(facts.moment.who).includes("body:planner");
  if (!certificationCase || !isPlanner) return null;
  const kinds = (["stage1", "stage2", "follow_up"] as const).filter(
    (kind) => auditKindsByState[kind].includes(certificationCase.state) && !hasOpenAudit(facts.record, kind),
  );
  if (kinds.length === 0) return null;
  return (
    <Card title="Create an audit">
      <ActPanel
        reasons={reasonsAgainst("certification", "createAudit", certificationCase.state, facts)}
        action={createAudit}
        hidden={{ org, project }}
        version={certificationCase.version}
        submitLabel="Create audit"
      >
        <RadioCards
          name="kind"
          label="Which audit?"
          columns={2}
          defaultValue={kinds.length === 1 ? kinds[0] : undefined}
          options={kinds.map((kind) => ({ value: kind, label: auditTitles[kind], hint: hints[kind] }))}
        />
        {isRecorded && <RecordedActFields org={org} project={project} bodyName={bodyName} />}
      </ActPanel>
    </Card>
  );
}
