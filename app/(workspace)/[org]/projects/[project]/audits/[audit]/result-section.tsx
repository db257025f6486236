import Link from "next/link";
import { AuditAct, CaseAct } from "@/components/audit/audit-act";
import { type AuditRoom, offerAuditAct, offerCaseAct } from "@/components/audit/audit-room";
import { FactMark } from "@/components/audit/fact-mark";
import { Fold } from "@/components/audit/fold";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/field";
import { Pill } from "@/components/ui/pill";
import type { StatusKind } from "@/components/ui/status-shape";
import { formatDay } from "@/lib/day";
import { readinessNames, recommendationNames } from "@/lib/lifecycle/naming";
import { findAudit } from "@/lib/lifecycle/reading";
import type { Readiness, Recommendation } from "@/lib/lifecycle/record";
import { paths } from "@/lib/paths";
import { completeFindings, requireStage2Again, reviewStage1Again, scheduleStage2Again } from "../actions";
import { concludeAudit, confirmReadiness, sendBack } from "./actions";

const outcomeKinds: Record<Readiness | Recommendation, StatusKind> = {
  ready: "success",
  ready_after_corrections: "warning",
  not_ready: "danger",
  certify: "success",
  certify_after_plan: "info",
  certify_after_follow_up: "warning",
  not_recommended: "danger",
};

/** What the audit concluded, and the step of the case that rests on it. Only the latest audit of a kind carries the case on. */
export function ResultSection({ room }: { room: AuditRoom }) {
  const { audit, record } = room.view;
  const isLatest = findAudit(record, audit.kind)?.id === audit.id;
  return (
    <>
      {audit.reportIssuedOn && <OutcomeCard room={room} />}
      {isLatest && audit.kind === "stage1" && <AfterStage1 room={room} />}
      {isLatest && audit.kind !== "stage1" && <AfterStage2 room={room} />}
    </>
  );
}

function OutcomeCard({ room: { org, project, view } }: { room: AuditRoom }) {
  const { audit, details } = view;
  const outcome = audit.conclusion ?? audit.recommendation;
  const words = audit.conclusion
    ? readinessNames[audit.conclusion]
    : audit.recommendation && recommendationNames[audit.recommendation];
  return (
    <Card title={audit.kind === "stage1" ? "Conclusion of Stage 1" : "Recommendation of the audit team"}>
      <div className="space-y-2">
        <p className="flex flex-wrap items-center gap-2">
          {outcome && <Pill kind={outcomeKinds[outcome]}>{words}</Pill>}
          <FactMark recorded={details.recorded} act="audit.reportAudit" />
        </p>
        {details.summary && <p className="max-w-read whitespace-pre-line">{details.summary}</p>}
        <p className="text-compact text-muted">
          Report issued{audit.reportIssuedOn && ` on ${formatDay(audit.reportIssuedOn)}`}.{" "}
          <Link href={paths.project(org, project).auditReport(audit.id)} prefetch={false}>
            Read the report
          </Link>
        </p>
      </div>
    </Card>
  );
}

function AfterStage1({ room }: { room: AuditRoom }) {
  const offers = (["readyForStage2", "notReady", "reviewStage1Again"] as const).filter((command) =>
    offerCaseAct(room, command),
  );
  if (offers.length === 0) return null;
  return (
    <Card title={offers.includes("reviewStage1Again") ? "Review Stage 1 again" : "Can Stage 2 be planned?"}>
      <div className="space-y-6">
        <CaseAct
          room={room}
          command="readyForStage2"
          onAudit
          action={confirmReadiness}
          submitLabel="Confirm readiness"
        />
        <Fold when={offers.includes("notReady")} title="Send the case back to preparation instead">
          <CaseAct
            room={room}
            command="notReady"
            onAudit
            action={sendBack}
            submitLabel="Send back to preparation"
            submitVariant="secondary"
          >
            <TextArea name="reason" label="What the client must settle before another Stage 1" rows={3} />
          </CaseAct>
        </Fold>
        <CaseAct
          room={room}
          command="reviewStage1Again"
          action={reviewStage1Again}
          submitLabel="Review Stage 1 again"
          submitVariant="secondary"
        >
          <TextArea
            name="reason"
            label="Why Stage 1 must be looked at again"
            hint="A significant change, or too much time since Stage 1 (ST1-4)."
            rows={3}
          />
        </CaseAct>
      </div>
    </Card>
  );
}

function AfterStage2({ room }: { room: AuditRoom }) {
  const isCaseMoved = (["completeFindings", "requireStage2Again", "scheduleStage2Again"] as const).some(
    (command) => offerCaseAct(room, command),
  );
  const isConcluded = offerAuditAct(room, "concludeAudit") !== null;
  if (!isCaseMoved && !isConcluded) return null;
  return (
    <Card title="After the report">
      <div className="space-y-6">
        <CaseAct
          room={room}
          command="completeFindings"
          action={completeFindings}
          submitLabel="Hand over to the decision"
        />
        <CaseAct
          room={room}
          command="requireStage2Again"
          action={requireStage2Again}
          submitLabel="Require another Stage 2"
          submitVariant="secondary"
        />
        <CaseAct
          room={room}
          command="scheduleStage2Again"
          action={scheduleStage2Again}
          submitLabel="Schedule another Stage 2"
        />
        <AuditAct
          room={room}
          command="concludeAudit"
          action={concludeAudit}
          submitLabel="Conclude audit"
          submitVariant="secondary"
        />
      </div>
    </Card>
  );
}
