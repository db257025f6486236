import type { ReactNode } from "react";
import { FactMark } from "@/components/audit/fact-mark";
import { Pill } from "@/components/ui/pill";
import type { StatusKind } from "@/components/ui/status-shape";
import { formatDay } from "@/lib/day";
import { findRequirement } from "@/lib/standards/requirements";
import type { AuditView, ConcernView } from "@/lib/store/audit-view";

/** One area of concern: what it is about, the client's answer, and what the body said to it (ST1-2). */
export function ConcernCard({
  view,
  concern,
  children,
}: {
  view: AuditView;
  concern: ConcernView;
  /** The acts of whoever moves now. */
  children?: ReactNode;
}) {
  const { number, requirementRef, statement, blocking } = concern;
  const requirement = findRequirement(view.record.standardId, requirementRef);
  const state = stateOf(view, concern);
  return (
    <article
      id={number ?? undefined}
      aria-label={number ? `Area of concern ${number}` : "Draft area of concern"}
      className="space-y-3 py-4 first:pt-0 last:pb-0"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-ui">{number ?? "Draft"}</h3>
        <Pill kind={blocking ? "danger" : "info"}>{blocking ? "Blocks Stage 2" : "Does not block"}</Pill>
        <Pill kind={state.kind}>{state.word}</Pill>
        {number && <FactMark recorded={view.details.recorded} act={`audit.issueConcern ${number}`} />}
      </div>
      <p className="text-compact text-muted">
        {requirementRef}
        {requirement && ` ${requirement.title}`}
      </p>
      <p className="max-w-read whitespace-pre-line">{statement}</p>
      {concern.answer && (
        <div className="max-w-read space-y-1 border-border border-s-2 ps-3">
          <p className="whitespace-pre-line">{concern.answer}</p>
          <p className="text-compact text-subtle">
            Answer by {concern.answeredBy}
            {concern.answeredOn && `, ${formatDay(concern.answeredOn)}`}
          </p>
        </div>
      )}
      {concern.comment && (
        <div className="max-w-read border-warning border-s-2 ps-3">
          <p className="text-compact text-muted">Returned because</p>
          <p className="whitespace-pre-line">{concern.comment}</p>
        </div>
      )}
      {concern.acceptedOn && (
        <p className="flex flex-wrap items-center gap-2 text-compact text-subtle">
          Accepted by {concern.acceptedBy}, {formatDay(concern.acceptedOn)}
          <FactMark recorded={view.details.recorded} act={`audit.acceptConcern ${number}`} />
        </p>
      )}
      {children && <div className="space-y-5">{children}</div>}
    </article>
  );
}

function stateOf(
  { details }: AuditView,
  { state, comment }: ConcernView,
): { word: string; kind: StatusKind } {
  switch (state) {
    case "draft":
      return { word: "Only your side sees it", kind: "neutral" };
    case "open":
      return comment
        ? { word: "Returned", kind: "warning" }
        : { word: `Waiting for ${details.client}`, kind: "waiting" };
    case "answered":
      return { word: `Waiting for ${details.body}`, kind: "waiting" };
    case "accepted":
      return { word: "Accepted", kind: "success" };
  }
}
