import { Table } from "@/components/ui/table";
import { formatInstant } from "@/lib/day";

interface Version {
  no: number;
  told: boolean;
  savedAt: Date;
  savedBy: string;
}

/** Every version of the profile: who saved it and when, and whether bodies were told it. */
export function VersionsTable({
  versions,
  shownNo,
  timeZone,
  hrefOf,
}: {
  versions: readonly Version[];
  shownNo: number;
  timeZone: string;
  hrefOf: (no: number) => string;
}) {
  // Of those that were stated while the request was planned, bodies are told the last.
  const toldNo = versions.find(({ told }) => told)?.no;
  return (
    <Table
      caption="Versions"
      rows={[...versions]}
      rowKey={({ no }) => String(no)}
      columns={[
        {
          key: "no",
          label: "Version",
          isRowHeader: true,
          isOneLine: true,
          cell: ({ no }) => (no === shownNo ? `${no} (shown)` : { href: hrefOf(no), text: String(no) }),
        },
        { key: "by", label: "Saved by", cell: ({ savedBy }) => savedBy },
        { key: "at", label: "Saved", cell: ({ savedAt }) => formatInstant(savedAt, timeZone) },
        {
          key: "told",
          label: "Request",
          cell: ({ no }) => (no === toldNo ? "Bodies are told this one" : "Yours alone"),
        },
      ]}
    />
  );
}
