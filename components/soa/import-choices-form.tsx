import { Button } from "@/components/ui/button";
import type { Layout } from "@/lib/soa/import-layout";
import type { ImportPlan } from "@/lib/soa/import-plan";
import { importColumnNames, importColumns } from "@/lib/soa/import-words";
import { implementationNames, implementations } from "@/lib/soa/statement";

interface Found {
  sheets: readonly string[];
  sheet: number;
  layout: Layout;
  plan: Pick<ImportPlan, "unknown">;
}

interface Props {
  base: string;
  file: string;
  found: Found;
  /** Names and values of the choices that were made already. */
  sent: Readonly<Record<string, string>>;
}

const APPLICABLE = { yes: "Applicable", no: "Left out", none: "Undecided" };
const STATES = {
  ...Object.fromEntries(implementations.map((state) => [state, implementationNames[state]])),
  none: "Not stated",
};

/** How the file is read: its sheet, its columns, and what its words mean. A plain form: every choice is in the address. */
export function ImportChoicesForm({ base, file, found, sent }: Props) {
  const { sheets, sheet, layout, plan } = found;
  const known = (name: string) => Object.entries(sent).filter(([key]) => key.startsWith(`${name}.`));
  return (
    <form action={base} className="space-y-5">
      <input type="hidden" name="file" value={file} />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {sheets.length > 1 && (
          <Select
            name="sheet"
            label="Sheet"
            value={String(sheet)}
            options={sheets.map((one, at) => [String(at), one])}
          />
        )}
        {importColumns.map((column) => (
          <Select
            key={column}
            name={`columns.${column}`}
            label={importColumnNames[column]}
            value={String(layout.columns[column] ?? "")}
            options={[
              ["", "Not in the file"],
              ...layout.headings.map((heading, at): Option => [String(at), nameColumn(heading, at)]),
            ]}
          />
        ))}
      </div>
      <Words
        name="applicableWords"
        legend="What these words say about applicability"
        known={known("applicableWords")}
        words={plan.unknown.applicable}
        options={APPLICABLE}
      />
      <Words
        name="stateWords"
        legend="What these words say about the state"
        known={known("stateWords")}
        words={plan.unknown.implementation}
        options={STATES}
      />
      <Button type="submit">Read it like this</Button>
    </form>
  );
}

type Option = readonly [value: string, label: string];

const nameColumn = (heading: string, at: number) => heading || `Column ${at + 1}`;

function Select({
  name,
  label,
  value,
  options,
}: {
  name: string;
  label: string;
  value: string;
  options: readonly Option[];
}) {
  return (
    <label className="grid min-w-0 gap-1">
      <span className="font-medium">{label}</span>
      <select name={name} defaultValue={value} className="control">
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

interface WordsProps {
  name: string;
  legend: string;
  /** Names and values of the words that have a meaning already. */
  known: readonly (readonly [string, string])[];
  words: readonly string[];
  options: Readonly<Record<string, string>>;
}

/** Asks for the meaning of each word that is not known; those answered before are sent along. */
function Words({ name, legend, known, words, options }: WordsProps) {
  const answered = known.filter(([key, value]) => key.endsWith(".word") && !words.includes(value));
  const meaning = (key: string) =>
    known.find(([other]) => other === key.replace(/word$/, "means"))?.[1] ?? "";
  const asked = [
    ...answered.map(([key, word]) => ({ word, means: meaning(key) })),
    ...words.map((word) => ({ word, means: "" })),
  ];
  if (asked.length === 0) return null;
  return (
    <fieldset className="space-y-2">
      <legend className="font-medium">{legend}</legend>
      {asked.map(({ word, means }, at) => (
        <label key={word} className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[14rem_16rem]">
          <span className="break-words">“{word}”</span>
          <input type="hidden" name={`${name}.${at}.word`} value={word} />
          <select name={`${name}.${at}.means`} defaultValue={means} className="control">
            <option value="">Choose</option>
            {Object.entries(options).map(([option, label]) => (
              <option key={option} value={option}>
                {label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
