import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
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

/** Adds what a page complains of, errors in its console and failures of its scripts, to the list. */
export function listenForComplaints(page: Page, complaints: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
}

/** Lets every page of a context tell its console when its own policy stopped something, also what it stops in silence. */
export async function listenForBreaches(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    addEventListener(
      "securitypolicyviolation",
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) => {
        console.error(`Breach of ${violatedDirective} by ${blockedURI} at ${sourceFile}:${lineNumber}`);
      },
    );
  });
}
