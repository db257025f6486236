import { gapsOf, type Implementation, implementations, type SoaLine } from "./statement";

export const decidedFilters = ["yes", "no", "undecided", "gaps"] as const;
export type DecidedFilter = (typeof decidedFilters)[number];

/** What the address of the statement asks for. Unknown keys and values are ignored. */
export interface SoaList {
  /** The number of a theme, or "own". */
  theme: string | null;
  decided: DecidedFilter | null;
  state: Implementation | null;
  owner: string | null;
  /** Stands in the reference, the title or any text of the line; upper and lower case are one. */
  text: string | null;
}

type Params = Readonly<Record<string, string | string[] | undefined>>;

export function parseSoaList(params: Params): SoaList {
  const one = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() || null;
  };
  const theme = one("theme");
  return {
    theme: theme && /^(\d{1,2}|own)$/.test(theme) ? theme : null,
    decided: decidedFilters.find((filter) => filter === one("decided")) ?? null,
    state: implementations.find((state) => state === one("state")) ?? null,
    owner: one("owner"),
    text: one("q"),
  };
}

/** The address of the statement with these filters. */
export function soaListHref(base: string, { theme, decided, state, owner, text }: SoaList): string {
  const asked = Object.entries({ theme, decided, state, owner, q: text });
  const query = new URLSearchParams(asked.flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return query.size > 0 ? `${base}?${query}` : base;
}

export function countSoaFilters(list: SoaList): number {
  return Object.values(list).filter((value) => value !== null).length;
}

/** The lines that the address asks for, in their order. */
export function filterLines<L extends SoaLine>(lines: readonly L[], list: SoaList): L[] {
  const text = list.text?.toLowerCase() ?? null;
  return lines.filter(
    (line) =>
      (list.theme === null || (list.theme === "own" ? null : Number(list.theme)) === line.theme) &&
      (list.decided === null || isDecidedSo(line, list.decided)) &&
      (list.state === null || line.implementation === list.state) &&
      (list.owner === null || line.owner === list.owner) &&
      (text === null || wordsOf(line).includes(text)),
  );
}

function isDecidedSo(line: SoaLine, decided: DecidedFilter): boolean {
  if (decided === "gaps") return gapsOf(line).length > 0;
  if (decided === "undecided") return line.applicable === null;
  return line.applicable === (decided === "yes");
}

function wordsOf({ ref, title, justification, exclusion, owner, notes }: SoaLine): string {
  return [ref, title, justification, exclusion, owner, notes].join("\n").toLowerCase();
}
