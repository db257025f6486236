import Link from "next/link";
import { AuditAct } from "@/components/audit/audit-act";
import { type AuditRoom, offerAuditAct } from "@/components/audit/audit-room";
import { MeetingsCard } from "@/components/audit/meetings-card";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/field";
import { may } from "@/lib/access";
import { reasonsToStart } from "@/lib/lifecycle/audit-pairs";
import { findAudit } from "@/lib/lifecycle/reading";
import { paths } from "@/lib/paths";
import { holdClosing, holdOpening, startAudit } from "./actions";

/** From the start of the audit to its report: the start, the meetings, and the way to what is written meanwhile. */
export function RunSection({ room }: { room: AuditRoom }) {
  const { audit, seesDrafts } = room.view;
  const hasBegun = audit.openingHeldOn !== null || audit.closingHeldOn !== null;
  return (
    <>
      {offerAuditAct(room, "startAudit") && (
        <Card title="Start the audit">
          <AuditAct
            room={room}
            command="startAudit"
            reasonsOf={reasonsToStart}
            action={startAudit}
            submitLabel="Start audit"
          />
          {audit.kind === "stage2" && <Stage1Link room={room} />}
        </Card>
      )}
      {audit.state === "running" && seesDrafts && <WorkCard room={room} />}
      {(hasBegun || audit.state === "running") && <MeetingsCard view={room.view} />}
      {audit.state === "running" && <MeetingForms room={room} />}
    </>
  );
}

/** Where the reasons that may stand against Stage 2 are settled: the concerns of Stage 1. */
function Stage1Link({ room: { org, project, view } }: { room: AuditRoom }) {
  const stage1 = findAudit(view.record, "stage1");
  if (!stage1) return null;
  return (
    <p className="mt-3 text-compact">
      <Link href={paths.project(org, project).auditReadiness(stage1.id)} prefetch={false}>
        Areas of concern of Stage 1
      </Link>
    </p>
  );
}

function WorkCard({ room: { org, project, view } }: { room: AuditRoom }) {
  const at = paths.project(org, project);
  const { id, kind } = view.audit;
  if (!may(view.facts.moment.who, "audit.reportAudit")) return null;
  return (
    <Card title="Work on this audit">
      <div className="flex flex-wrap gap-3">
        {kind === "stage1" ? (
          <LinkButton variant="primary" href={at.auditReadiness(id)}>
            Note document readiness
          </LinkButton>
        ) : (
          <LinkButton variant="primary" href={at.logFinding(id)}>
            Log finding
          </LinkButton>
        )}
        <LinkButton href={at.auditReport(id)}>Write report</LinkButton>
      </div>
    </Card>
  );
}

function MeetingForms({ room }: { room: AuditRoom }) {
  const { audit, details } = room.view;
  const names = details.team.map(({ name }) => name).join("\n");
  const attendance = (
    <TextArea
      name="attendance"
      label="Who was there"
      hint="One name a line; the audit team is filled in."
      rows={5}
      defaultValue={names ? `${names}\n` : ""}
    />
  );
  if (audit.openingHeldOn === null) {
    if (!offerAuditAct(room, "holdOpening")) return null;
    return (
      <Card title="Record the opening meeting">
        <AuditAct room={room} command="holdOpening" action={holdOpening} submitLabel="Record opening meeting">
          {attendance}
        </AuditAct>
      </Card>
    );
  }
  if (audit.closingHeldOn !== null || !offerAuditAct(room, "holdClosing")) return null;
  return (
    <Card title="Record the closing meeting">
      <AuditAct room={room} command="holdClosing" action={holdClosing} submitLabel="Record closing meeting">
        {attendance}
        <TextArea
          name="disagreements"
          label="Disagreements that stayed"
          optional
          rows={3}
          hint="What client and audit team still see differently. It is recorded, not decided (NC-6)."
        />
      </AuditAct>
    </Card>
  );
}
