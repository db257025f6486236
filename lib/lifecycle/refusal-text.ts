import { formatDay, parseDay } from "@/lib/day";

/** What a sentence is told: days as ISO text, numbers and names. Null: the sentence needs nothing. */
export type RefusalData = Readonly<Record<string, string | number>>;

/** One refusal in words: the rule and clause it stands on, who or what lifts it, and the sentence. */
export interface RefusalText<D> {
  rule: string;
  clause: string;
  /** "block" for a HARD rule; "justify" for a SOFT one, which passes with a reason that is kept. */
  severity: "block" | "justify";
  lift: string;
  says: (data: D) => string;
}

type Sentence<D> = string | ((data: D) => string);

function text<D>(
  severity: "block" | "justify",
  rule: string,
  clause: string,
  lift: string,
  says: Sentence<D>,
) {
  return { rule, clause, severity, lift, says: typeof says === "string" ? () => says : says };
}

/** A HARD rule: the act is refused. */
export function block<D = null>(
  rule: string,
  clause: string,
  lift: string,
  says: Sentence<D>,
): RefusalText<D> {
  return text("block", rule, clause, lift, says);
}

/** A SOFT rule: the act passes with a justification. */
export function justify<D = null>(
  rule: string,
  clause: string,
  says: Sentence<D>,
  lift = "A reason that is kept with the act.",
): RefusalText<D> {
  return text("justify", rule, clause, lift, says);
}

/** A clause of ISO/IEC 17021-1. */
export function iso(clause: string): string {
  return `ISO/IEC 17021-1 ${clause}`;
}

/** A clause of ISO/IEC 27006-1. */
export function isms(clause: string): string {
  return `ISO/IEC 27006-1 ${clause}`;
}

/** "27 Mar 2027"; "a day that is not stated" where the record has none; a text that is no day stays as it is. */
export function dayText(on: string): string {
  const day = parseDay(on);
  if (day !== null) return formatDay(day);
  return on === "" ? "a day that is not stated" : on;
}
