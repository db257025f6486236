import { Pill } from "@/components/ui/pill";
import { Table } from "@/components/ui/table";
import type { ApprovedLine } from "@/lib/soa/approved";
import { implementationNames } from "@/lib/soa/statement";

/** The controls as a version states them. */
export function ApprovedTable({ caption, lines }: { caption: string; lines: readonly ApprovedLine[] }) {
  return (
    <Table
      caption={caption}
      rows={[...lines]}
      rowKey={({ ref }) => ref}
      columns={[
        { key: "control", label: "Control", isRowHeader: true, cell: ({ ref, title }) => `${ref} ${title}` },
        {
          key: "applicable",
          label: "Applicable",
          cell: ({ applicable }) => (
            <Pill kind={applicable ? "success" : "neutral"}>{applicable ? "Applicable" : "Left out"}</Pill>
          ),
        },
        { key: "justification", label: "Justification", cell: ({ justification }) => justification },
        {
          key: "state",
          label: "State",
          cell: ({ implementation }) => (implementation ? implementationNames[implementation] : "Left out"),
        },
        { key: "owner", label: "Owner", cell: ({ owner }) => owner ?? "Not stated" },
        {
          key: "evidence",
          label: "Evidence",
          cell: ({ evidence = [] }) =>
            evidence.length === 0 ? (
              "None named"
            ) : (
              <ul>
                {evidence.map((text) => (
                  <li key={text} className="break-words">
                    {text}
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}
