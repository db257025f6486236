"use client";

import { useState } from "react";
import { v7 as makeId } from "uuid";
import { CompareDrafts } from "@/components/device/compare-drafts";
import type { DraftStart } from "@/components/device/use-draft-form";
import { Button } from "@/components/ui/button";
import { StatusShape } from "@/components/ui/status-shape";
import { deviceNow, waitedFor } from "@/lib/device/device-clock";
import { type DeviceDraft, type DraftState, LONG_WAIT_MS } from "@/lib/device/device-draft";
import * as shelf from "@/lib/device/device-store";
import { saveToFile } from "@/lib/device/save-to-file";

const stateWords: Record<DraftState, string> = {
  typing: "Not saved yet",
  waiting: "Waiting to be sent",
  kept: "Photos are waiting to be sent",
  stopped: "Not sent",
  conflict: "Changed elsewhere",
};

/** What is on this device and not with the server: each with what became of it, and what can be done. */
export function DeviceList({
  drafts,
  audit,
  openId,
  onEdit,
  onSend,
}: {
  drafts: readonly DeviceDraft[];
  audit: string;
  /** The draft in the form: it is not listed a second time. */
  openId: string;
  onEdit: (start: DraftStart) => void;
  onSend: () => void;
}) {
  const listed = drafts.filter(({ id }) => id !== openId);
  if (listed.length === 0) return null;
  return (
    <section aria-labelledby="on-device" className="rounded-card border border-border">
      <h3 id="on-device" className="border-border border-b px-4 py-3 font-bold">
        On this device: {listed.length}
      </h3>
      <ul className="divide-y divide-border">
        {listed.map((draft) => (
          <li key={draft.id} className="space-y-2 px-4 py-3">
            <DraftLine draft={draft} isHere={draft.audit === audit} />
            {draft.state === "conflict" ? (
              <CompareDrafts draft={draft} onDone={onSend} />
            ) : (
              <DraftActs draft={draft} isHere={draft.audit === audit} {...{ onEdit, onSend }} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function DraftLine({ draft, isHere }: { draft: DeviceDraft; isHere: boolean }) {
  const { words, state, problem, savedAt, place } = draft;
  const now = deviceNow();
  const isLate = now - savedAt > LONG_WAIT_MS;
  const isStopped = state === "stopped" || state === "conflict";
  return (
    <div className="space-y-1">
      <p className="line-clamp-2 max-w-read">{words.evidence || words.statement || "A photo"}</p>
      <p
        className={`flex items-center gap-1.5 text-meta ${isStopped || isLate ? "text-warning-fg" : "text-subtle"}`}
      >
        <StatusShape kind={isStopped || isLate ? "warning" : "waiting"} />
        {[stateWords[state], waitedFor(savedAt, now)].filter(Boolean).join(" for ")}
        {isHere ? "" : ` · ${place}`}
      </p>
      {problem && <p className="max-w-read">{problem}</p>}
      {isLate && (
        <p className="max-w-read text-meta">
          Some browsers remove what a page keeps after 7 days. Send it, or save it to a file.
        </p>
      )}
    </div>
  );
}

function DraftActs({
  draft,
  isHere,
  onEdit,
  onSend,
}: {
  draft: DeviceDraft;
  isHere: boolean;
  onEdit: (start: DraftStart) => void;
  onSend: () => void;
}) {
  const [asks, setAsks] = useState(false);
  const { id } = draft;

  async function sendAgain() {
    await shelf.putDraft({ ...draft, state: "waiting", problem: undefined, requestId: makeId() });
    onSend();
  }

  async function edit() {
    await shelf.putDraft({ ...draft, state: "typing", problem: undefined });
    onEdit(draft);
  }

  return (
    <div className="flex flex-wrap gap-2">
      {isHere && (
        <Button size="small" onClick={() => void edit()}>
          Edit
        </Button>
      )}
      {draft.state !== "typing" && (
        <Button size="small" onClick={() => void sendAgain()}>
          Send now
        </Button>
      )}
      <Button size="small" variant="quiet" onClick={() => void saveToFile([draft])}>
        Save to a file
      </Button>
      {asks ? (
        <>
          <Button size="small" variant="danger" onClick={() => void shelf.removeDraft(id)}>
            Delete for good
          </Button>
          <Button size="small" variant="quiet" onClick={() => setAsks(false)}>
            Keep it
          </Button>
        </>
      ) : (
        <Button size="small" variant="quiet" onClick={() => setAsks(true)}>
          Delete
        </Button>
      )}
    </div>
  );
}
