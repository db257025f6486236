/** Most fields one form may send. */
export const MAX_FORM_FIELDS = 2000;
/** Deepest name: "a.0.b.0.c.0" has six parts. */
export const MAX_FORM_DEPTH = 6;
/** Most rows in one list of a form. */
export const MAX_FORM_ROWS = 500;
/** Longest field name in characters. */
export const MAX_FORM_NAME_LENGTH = 120;

/** A form value: text, a file, a list, or a group of them. */
export type FormValue = string | File | FormValue[] | { [key: string]: FormValue };

/** Thrown for a form no page of ours can have made: a bad name, too many fields, gaps in rows. */
export class UnreadableForm extends Error {
  override name = "UnreadableForm";
}

// Nobody types it, some documents that text is copied from hold it, and Postgres cannot keep it.
const NUL = "\0";
// React adds its own fields to a form posted without script; they are not data.
const FRAMEWORK_PREFIX = "$ACTION";
const GROUP_KEY = /^[A-Za-z][A-Za-z0-9_-]*$/;
const ROW_KEY = /^(0|[1-9][0-9]{0,2})$/;
// Names that reach the prototype of a plain object.
const PROTOTYPE_KEYS = new Set(["constructor", "prototype", "toString", "valueOf", "hasOwnProperty"]);

type Branch = Map<string, Branch | (string | File)[]>;

/**
 * Reads a form into a nested plain object: "actions.0.what" becomes `{ actions: [{ what }] }`.
 * Empty text stays "" and files stay files; the schema decides what they mean. A name sent more
 * than once (a group of checkboxes) becomes a list: read it with `asList`.
 * Throws `UnreadableForm` for a name that is not ours, too many fields, or rows with gaps.
 */
export function formToObject(form: FormData): { [key: string]: FormValue } {
  const root: Branch = new Map();
  let count = 0;
  for (const [name, value] of form.entries()) {
    if (name.startsWith(FRAMEWORK_PREFIX)) continue;
    count += 1;
    if (count > MAX_FORM_FIELDS) throw new UnreadableForm(`More than ${MAX_FORM_FIELDS} fields.`);
    place(root, readName(name), typeof value === "string" ? value.replaceAll(NUL, "") : value);
  }
  const object: { [key: string]: FormValue } = {};
  for (const [key, child] of root) object[key] = settle(child, key);
  return object;
}

/** The values of a repeated name: none, one or many, always as a list. */
export function asList(value: unknown): unknown[] {
  if (value === undefined || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

function readName(name: string): string[] {
  if (name.length > MAX_FORM_NAME_LENGTH) throw new UnreadableForm("A field name is too long.");
  const parts = name.split(".");
  if (parts.length > MAX_FORM_DEPTH) throw new UnreadableForm(`Field "${name}" is nested too deep.`);
  for (const [depth, part] of parts.entries()) {
    const isRow = ROW_KEY.test(part) && depth > 0;
    const isGroup = GROUP_KEY.test(part) && !PROTOTYPE_KEYS.has(part);
    if (!isRow && !isGroup) throw new UnreadableForm(`Field name "${name}" is not allowed.`);
  }
  return parts;
}

function place(root: Branch, parts: string[], value: string | File): void {
  let branch = root;
  for (const part of parts.slice(0, -1)) {
    const child = branch.get(part) ?? new Map();
    if (Array.isArray(child)) throw new UnreadableForm(`"${part}" is both a value and a group.`);
    branch.set(part, child);
    branch = child;
  }
  const last = parts.at(-1) ?? "";
  const there = branch.get(last);
  if (there === undefined) branch.set(last, [value]);
  else if (Array.isArray(there)) there.push(value);
  else throw new UnreadableForm(`"${last}" is both a value and a group.`);
}

function settle(child: Branch | (string | File)[], path: string): FormValue {
  if (Array.isArray(child)) return child.length === 1 && child[0] !== undefined ? child[0] : child;
  const keys = [...child.keys()];
  if (keys.every((key) => ROW_KEY.test(key))) return settleRows(child, path);
  if (keys.some((key) => ROW_KEY.test(key))) {
    throw new UnreadableForm(`"${path}" mixes rows and fields.`);
  }
  const object: { [key: string]: FormValue } = {};
  for (const [key, value] of child) object[key] = settle(value, `${path}.${key}`);
  return object;
}

/** Rows must run 0, 1, 2 … so that an error's name ("actions.2.what") finds its field again. */
function settleRows(rows: Branch, path: string): FormValue[] {
  if (rows.size > MAX_FORM_ROWS) throw new UnreadableForm(`"${path}" has more than ${MAX_FORM_ROWS} rows.`);
  return Array.from({ length: rows.size }, (_, index) => {
    const row = rows.get(String(index));
    if (row === undefined) throw new UnreadableForm(`"${path}" has gaps in its rows.`);
    return settle(row, `${path}.${index}`);
  });
}
