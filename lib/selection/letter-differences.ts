import { type LetterSection, letterSectionNames } from "./letter-draft";

/** What a letter says, as far as two of them can be held against each other; null stands in the file of the letter. */
export interface LetterWords extends Partial<Record<LetterSection, string | null>> {
  scope?: string;
  /** Names of the sites. */
  sites?: readonly string[];
  /** Names of the duties of the client. */
  duties?: readonly string[];
  /** The name of the file in which the letter stands. */
  file?: string | null;
}

/** One difference: where, what was said before and what is said now; null = nothing. */
export interface Difference {
  where: string;
  before: string | null;
  after: string | null;
  /** "0.5 days more", where both are figures of one kind. */
  change: string | null;
}

const sections: readonly LetterSection[] = [
  "standardText",
  "daysText",
  "datesText",
  "feesText",
  "confidentiality",
  "terms",
];

/**
 * How `after` differs from `before`, in words: number for number where both name the same thing on a line of its own, else
 * section by section. What either does not say at all, or leaves to its file, is not held against the other.
 */
export function compareLetters(before: LetterWords, after: LetterWords): Difference[] {
  return [
    ...compareSection("Scope", before.scope, after.scope),
    ...compareNames("Site", before.sites, after.sites),
    ...sections.flatMap((section) =>
      compareSection(letterSectionNames[section], before[section], after[section]),
    ),
    ...compareNames("Duty of the client", before.duties, after.duties),
    ...compareSection("File of the letter", before.file, after.file),
  ];
}

function compareNames(where: string, before?: readonly string[], after?: readonly string[]): Difference[] {
  if (!before || !after) return [];
  const gone = before.filter((name) => !after.includes(name));
  const come = after.filter((name) => !before.includes(name));
  return [
    ...gone.map((name) => ({ where, before: name, after: null, change: null })),
    ...come.map((name) => ({ where, before: null, after: name, change: null })),
  ];
}

function compareSection(where: string, before?: string | null, after?: string | null): Difference[] {
  if (before == null || after == null || plain(before) === plain(after)) return [];
  const one = labelled(before);
  const other = labelled(after);
  if (!one || !other) return [{ where, before: plain(before), after: plain(after), change: null }];
  const labels = [...new Set([...one.keys(), ...other.keys()])];
  return labels.flatMap((label) => {
    const was = one.get(label) ?? null;
    const is = other.get(label) ?? null;
    return was === is
      ? []
      : [{ where: `${where}, ${label}`, before: was, after: is, change: changeOf(was, is) }];
  });
}

/** The lines of a section by their labels ("Stage 1: 3 days"); null where a line has none, or two have the same. */
function labelled(text: string): Map<string, string> | null {
  const found = new Map<string, string>();
  for (const line of plain(text).split("\n")) {
    const [, label, value] = /^([^:]{1,60}):\s*(.+)$/.exec(line) ?? [];
    if (!label || !value || found.has(label)) {
      // A closing remark such as "All amounts without tax." is a line of its own.
      if (found.has(line) || label) return null;
      found.set(line, line);
      continue;
    }
    found.set(label, value);
  }
  return [...found].some(([label, value]) => label !== value) ? found : null;
}

/** "EUR 1,400.00" and "3.5 days": what stands before the figure, the figure in hundredths, what stands behind it. */
function readFigure(text: string | null) {
  const [, unit = "", whole, part = "", rest = ""] =
    /^([A-Z]{3} )?([\d,]{1,15})(?:\.(\d{1,2}))?( days?)?$/.exec(text ?? "") ?? [];
  if (whole === undefined) return null;
  const hundredths = Number(whole.replaceAll(",", "")) * 100 + Number(part.padEnd(2, "0"));
  return { unit, rest: rest.trim().replace(/s$/, ""), hundredths, isMoney: unit !== "" };
}

function changeOf(before: string | null, after: string | null): string | null {
  const was = readFigure(before);
  const is = readFigure(after);
  if (!was || !is || was.unit !== is.unit || was.rest !== is.rest) return null;
  const by = Math.abs(is.hundredths - was.hundredths);
  const way = is.hundredths > was.hundredths ? "more" : "less";
  const figure = sayHundredths(by, was.isMoney);
  const kind = was.rest && ` ${was.rest}${by === 100 ? "" : "s"}`;
  return `${was.unit}${figure}${kind} ${way}`;
}

function sayHundredths(hundredths: number, isMoney: boolean): string {
  const whole = Math.floor(hundredths / 100).toLocaleString("en-US");
  const part = String(hundredths % 100).padStart(2, "0");
  if (isMoney) return `${whole}.${part}`;
  const short = part.replace(/0+$/, "");
  return short === "" ? whole : `${whole}.${short}`;
}

/** Line ends and spaces around lines are no difference. */
function plain(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}
