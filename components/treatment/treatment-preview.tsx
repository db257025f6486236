import { Callout } from "@/components/ui/callout";
import { ServerForm } from "@/components/ui/server-form";
import { Table } from "@/components/ui/table";
import type { FormAction } from "@/lib/form-state";
import { columnLabels, treatmentColumns } from "@/lib/treatment/treatment-file";
import type { TreatmentPlan } from "@/lib/treatment/treatment-import";

/** So many changes, new lines and problems are shown; the count says how many there are. */
const SHOWN = 100;

interface Props {
  plan: TreatmentPlan;
  sheet: string;
  hidden: Record<string, string>;
  mark: number;
  submit: FormAction;
}

/** What the file would change, or every reason why it changes nothing yet, with the row each of them stands in. */
export function TreatmentPreview({ plan, sheet, hidden, mark, submit }: Props) {
  const { lines, added, changes, problems, read } = plan;
  return (
    <div className="space-y-4">
      <p role="status">
        {count(read, "risk")} read from {sheet}: {added.length} new, {lines.length - added.length} would
        change, {read - lines.length} say nothing new. Risks that the file does not name stay as they are.
      </p>
      <Found plan={plan} />
      {problems.length > 0 ? (
        <Callout tone="danger" title={`${count(problems.length, "problem")}: nothing can be imported yet`}>
          <ul className="list-disc ps-5">
            {problems.slice(0, SHOWN).map(({ line, sentence }) => (
              <li key={`${line} ${sentence}`}>
                {line !== null && `Row ${line}: `}
                {sentence}
              </li>
            ))}
            {problems.length > SHOWN && <li>{problems.length - SHOWN} more</li>}
          </ul>
        </Callout>
      ) : (
        <ServerForm
          action={submit}
          hidden={hidden}
          version={mark}
          submitLabel={lines.length === 0 ? "Import nothing new" : `Import ${count(lines.length, "risk")}`}
          pendingLabel="Importing…"
        />
      )}
      {added.length > 0 && (
        <p className="max-w-read text-muted">
          New: {added.slice(0, SHOWN).join(", ")}
          {added.length > SHOWN && ` and ${added.length - SHOWN} more`}.
        </p>
      )}
      {changes.length > 0 && (
        <Table
          caption="Changes"
          rows={changes.slice(0, SHOWN)}
          rowKey={({ ref, column }) => `${ref} ${column}`}
          columns={[
            { key: "ref", label: "Risk", isRowHeader: true, isOneLine: true, cell: ({ ref }) => ref },
            { key: "field", label: "Field", cell: ({ column }) => columnLabels[column] },
            { key: "from", label: "Now", cell: ({ from }) => from || "–" },
            { key: "to", label: "In the file", cell: ({ to }) => to || "–" },
          ]}
        />
      )}
      {changes.length > SHOWN && <p className="text-muted">{changes.length - SHOWN} more changes.</p>}
    </div>
  );
}

/** Which columns the file has: what is not found would stay as it is, and that is seen before anything is written. */
function Found({ plan: { columns, ignored } }: { plan: TreatmentPlan }) {
  const missing = treatmentColumns.filter(({ key }) => !columns.includes(key)).map(({ label }) => label);
  if (columns.length === 0) return null;
  return (
    <p className="max-w-read text-muted">
      Columns: {columns.map((column) => columnLabels[column]).join(", ")}.
      {missing.length > 0 && ` Not in the file: ${missing.join(", ")}.`}
      {ignored.length > 0 && ` Passed over: ${ignored.join(", ")}.`}
    </p>
  );
}

const count = (number: number, one: string) => `${number} ${one}${number === 1 ? "" : "s"}`;
