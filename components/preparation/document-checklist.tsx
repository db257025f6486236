import Link from "next/link";
import { Pill } from "@/components/ui/pill";
import type { StatusKind } from "@/components/ui/status-shape";
import { Table } from "@/components/ui/table";
import type { ChecklistLine, RegisterEntry, Standing } from "@/lib/preparation/register";

/** Each document that the standard asks for: what answers it, or that nothing does yet. */
export function DocumentChecklist({
  caption,
  lines,
  hrefOf,
}: {
  caption: string;
  lines: ChecklistLine[];
  hrefOf: (document: RegisterEntry) => string;
}) {
  return (
    <Table
      caption={caption}
      rows={lines}
      rowKey={({ wanted }) => wanted.id}
      columns={[
        {
          key: "title",
          label: "The standard asks for",
          isRowHeader: true,
          cell: ({ wanted }) => wanted.title,
        },
        { key: "clause", label: "Clause", isOneLine: true, cell: ({ wanted }) => wanted.clause },
        {
          key: "standing",
          label: "State",
          isOneLine: true,
          leadsOnCard: true,
          cell: ({ standing }) => <Pill kind={pills[standing].kind}>{pills[standing].text}</Pill>,
        },
        {
          key: "documents",
          label: "Answered by",
          cell: ({ documents, standing }) =>
            documents.length === 0
              ? standing === "recorded"
                ? "Preparation"
                : "Nothing yet"
              : documents.map((document) => (
                  <Link
                    key={document.id}
                    href={hrefOf(document)}
                    prefetch={false}
                    className="block w-fit py-0.5"
                  >
                    {document.title}
                  </Link>
                )),
        },
      ]}
    />
  );
}

const pills: Record<Standing, { kind: StatusKind; text: string }> = {
  missing: { kind: "danger", text: "Missing" },
  draft: { kind: "warning", text: "Not approved" },
  approved: { kind: "success", text: "Approved" },
  recorded: { kind: "success", text: "In the record" },
  not_needed: { kind: "neutral", text: "Not needed" },
  undecided: { kind: "neutral", text: "Control not decided" },
};
