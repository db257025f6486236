import { SummaryList } from "@/components/ui/summary-list";
import { sizeInWords } from "@/lib/files/size";
import { countOf } from "@/lib/lifecycle/event-text";
import type { Side } from "@/lib/lifecycle/who";
import type { ProjectSize } from "@/lib/store/project-files";

const left: Record<Side, string> = {
  client: "The body's drafts, notes and files that it has not handed over",
  body: "The client's drafts, files that it has not submitted, and every other body's offer",
};

/** What a download of the whole project holds for this side, and what it does not. */
export function ExportContents({ size, side }: { size: ProjectSize; side: Side }) {
  const { files, bytes, closed, findings, entries } = size;
  const waiting = closed > 0 ? `, and ${countOf(closed, "file", "files")} that no scanner has let pass` : "";
  return (
    <SummaryList
      items={[
        {
          term: "The record",
          value: `As a page to read and print, as JSON, and the findings as a sheet (${countOf(findings, "finding", "findings")}, own drafts counted)`,
        },
        {
          term: "Files",
          value:
            files === 0
              ? "None yet"
              : `${countOf(files, "file", "files")}, ${sizeInWords(bytes)}, each listed with its SHA-256`,
        },
        {
          term: "The trail",
          value: `${countOf(entries, "entry", "entries")} with the check that works without CertTrail`,
        },
        { term: "Not in it", value: `${left[side]}${waiting}` },
      ]}
    />
  );
}
