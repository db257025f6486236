import { RecordedMark } from "@/components/project/recorded-mark";
import { ScanWord } from "@/components/project/scan-word";
import { formatDay, formatInstant } from "@/lib/day";
import { paths } from "@/lib/paths";
import type { TrailEntry } from "@/lib/store/trail";

const words = (state: string) => state.replaceAll("_", " ");

/** Entries of the trail, newest first: when, who, what, from which state to which, and why. */
export function TrailList({
  entries,
  zone,
  org,
  project,
}: {
  entries: TrailEntry[];
  zone: string;
  org: string;
  project: string;
}) {
  return (
    <ol className="divide-y divide-border">
      {entries.map((entry) => (
        <li key={entry.no} className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[11rem_minmax(0,1fr)_auto]">
          <p className="text-compact text-muted">
            <time dateTime={entry.at.toISOString()}>{formatInstant(entry.at, zone)}</time>
          </p>
          <div className="min-w-0 space-y-1">
            <p>
              <span className="font-medium">{entry.who}</span>
              <span className="text-subtle"> ({entry.organisation})</span> {entry.sentence}
            </p>
            {entry.moved && (
              <p className="text-compact text-muted">
                {words(entry.moved.from)} → {words(entry.moved.to)}
              </p>
            )}
            {entry.reason && <p className="whitespace-pre-wrap text-compact">Reason: {entry.reason}</p>}
            {entry.recorded && (
              <p className="flex flex-wrap items-center gap-2 text-compact text-muted">
                <RecordedMark by={entry.recorded.by} standing={entry.recorded.standing} />
                {entry.recorded.actedBy} acted on {formatDay(entry.recorded.on)}.
                <a href={paths.project(org, project).file(entry.recorded.fileId)}>Open the proof</a>
                {entry.recorded.scan && <ScanWord scan={entry.recorded.scan} timeZone={zone} />}
              </p>
            )}
          </div>
          <p className="text-meta text-subtle">
            No. {entry.no}
            <span className="block font-mono" title={entry.hash}>
              {entry.hash.slice(0, 8)}
            </span>
          </p>
        </li>
      ))}
    </ol>
  );
}
