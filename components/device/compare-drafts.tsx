"use client";

import { v7 as makeId } from "uuid";
import { Button } from "@/components/ui/button";
import { type DeviceDraft, type DraftField, differingFields } from "@/lib/device/device-draft";
import * as shelf from "@/lib/device/device-store";

const fieldNames: Record<DraftField, string> = {
  evidence: "What you saw",
  requirementRef: "Requirement",
  subRef: "Sub-reference",
  grade: "Grade",
  statement: "Statement",
  siteId: "Site",
  process: "Process or team",
};

/** Two versions of one draft beside each other, and the choice between them: nobody's words go by themselves. */
export function CompareDrafts({ draft, onDone }: { draft: DeviceDraft; onDone: () => void }) {
  const { current } = draft;

  async function keepMine() {
    // On top of what stands there now; where nothing does any more, as a draft of its own.
    const on = current ? { baseVersion: current.version } : { id: makeId(), baseVersion: null };
    const { problem: _problem, current: _current, ...mine } = draft;
    const photos = await shelf.listPhotos(draft.id);
    await shelf.putDraft({ ...mine, ...on, state: "waiting", requestId: makeId() });
    if (!current) {
      for (const photo of photos) await shelf.putPhoto({ ...photo, draftId: on.id ?? draft.id });
      await shelf.removeDraft(draft.id);
    }
    onDone();
  }

  return (
    <div className="space-y-3">
      {current && (
        <dl className="space-y-2">
          {differingFields(draft.words, current.words).map((field) => (
            <div key={field}>
              <dt className="text-meta text-subtle">{fieldNames[field]}</dt>
              <dd className="grid gap-2 sm:grid-cols-2">
                <p className="rounded-control bg-sunken px-3 py-2">
                  <span className="block text-meta text-subtle">Yours</span>
                  {draft.words[field] || "Empty"}
                </p>
                <p className="rounded-control bg-sunken px-3 py-2">
                  <span className="block text-meta text-subtle">There now</span>
                  {current.words[field] || "Empty"}
                </p>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => void keepMine()}>
          {current ? "Keep yours" : "Save yours as a new draft"}
        </Button>
        <Button size="small" variant="quiet" onClick={() => void shelf.removeDraft(draft.id)}>
          {current ? "Take what is there" : "Delete yours"}
        </Button>
      </div>
    </div>
  );
}
