import type { ReactNode } from "react";
import { GradePill } from "@/components/finding/finding-pills";
import { QualityHints } from "@/components/finding/quality-hints";
import { ActPanel } from "@/components/project/act-panel";
import { LinkButton } from "@/components/ui/button";
import type { FormAction } from "@/lib/form-state";
import type { Refusal } from "@/lib/lifecycle/refusal";
import { requirementInWords } from "@/lib/standards/requirements";
import type { LoggerDraft } from "@/lib/store/logger";

export interface DraftActs {
  issue: FormAction;
  discard: FormAction;
  hidden: Record<string, string>;
  editHref: (findingId: string) => string;
  /** Every reason against issuing or deleting this draft now. */
  reasons: (draft: LoggerDraft) => { issue: Refusal[]; discard: Refusal[] };
  /** The fields of a recorded act, in a project whose body is not on CertTrail. */
  recorded?: ReactNode;
}

/** The own drafts of an audit, newest first: what each still lacks, and what can be done with it. */
export function DraftList({
  drafts,
  standardId,
  citations,
  acts,
}: {
  drafts: LoggerDraft[];
  standardId: string;
  citations: ReadonlyMap<string, number>;
  acts: DraftActs;
}) {
  return (
    <ul className="divide-y divide-border">
      {drafts.map((draft) => (
        <li key={draft.finding.id} className="space-y-2 px-4 py-3 sm:px-5">
          <DraftWords
            draft={draft}
            standardId={standardId}
            cited={citations.get(draft.requirementRef ?? "")}
          />
          <QualityHints finding={draft.finding} />
          <DraftButtons draft={draft} acts={acts} />
        </li>
      ))}
    </ul>
  );
}

function DraftWords({
  draft,
  standardId,
  cited = 0,
}: {
  draft: LoggerDraft;
  standardId: string;
  cited?: number;
}) {
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-2">
        <GradePill grade={draft.finding.grade} />
        {draft.requirementRef && (
          <span className="font-medium">
            {requirementInWords(standardId, draft.requirementRef, draft.subRef)}
          </span>
        )}
      </p>
      <p className="line-clamp-3 max-w-read">{draft.statement ?? draft.evidence ?? "Nothing written yet"}</p>
      <p className="text-meta text-subtle">
        Drafted by {draft.author}
        {cited > 0 &&
          ` · ${cited} issued ${cited === 1 ? "finding cites" : "findings cite"} ${draft.requirementRef} in this audit already`}
      </p>
    </div>
  );
}

function DraftButtons({ draft, acts }: { draft: LoggerDraft; acts: DraftActs }) {
  const { id, version } = draft.finding;
  const reasons = acts.reasons(draft);
  const form = { hidden: { ...acts.hidden, finding: id }, version };
  return (
    <div className="flex flex-wrap items-start gap-3">
      <LinkButton href={acts.editHref(id)}>Edit draft</LinkButton>
      <ActPanel
        {...form}
        action={acts.issue}
        reasons={reasons.issue}
        submitLabel="Issue finding"
        submitVariant="secondary"
        confirm={{
          title: "Issue this finding?",
          text: "It gets its number and its deadlines, and the client sees it. Its words cannot be changed afterwards.",
          label: "Issue finding",
        }}
      >
        {acts.recorded}
      </ActPanel>
      <ActPanel
        {...form}
        action={acts.discard}
        reasons={reasons.discard}
        submitLabel="Delete draft"
        submitVariant="quiet"
        confirm={{
          title: "Delete this draft?",
          text: "It was never issued and cannot be recovered.",
          label: "Delete draft",
        }}
      >
        {acts.recorded}
      </ActPanel>
    </div>
  );
}
