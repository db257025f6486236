import type { ReactNode } from "react";
import { ScanWord } from "@/components/project/scan-word";
import { Card } from "@/components/ui/card";
import { formatDay, today } from "@/lib/day";
import { refuseUnscanned } from "@/lib/files/scan-state";
import { sizeInWords } from "@/lib/files/size";
import type { Attachment } from "@/lib/store/request-attachments";

/** The documents of a request: for the client with what it can do to them, for a body to read. */
export function Attachments({
  attachments,
  hrefOf,
  timeZone,
  isOwn = false,
  actOn,
  children,
}: {
  attachments: readonly Attachment[];
  hrefOf: (fileId: string) => string;
  timeZone: string;
  /** Whether the reader's organisation keeps the files: it may open what waits for the scanner. */
  isOwn?: boolean;
  /** What can be done to one document, behind it. */
  actOn?: (attachment: Attachment) => ReactNode;
  children?: ReactNode;
}) {
  if (attachments.length === 0 && !children) return null;
  return (
    <Card title="Documents of the request" id="documents">
      <div className="space-y-5">
        {attachments.length > 0 && (
          <ul className="divide-y divide-border">
            {attachments.map((attachment) => (
              <li key={attachment.fileId} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-2">
                <span className="min-w-0 flex-1 basis-56 break-words">
                  {refuseUnscanned(attachment.scan.state, isOwn) === null ? (
                    <a href={hrefOf(attachment.fileId)} download className="inline-block py-0.5">
                      {attachment.name}
                    </a>
                  ) : (
                    attachment.name
                  )}
                  {attachment.note && <span className="prose-plain block">{attachment.note}</span>}
                  <span className="block text-compact text-subtle">
                    {sizeInWords(attachment.size)}, added {formatDay(today(timeZone, attachment.addedAt))}
                  </span>
                </span>
                <ScanWord scan={attachment.scan} timeZone={timeZone} />
                {actOn?.(attachment)}
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </Card>
  );
}
