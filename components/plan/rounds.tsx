import { RecordedMark } from "@/components/project/recorded-mark";
import { ScanWord } from "@/components/project/scan-word";
import { formatDay, formatInstant } from "@/lib/day";
import { labelOfEvent } from "@/lib/lifecycle/event";
import { paths } from "@/lib/paths";
import type { CorrectiveView, Round } from "@/lib/store/corrective-actions";

/** What went to and fro between client and body about this finding, newest first. */
export function Rounds({ org, view }: { org: string; view: CorrectiveView }) {
  return (
    <ol className="divide-y divide-border">
      {view.rounds.map((round) => (
        <li key={round.no} className="space-y-1 py-3 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-medium">{labelOfEvent(round.kind)}</span>
            {round.recorded && <RecordedMark by={view.clientName} standing={round.recorded.standing} />}
          </p>
          <p className="text-compact text-muted">{who(round, view.record.timeZone)}</p>
          {wordsOf(round) && <p className="prose-plain">{wordsOf(round)}</p>}
          {round.recorded && (
            <p className="text-compact">
              <a href={paths.project(org, view.record.id).file(round.recorded.fileId)} download>
                Document that proves it
              </a>{" "}
              <ScanWord scan={round.recorded.scan} timeZone={view.record.timeZone} />
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function who({ recorded, by, organisation, at }: Round, timeZone: string): string {
  const written = `${by}, ${organisation}, ${formatInstant(new Date(at), timeZone)}`;
  return recorded ? `${recorded.by} on ${formatDay(recorded.on)}; written down by ${written}` : written;
}

/** The comment of a return, or the reason that was kept with the act. */
function wordsOf({ data, reason }: Round): string | null {
  const { comment } = data as { comment?: unknown };
  return typeof comment === "string" ? comment : reason;
}
