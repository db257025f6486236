import { ServerForm } from "@/components/ui/server-form";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/day";
import type { FormAction } from "@/lib/form-state";
import type { KeptAwareness } from "@/lib/store/awareness";

/** Who was trained in what, with what shows it. */
export function AwarenessTable({
  entries,
  fileHref,
  remove,
}: {
  entries: KeptAwareness[];
  fileHref: (file: string) => string;
  /** Null for who only reads. */
  remove: { action: FormAction; hidden: Record<string, string> } | null;
}) {
  return (
    <Table
      caption="Who was trained"
      rows={entries}
      rowKey={({ id }) => id}
      columns={[
        { key: "person", label: "Name", isRowHeader: true, cell: ({ person }) => person },
        { key: "topic", label: "Topic", cell: ({ topic }) => topic },
        { key: "on", label: "Held on", isOneLine: true, cell: ({ heldOn }) => formatDay(heldOn) },
        {
          key: "proof",
          label: "Proof",
          cell: ({ file, words }) => (
            <>
              {file && (
                <a href={fileHref(file.id)} className="inline-block break-all py-0.5">
                  {file.name}
                </a>
              )}{" "}
              {words ?? (file ? "" : "Not stated")}
            </>
          ),
        },
        ...(remove
          ? [
              {
                key: "remove",
                label: "Remove",
                isLabelHidden: true,
                cell: ({ id, person, topic }: KeptAwareness) => (
                  <ServerForm
                    action={remove.action}
                    hidden={{ ...remove.hidden, entryId: id }}
                    submitLabel={`Remove ${person}, ${topic}`}
                    submitVariant="quiet"
                  />
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
