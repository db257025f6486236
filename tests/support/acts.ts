import type { Page } from "playwright-core";

/** Where a page keeps its count, so that it outlives a page that is loaded anew. */
const KEPT_AS = "acts of the reader";

/**
 * Counts what a person does on the pages of a tab: clicks, taps and Enter; typing and Tab are not counted. An Enter or a label
 * that sets off a click is one act.
 */
export interface ActCount {
  /** From here on; what was done before does not count. */
  begin(): Promise<void>;
  /** Acts since the beginning. */
  read(): Promise<number>;
}

export async function countActs(page: Page): Promise<ActCount> {
  await page.addInitScript(listen, KEPT_AS);
  await page.evaluate(listen, KEPT_AS);
  return {
    begin: () => page.evaluate((key) => sessionStorage.setItem(key, "0"), KEPT_AS),
    read: () => page.evaluate((key) => Number(sessionStorage.getItem(key)), KEPT_AS),
  };
}

/** Runs in the page, before its own scripts. */
function listen(key: string): void {
  const mark = `data-${key.replaceAll(" ", "-")}`;
  if (document.documentElement?.hasAttribute(mark)) return;
  // An init script may run before there is a root element; a document that is loaded anew has none of the listeners either.
  document.addEventListener("DOMContentLoaded", () => document.documentElement.setAttribute(mark, ""));
  document.documentElement?.setAttribute(mark, "");
  let holdsEnter = false;
  let passedOn: Element | null = null;
  const count = () => sessionStorage.setItem(key, String(Number(sessionStorage.getItem(key)) + 1));
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter" || event.repeat) return;
      holdsEnter = true;
      count();
    },
    { capture: true },
  );
  document.addEventListener("keyup", () => (holdsEnter = false), { capture: true });
  document.addEventListener(
    "click",
    ({ target }) => {
      if (holdsEnter || !(target instanceof Element)) return;
      // A label passes a click on to its field.
      const isPassedOn = target === passedOn;
      const field = target.closest("label")?.control ?? null;
      passedOn = isPassedOn || field === target ? null : field;
      if (isPassedOn) return;
      count();
    },
    { capture: true },
  );
}
