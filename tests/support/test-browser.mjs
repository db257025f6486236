/** Runs once before the browser tests: finds the Chromium they are driven with. */
import { BROWSER_FLAGS, findBrowser } from "../../scripts/browser.mjs";

export async function setup(project) {
  project.provide("chromium", { program: await findBrowser(), flags: BROWSER_FLAGS });
}
