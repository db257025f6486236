/** Letters that act on a page, and the element each one follows. The page marks its elements. */
export const followKeys = {
  n: { selector: "[data-new]", words: "New" },
  e: { selector: "[data-edit]", words: "Edit" },
  "[": { selector: "[data-prev]", words: "Previous record" },
  "]": { selector: "[data-next]", words: "Next record" },
} as const;

/** After "g" the second letter must come within this time, in milliseconds. */
export const SEQUENCE_MS = 1000;

/** True where a letter is text, not a command. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target.matches("textarea, select, [role='combobox'], [role='listbox'] *");
}

function listRows(): HTMLElement[] {
  return Array.from(document.querySelectorAll<HTMLElement>("[data-row]"));
}

function mainLink(row: HTMLElement): HTMLElement | null {
  return (
    row.querySelector<HTMLElement>("th a[href]") ?? row.querySelector<HTMLElement>("a[href], button, input")
  );
}

/** The row that holds the focus. */
export function findFocusedRow(): HTMLElement | undefined {
  return listRows().find((row) => row.contains(document.activeElement));
}

/** Moves the focus to the main link of the next (1) or previous (-1) row; stops at the ends. */
export function moveRow(step: 1 | -1): void {
  const rows = listRows();
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = rows[at === -1 ? (step === 1 ? 0 : rows.length - 1) : at + step];
  if (!next) return;
  mainLink(next)?.focus();
  next.scrollIntoView({ block: "nearest" });
}

/** Opens the focused row from wherever in it the focus is; false leaves Enter to the focused element. */
export function openRow(): boolean {
  const row = findFocusedRow();
  if (!row || document.activeElement?.matches("a, button, summary")) return false;
  mainLink(row)?.click();
  return true;
}

/** Ticks or unticks the focused row. */
export function toggleRow(): void {
  findFocusedRow()?.querySelector<HTMLInputElement>("input[type=checkbox]")?.click();
}

/** Focuses the filter of the page; false when it has none. */
export function focusFilter(): boolean {
  const filter = document.querySelector<HTMLElement>("[data-filter]");
  filter?.focus();
  return filter !== null;
}

/** The link back to the list, unless something unsent is typed on the page. */
export function findWayBack(): HTMLAnchorElement | null {
  if (document.querySelector("form[data-dirty]")) return null;
  return document.querySelector<HTMLAnchorElement>("a[data-back]");
}

/** What the keys do on this page, for the list behind "?". */
export function listPageKeys(): [string, string][] {
  const keys: [string, string][] = [];
  if (listRows().length > 0) {
    keys.push(["j / k", "Next and previous row"], ["Enter", "Open the row"]);
    if (document.querySelector("[data-row] input[type=checkbox]")) keys.push(["x", "Select the row"]);
  }
  if (document.querySelector("[data-filter]")) keys.push(["/", "Go to the filter"]);
  for (const [key, { selector, words }] of Object.entries(followKeys)) {
    const element = document.querySelector(selector);
    if (element) keys.push([key, element.textContent?.trim() || words]);
  }
  if (document.querySelector("a[data-back]")) keys.push(["Esc", "Back"]);
  if (document.querySelector("main form")) keys.push(["Ctrl Enter", "Send the form"]);
  return keys;
}
