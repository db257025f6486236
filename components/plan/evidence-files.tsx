import { ScanWord } from "@/components/project/scan-word";
import { CopyButton } from "@/components/ui/copy-button";
import { formatDay, formatInstant } from "@/lib/day";
import { canOpen } from "@/lib/files/limits";
import { sizeInWords } from "@/lib/files/size";
import { paths } from "@/lib/paths";
import type { ShownEvidence } from "@/lib/store/corrective-actions";

const SHOWN_OF_HASH = 12;

/** Files of evidence: name, size, kind, fingerprint, who and when. A link downloads the file. */
export function EvidenceFiles({
  org,
  project,
  timeZone,
  files,
  none = "No file yet.",
}: {
  org: string;
  project: string;
  timeZone: string;
  files: ShownEvidence[];
  none?: string;
}) {
  if (files.length === 0) return <p className="text-subtle">{none}</p>;
  return (
    <ul className="divide-y divide-border">
      {files.map((file, index) => (
        <li key={file.fileId} className="space-y-1 py-2 first:pt-0 last:pb-0">
          <p>
            <a href={paths.project(org, project).file(file.fileId)} download className="font-medium">
              {file.name}
            </a>
            <span className="text-muted">
              {" "}
              {sizeInWords(file.size)}, {endingOf(file.name)}
            </span>{" "}
            <ScanWord scan={file.scan} timeZone={timeZone} />{" "}
            {canOpen(file.mediaType) && (
              <a
                href={`${paths.project(org, project).file(file.fileId)}?open`}
                target="_blank"
                rel="noreferrer"
              >
                Open<span className="sr-only"> {file.name} in a new tab</span>
              </a>
            )}
          </p>
          <p className="text-compact text-muted">
            {file.datedOn && `Of ${formatDay(file.datedOn)}. `}Added by {file.by},{" "}
            {formatInstant(new Date(file.at), timeZone)}
          </p>
          {file.note && file.note !== files[index - 1]?.note && (
            <p className="prose-plain text-compact">{file.note}</p>
          )}
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-meta text-subtle">
            <span>
              SHA-256 <code>{file.sha256.slice(0, SHOWN_OF_HASH)}…</code>
            </span>
            <CopyButton value={file.sha256} what="SHA-256" />
          </p>
        </li>
      ))}
    </ul>
  );
}

/** The kind in a word: "PDF". */
function endingOf(name: string): string {
  return (name.split(".").at(-1) ?? "").toUpperCase();
}
