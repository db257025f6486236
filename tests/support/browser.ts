import { type Browser, chromium, type Page } from "playwright-core";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    chromium: { program: string; flags: string[] };
  }
}

/** One browser for a test file; every person who signs in gets a context of their own in it. */
export async function openBrowser(): Promise<Browser> {
  const { program, flags } = inject("chromium");
  return await chromium.launch({ executablePath: program, args: flags });
}

/** Collects what a page complains of: errors in its console and failures of its scripts. Should stay empty. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  return complaints;
}
