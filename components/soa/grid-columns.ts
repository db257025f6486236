import {
  implementationNames,
  implementations,
  type SoaField,
  type SoaLine,
  textOf,
} from "@/lib/soa/statement";

/** A column of the grid that can be written into. */
export interface GridColumn {
  key: "applicable" | "justification" | "implementation" | "owner" | "notes";
  label: string;
  /** The choices, where only some values are possible; the first takes the value away. */
  options?: readonly { value: string; label: string }[];
}

export const gridColumns: readonly GridColumn[] = [
  {
    key: "applicable",
    label: "Applicable",
    options: [
      { value: "", label: "Undecided" },
      { value: "yes", label: "Yes" },
      { value: "no", label: "No" },
    ],
  },
  { key: "justification", label: "Justification" },
  {
    key: "implementation",
    label: "State",
    options: [
      { value: "", label: "Not stated" },
      ...implementations.map((value) => ({ value, label: implementationNames[value] })),
    ],
  },
  { key: "owner", label: "Owner" },
  { key: "notes", label: "Notes" },
];

/** The field behind a cell: one column holds why a control is in, or why it is left out. */
export function fieldOf(column: GridColumn, line: Pick<SoaLine, "applicable">): SoaField {
  return column.key === "justification" && line.applicable === false ? "exclusion" : column.key;
}

/** What a cell shows for a value. */
export function labelOf(column: GridColumn, value: string): string {
  return column.options?.find((option) => option.value === value)?.label ?? value;
}

/** The choice that a typed letter goes on to: the next one after the value that begins with it. */
export function choiceByLetter(column: GridColumn, value: string, letter: string): string | null {
  const options = column.options ?? [];
  const at = options.findIndex((option) => option.value === value);
  const turned = [...options.slice(at + 1), ...options.slice(0, at + 1)];
  const found = turned.find(({ label }) => label.toLowerCase().startsWith(letter.toLowerCase()));
  return found && found.value !== value ? found.value : null;
}

export const cellKey = (ref: string, field: SoaField) => `${ref} ${field}`;

/** The line with what was typed and is not on the page's own lines yet. */
export function withTyped(line: SoaLine, typed: ReadonlyMap<string, { text: string }>): SoaLine {
  const next: SoaLine = { ...line };
  const read = (field: SoaField) => typed.get(cellKey(line.ref, field))?.text;
  const applicable = read("applicable");
  if (applicable !== undefined) next.applicable = applicable === "" ? null : applicable === "yes";
  const implementation = read("implementation");
  if (implementation !== undefined)
    next.implementation = implementations.find((one) => one === implementation) ?? null;
  for (const field of ["justification", "exclusion", "owner", "notes"] as const) {
    const text = read(field);
    if (text !== undefined) next[field] = text || null;
  }
  return next;
}

export const shownText = (line: SoaLine, column: GridColumn) => textOf(line, fieldOf(column, line));
