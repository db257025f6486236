import { Callout } from "@/components/ui/callout";
import { ServerForm } from "@/components/ui/server-form";
import { Table } from "@/components/ui/table";
import type { FormAction } from "@/lib/form-state";
import type { ImportPlan } from "@/lib/soa/import-plan";
import { implementationNames, implementations, type SoaField } from "@/lib/soa/statement";

/** So many changes are shown; the count says how many there are. */
const SHOWN = 100;

const fieldNames: Record<SoaField, string> = {
  applicable: "Applicable",
  justification: "Justification",
  exclusion: "Justification for exclusion",
  implementation: "State",
  owner: "Owner",
  notes: "Notes",
};

interface Props {
  plan: ImportPlan;
  hidden: Record<string, string>;
  mark: number;
  submit: FormAction;
}

/** What the file would change, or every reason why it changes nothing yet, with the row each of them stands in. */
export function ImportPreview({ plan, hidden, mark, submit }: Props) {
  const { lines, changes, problems, unknown, passedOver } = plan;
  const words = [...unknown.applicable, ...unknown.implementation];
  const isReady = problems.length === 0 && words.length === 0;
  const changed = new Set(changes.map(({ ref }) => ref)).size;
  return (
    <div className="space-y-4">
      <p role="status">
        {count(lines.length, "control")} read, {count(changed, "control")} would change.
        {passedOver > 0 && ` ${count(passedOver, "row")} without a control number passed over.`} What the file
        does not state stays as it is.
      </p>
      {problems.length > 0 && (
        <Callout tone="danger" title={`${count(problems.length, "problem")}: nothing can be imported yet`}>
          <ul className="list-disc ps-5">
            {problems.slice(0, SHOWN).map(({ line, sentence }) => (
              <li key={`${line} ${sentence}`}>
                {line !== null && `Row ${line}: `}
                {sentence}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {words.length > 0 && (
        <Callout tone="warning" title={`${count(words.length, "word")} without a meaning`}>
          <p>
            Say above what {words.length === 1 ? "it means" : "they mean"}:{" "}
            {words.map((word) => `“${word}”`).join(", ")}.
          </p>
        </Callout>
      )}
      {isReady && (
        <ServerForm
          action={submit}
          hidden={hidden}
          version={mark}
          submitLabel={changed === 0 ? "Import nothing new" : `Import ${count(changed, "control")}`}
          pendingLabel="Importing…"
        />
      )}
      <Table
        caption="Changes"
        rows={changes.slice(0, SHOWN)}
        rowKey={({ ref, field }) => `${ref} ${field}`}
        empty={<p className="text-muted">Nothing in the file differs from the draft.</p>}
        columns={[
          { key: "ref", label: "Control", isRowHeader: true, isOneLine: true, cell: ({ ref }) => ref },
          { key: "field", label: "Field", cell: ({ field }) => fieldNames[field] },
          { key: "from", label: "Now", cell: ({ field, from }) => inWords(field, from) },
          { key: "to", label: "In the file", cell: ({ field, to }) => inWords(field, to) },
        ]}
      />
      {changes.length > SHOWN && <p className="text-muted">{changes.length - SHOWN} more changes.</p>}
    </div>
  );
}

const count = (number: number, one: string) => `${number} ${one}${number === 1 ? "" : "s"}`;

function inWords(field: SoaField, text: string): string {
  if (text === "") return "–";
  if (field === "applicable") return text === "yes" ? "Yes" : "No";
  const state = implementations.find((one) => one === text);
  return field === "implementation" && state ? implementationNames[state] : text;
}
