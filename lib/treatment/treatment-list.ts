import { type TreatmentState, treatmentStates } from "./treatment";

/** What the address of the list asks for. Unknown keys and values are ignored. */
export interface TreatmentList {
  state: TreatmentState | null;
  isOverdue: boolean;
  /** A reference of the statement. */
  control: string | null;
  /** Id of the line before or after the page; the one that stands goes first. */
  after: string | null;
  before: string | null;
}

type Params = Readonly<Record<string, string | string[] | undefined>>;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_CONTROL = 40;

export function parseTreatmentList(params: Params): TreatmentList {
  const one = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value)?.trim() || null;
  };
  const idIn = (name: string) => (UUID.test(one(name) ?? "") ? one(name) : null);
  return {
    state: treatmentStates.find((state) => state === one("state")) ?? null,
    isOverdue: one("due") === "overdue",
    control: one("control")?.slice(0, MAX_CONTROL) ?? null,
    after: idIn("after"),
    before: idIn("before"),
  };
}

/** The address of the list; `changes` start again from the first page unless they name one. */
export function treatmentListHref(
  base: string,
  list: TreatmentList,
  changes: Partial<TreatmentList> = {},
): string {
  const next = { ...list, after: null, before: null, ...changes };
  const query = new URLSearchParams();
  if (next.state) query.set("state", next.state);
  if (next.isOverdue) query.set("due", "overdue");
  if (next.control) query.set("control", next.control);
  if (next.after) query.set("after", next.after);
  if (next.before) query.set("before", next.before);
  const text = query.toString();
  return text ? `${base}?${text}` : base;
}

/** How many filters narrow the list. */
export function countTreatmentFilters({ state, isOverdue, control }: TreatmentList): number {
  return [state !== null, isOverdue, control !== null].filter(Boolean).length;
}
