import { Pill } from "@/components/ui/pill";
import type { StatusKind } from "@/components/ui/status-shape";
import { type Column, Table } from "@/components/ui/table";
import { type ReadinessItem, readinessItems } from "@/lib/standards/readiness";
import type { AuditDetails } from "@/lib/store/audit-view";

type Verdict = AuditDetails["readiness"][number]["verdict"];

const verdicts: Record<Verdict, { word: string; kind: StatusKind }> = {
  seen: { word: "Seen", kind: "success" },
  partly: { word: "Partly", kind: "warning" },
  missing: { word: "Missing", kind: "danger" },
};

interface Line extends ReadinessItem {
  verdict: Verdict | null;
  note: string | null;
}

/** The documents of Stage 1 in the order of the standard, each with what was noted so far (IS-3, ST1-1). */
export function listReadiness(standardId: string, readiness: AuditDetails["readiness"]): Line[] {
  return readinessItems(standardId).map((item) => {
    const noted = readiness.find(({ key }) => key === item.key);
    return { ...item, verdict: noted?.verdict ?? null, note: noted?.note ?? null };
  });
}

/** "12 seen, 2 partly, 1 missing" */
export function wordsForReadiness(readiness: AuditDetails["readiness"]): string {
  return (["seen", "partly", "missing"] as const)
    .map((verdict) => `${readiness.filter((item) => item.verdict === verdict).length} ${verdict}`)
    .join(", ");
}

/** The readiness list for reading; without `showsNotes` only what Stage 1 looks at, not what was seen of it. */
export function ReadinessTable({ lines, showsNotes }: { lines: Line[]; showsNotes: boolean }) {
  const columns: Column<Line>[] = [
    { key: "title", label: "Document", isRowHeader: true, cell: ({ title }) => title },
    { key: "clause", label: "Clause", isOneLine: true, cell: ({ clause }) => clause },
  ];
  if (showsNotes) columns.push({ key: "noted", label: "Noted", cell: (line) => <Noted line={line} /> });
  return <Table caption="Documents of Stage 1" rows={lines} rowKey={({ key }) => key} columns={columns} />;
}

function Noted({ line: { verdict, note } }: { line: Line }) {
  if (!verdict) return <Pill kind="neutral">Not looked at</Pill>;
  return (
    <>
      <Pill kind={verdicts[verdict].kind}>{verdicts[verdict].word}</Pill>
      {note && <span className="mt-1 block text-muted">{note}</span>}
    </>
  );
}

/** The same list for writing: three words to choose from and a note, a row each; the whole list is saved in one act. */
export function ReadinessFields({ lines }: { lines: Line[] }) {
  return (
    <ul className="divide-y divide-border border-border border-y">
      {lines.map((line, row) => (
        <li
          key={line.key}
          className="grid gap-x-5 gap-y-2 py-3 md:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]"
        >
          <input type="hidden" name={`items.${row}.key`} value={line.key} />
          <p id={`title-${line.key}`} className="font-medium">
            {line.title}
            <span className="block font-normal text-compact text-subtle">{line.clause}</span>
          </p>
          <fieldset aria-labelledby={`title-${line.key}`} className="flex flex-wrap gap-1.5">
            {(["seen", "partly", "missing"] as const).map((verdict) => (
              <label
                key={verdict}
                className="flex min-h-(--control-height) items-center gap-2 rounded-control border border-control bg-surface px-2.5 has-checked:border-primary has-checked:bg-selected"
              >
                <input
                  type="radio"
                  name={`items.${row}.verdict`}
                  value={verdict}
                  defaultChecked={line.verdict === verdict}
                  className="size-4"
                />
                {verdicts[verdict].word}
              </label>
            ))}
          </fieldset>
          <input
            name={`items.${row}.note`}
            aria-label={`Note on ${line.title}`}
            placeholder="Note"
            defaultValue={line.note ?? ""}
            autoComplete="off"
            className="control"
          />
        </li>
      ))}
    </ul>
  );
}
