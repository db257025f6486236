import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

/** axe-core is put into the page as text: its package for Playwright needs a newer Node. */
const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What can differ between the two themes, which are the same page in other colours. */
const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

interface AxeResults {
  violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[];
}

/**
 * What axe finds on a page as it stands, one line a place; target-size is off in axe and switched on here. With
 * `coloursAlone` only the rules that a theme can break: for a page that was looked at whole in the other theme.
 */
export async function listViolations(page: Page, coloursAlone = false): Promise<string[]> {
  // Taken in again only by a page that is new: it is half a megabyte of script.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(source);
  const { violations } = await page.evaluate(
    (options) =>
      (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run(options),
    {
      runOnly: coloursAlone ? { type: "rule", values: COLOUR_RULES } : { type: "tag", values: TAGS },
      ...(!coloursAlone && { rules: { "target-size": { enabled: true } } }),
      resultTypes: ["violations"],
    },
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} at ${target.join(" ")} (${firstLine(failureSummary)})`,
    ),
  );
}

const firstLine = (text = "") => text.split("\n").slice(1, 2).join("").trim();

/** Tables of which a part lies outside their own frame; where there is room for a desk, nothing may hide there. */
export async function listWideTables(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    Array.from(document.querySelectorAll(".scroll-region"))
      .filter((region) => region.scrollWidth > region.clientWidth)
      .map(
        (region) =>
          `${region.getAttribute("aria-label")} hides ${region.scrollWidth - region.clientWidth} px`,
      ),
  );
}

/** By how many pixels a page is wider than its window: it must never scroll sideways. */
export async function measureOverflow(page: Page): Promise<number> {
  return await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** Open tabs that lie outside of their own bar, which scrolls sideways on a narrow screen. */
export async function listHiddenTabs(page: Page): Promise<string[]> {
  return await page.evaluate(() =>
    Array.from(document.querySelectorAll("main nav [aria-current=page]"))
      .filter((tab) => {
        const bar = tab.closest("nav")?.getBoundingClientRect();
        const { left, right } = tab.getBoundingClientRect();
        return bar !== undefined && (left < Math.floor(bar.left) || right > Math.ceil(bar.right));
      })
      .map((tab) => `the open tab ${tab.textContent} is out of sight`),
  );
}
