import type { Page } from "playwright-core";

/** More pages than the demonstration has for one person: reaching it means that the walk does not end. */
const MAX_PAGES = 250;
/** Texts that only a fault can show: a value that is not there, a code instead of a word, an id. */
const RAW =
  /\b(?:undefined|NaN|null)\b|Invalid Date|\[object |\b[a-z]+_[a-z][a-z_0-9]*\b|\b(?:sourcing|certification|audit|nonconformity|certificate)\.[a-z]+[A-Z]|\b[0-9a-f]{8}-[0-9a-f]{4}-/;
/** Downloads are asked for, not shown. */
const DOWNLOAD = /^\/api\//;

/**
 * Follows every link of the same origin from the page where it stands, each address once. Tells `report` of every
 * address that does not answer, shows a raw value or has not exactly one heading of the first level.
 */
export async function crawl(page: Page, report: (path: string, problem: string) => void): Promise<string[]> {
  const origin = new URL(page.url()).origin;
  const start = new URL(page.url()).pathname;
  const found = new Map([[start, "the sign-in"]]);
  for (const [path, from] of found) {
    if (found.size > MAX_PAGES) throw new Error(`More than ${MAX_PAGES} pages, the last one ${path}`);
    if (DOWNLOAD.test(path)) {
      const answer = await page.request.get(path);
      if (!answer.ok()) report(path, `linked from ${from} answers ${answer.status()}`);
      continue;
    }
    const answer = await page.goto(path);
    if (answer?.status() !== 200) report(path, `linked from ${from} answers ${answer?.status()}`);
    const { text, headings, links } = await look(page);
    const raw = text.match(RAW);
    if (raw) report(path, `shows "${raw[0]}" in "${around(text, raw.index ?? 0)}"`);
    if (headings !== 1) report(path, `has ${headings} headings of the first level`);
    for (const link of links) {
      const url = new URL(link);
      const address = url.pathname + url.search;
      if (url.origin === origin && !found.has(address)) found.set(address, path);
    }
  }
  return [...found.keys()];
}

/** What a page shows and links to, once its scripts are alive. */
async function look(page: Page): Promise<{ text: string; headings: number; links: string[] }> {
  await untilAlive(page);
  return await page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.parentElement?.closest("script, style, template")) texts.push(node.textContent ?? "");
    }
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      for (const element of document.querySelectorAll(`[${name}]`))
        texts.push(element.getAttribute(name) ?? "");
    }
    return {
      text: texts.join(" "),
      headings: document.querySelectorAll("h1").length,
      links: Array.from(document.querySelectorAll("a[href]"), (link) => (link as HTMLAnchorElement).href),
    };
  });
}

/** Waits until React has taken over the page: only then a fault of its scripts has had its chance. Plain pages are at once. */
export async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    if (!document.querySelector("script[src*='/_next/']")) return true;
    return Object.keys(document.body).some((key) => key.startsWith("__react"));
  });
}

function around(text: string, index: number): string {
  return text.slice(Math.max(0, index - 30), index + 50);
}
