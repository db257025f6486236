import { grades } from "./lifecycle/finding-words";
import { type NonconformityState, nonconformityStates } from "./lifecycle/nonconformity-states";
import type { Grade } from "./lifecycle/record";

/** The register's views, as tabs. "auditor" and "client" are who the finding waits for. */
export const findingViews = ["open", "overdue", "auditor", "client", "closed", "all"] as const;
export type FindingView = (typeof findingViews)[number];

/** Filters over what is due: passed, or within so many days from today. */
export const dueFilters = ["overdue", "7d", "30d"] as const;
export type DueFilter = (typeof dueFilters)[number];

export const findingSorts = ["due", "number", "grade", "age"] as const;
export type FindingSort = (typeof findingSorts)[number];

/** What the address of the register asks for. Defaults are left out of addresses; unknown keys and values are ignored. */
export interface FindingList {
  view: FindingView;
  grades: Grade[];
  states: NonconformityState[];
  due: DueFilter | null;
  sort: FindingSort;
  isDescending: boolean;
  /** Where the page starts or ends: the key and id of its neighbour. */
  after: Cursor | null;
  before: Cursor | null;
}

export interface Cursor {
  key: string;
  id: string;
}

type Params = Readonly<Record<string, string | string[] | undefined>>;

const DEFAULT_SORT: FindingSort = "due";
const CURSOR = /^([\w-]{0,40})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Reads the register's address. A value may stand once with commas or, from a form of checkboxes, several times. */
export function parseFindingList(params: Params): FindingList {
  const [view = "open"] = pick(params.view, findingViews);
  const sortText = listOf(params.sort)[0] ?? "";
  const [sort = DEFAULT_SORT] = pick(sortText.replace(/^-/, ""), findingSorts);
  return {
    view,
    grades: pick(params.grade, grades),
    states: pick(params.state, nonconformityStates),
    due: pick(params.due, dueFilters)[0] ?? null,
    sort,
    isDescending: sortText.startsWith("-"),
    after: readCursor(params.after),
    before: readCursor(params.before),
  };
}

/** The address of the register for a list; `changes` start again from the first page unless they name one. */
export function findingListHref(base: string, list: FindingList, changes: Partial<FindingList> = {}): string {
  const next = { ...list, after: null, before: null, ...changes };
  const query = new URLSearchParams();
  const put = (name: string, value: string) => value && query.set(name, value);
  put("after", writeCursor(next.after));
  put("before", writeCursor(next.before));
  put("due", next.due ?? "");
  put("grade", next.grades.join(","));
  const sort = `${next.isDescending ? "-" : ""}${next.sort}`;
  put("sort", sort === DEFAULT_SORT ? "" : sort);
  put("state", next.states.join(","));
  put("view", next.view === "open" ? "" : next.view);
  const text = query.toString().replaceAll("%2C", ",").replaceAll("%7E", "~");
  return text ? `${base}?${text}` : base;
}

/** The address of the same view and order without filters. */
export function clearedHref(base: string, list: FindingList): string {
  return findingListHref(base, list, { grades: [], states: [], due: null });
}

/** How many filters narrow the view. */
export function countFilters({ grades, states, due }: FindingList): number {
  return [grades.length > 0, states.length > 0, due !== null].filter(Boolean).length;
}

function listOf(value: string | string[] | undefined): string[] {
  return (Array.isArray(value) ? value : [value ?? ""]).flatMap((text) => text.split(",")).filter(Boolean);
}

function pick<T extends string>(value: string | string[] | undefined, allowed: readonly T[]): T[] {
  const asked = listOf(value);
  return allowed.filter((one) => asked.includes(one));
}

function readCursor(value: string | string[] | undefined): Cursor | null {
  const [, key, id] = CURSOR.exec(Array.isArray(value) ? "" : (value ?? "")) ?? [];
  return id === undefined ? null : { key: key ?? "", id };
}

function writeCursor(cursor: Cursor | null): string {
  return cursor ? `${cursor.key}~${cursor.id}` : "";
}
