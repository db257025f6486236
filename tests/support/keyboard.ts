import type { Page } from "playwright-core";
import { expect } from "vitest";

/** A page with more stops than this is a trap for whoever has no mouse. */
const MAX_STOPS = 150;
const RING_PX = 2;

interface Stop {
  label: string;
  /** Width of the outline in pixels; 0 when there is none. */
  ring: number;
  isChecked: boolean;
}

/** The element that has the focus. */
const stopOf = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const style = getComputedStyle(element);
    const label = element.labels?.[0]?.textContent ?? element.getAttribute("aria-label");
    return {
      label: (label || element.textContent || "").trim(),
      ring: style.outlineStyle === "none" ? 0 : Number.parseFloat(style.outlineWidth),
      isChecked: element.checked === true,
    };
  });

/** Goes on with Tab, or back with Shift+Tab, to the stop with this label. Every stop on the way shows its focus. */
export async function tabTo(page: Page, label: RegExp, key: "Tab" | "Shift+Tab" = "Tab"): Promise<Stop> {
  const passed: string[] = [];
  while (passed.length < MAX_STOPS) {
    await page.keyboard.press(key);
    const stop = await stopOf(page);
    expect(stop.ring, `focus ring of "${stop.label}"`).toBeGreaterThanOrEqual(RING_PX);
    if (label.test(stop.label)) return stop;
    passed.push(stop.label.slice(0, 30));
  }
  throw new Error(`Tab does not come to ${label}: ${passed.join(" | ")}`);
}

/** Replaces what stands in the field with this label. */
export async function type(page: Page, label: RegExp, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** Chooses one of a group of radio buttons: Tab comes to the group, the arrows go through it. */
export async function choose(page: Page, group: RegExp, option: RegExp): Promise<void> {
  let stop = await tabTo(page, group);
  for (let step = 0; !option.test(stop.label) && step < MAX_STOPS; step += 1) {
    await page.keyboard.press("ArrowDown");
    stop = await stopOf(page);
  }
  if (!stop.isChecked) await page.keyboard.press("Space");
  expect(await stopOf(page)).toMatchObject({ label: expect.stringMatching(option), isChecked: true });
}

/** Presses a button, and the button of the check that follows it. */
export async function press(page: Page, label: RegExp, { isChecked = false } = {}): Promise<void> {
  await tabTo(page, label);
  const answered = page.waitForResponse((response) => "next-action" in response.request().headers());
  await page.keyboard.press("Enter");
  if (isChecked) {
    // The check takes the focus; its button is the next stop with that label.
    await page.waitForFunction(() => document.activeElement?.tagName === "SECTION");
    await tabTo(page, label);
    await page.keyboard.press("Enter");
  }
  await answered;
}
