import type { Page } from "playwright-core";

/** More addresses than the demonstration has for one person: reaching it means that the walk does not end. */
const MAX_ADDRESSES = 600;
/** Each screen is opened in the browser this often for one person; further ones are read without running their scripts. */
const OPENED_PER_SCREEN = 1;
/** A filter or an opened line in the address of one record's screen is followed with so many of its values: the rest is built alike. */
const VALUES_PER_FILTER = 12;
/** Texts that only a fault can show: a value that is not there, a code instead of a word, an id. */
const RAW =
  /\b(?:undefined|NaN|null)\b|Invalid Date|\[object |\b[a-z]+_[a-z][a-z_0-9]*\b|\b(?:sourcing|certification|audit|nonconformity|certificate)\.[a-z]+[A-Z]|\b[0-9a-f]{8}-[0-9a-f]{4}-/;
/** Downloads are asked for, not shown. */
const DOWNLOAD = /^\/api\//;
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;

interface Shown {
  text: string;
  headings: number;
  links: string[];
}

/**
 * Follows every link of the same origin from the page where it stands, each address once. Tells `report` of every
 * address that does not answer, shows a raw value or has not exactly one heading of the first level.
 */
export async function crawl(page: Page, report: (path: string, problem: string) => void): Promise<string[]> {
  const origin = new URL(page.url()).origin;
  const opened = new Map<string, number>();
  const values = new Map<string, number>();
  // Pages are taken apart on an empty one, so that no page's own policy speaks up against that.
  const desk = await page.context().newPage();
  const found = new Map([[new URL(page.url()).pathname, "the sign-in"]]);
  for (const [address, from] of found) {
    if (found.size > MAX_ADDRESSES) throw new Error(`More than ${MAX_ADDRESSES} addresses: ${address}`);
    const screen = screenOf(address);
    const times = opened.get(screen) ?? 0;
    opened.set(screen, times + 1);
    const answer = times < OPENED_PER_SCREEN && !DOWNLOAD.test(address) ? await open(page, address) : null;
    const { status, html } = answer ?? (await read(page, address));
    if (status !== 200) report(address, `linked from ${from} answers ${status}`);
    if (DOWNLOAD.test(address)) continue;
    const { text, headings, links } = await look(desk, html);
    const raw = text.match(RAW);
    if (raw) report(address, `shows "${raw[0]}" in "${around(text, raw.index ?? 0)}"`);
    if (headings !== 1) report(address, `has ${headings} headings of the first level`);
    for (const link of links) {
      const url = new URL(link, origin + address);
      // Filters can be combined without end; each is followed by itself.
      if (url.origin !== origin || url.searchParams.size > 1) continue;
      const next = url.pathname + url.search;
      if (found.has(next)) continue;
      const filter = `${url.pathname}?${[...url.searchParams.keys()].join()}`;
      const known = values.get(filter) ?? 0;
      if (url.search !== "" && known >= VALUES_PER_FILTER) continue;
      values.set(filter, known + 1);
      found.set(next, address);
    }
  }
  await desk.close();
  return [...found.keys()];
}

/**
 * One address and at most `most` for each screen a person reaches, found by links: what looks the same is opened once.
 * The pages are read without running their scripts.
 */
export async function listScreens(page: Page, most: number): Promise<Map<string, string[]>> {
  const origin = new URL(page.url()).origin;
  const desk = await page.context().newPage();
  const screens = new Map<string, string[]>();
  const found = new Set([new URL(page.url()).pathname]);
  for (const address of found) {
    const screen = screenOf(address);
    const known = screens.get(screen) ?? [];
    if (known.length >= most || DOWNLOAD.test(address)) continue;
    screens.set(screen, [...known, address]);
    const { html } = await read(page, address);
    for (const link of (await look(desk, html)).links) {
      const url = new URL(link, origin + address);
      if (url.origin === origin && url.search === "") found.add(url.pathname);
    }
  }
  await desk.close();
  return screens;
}

/** The screen that an address shows: the address without ids and numbers. */
export function screenOf(address: string): string {
  return address.replace(ID, "*").split("?")[0] ?? "";
}

async function open(page: Page, address: string): Promise<{ status: number; html: string }> {
  const answer = await page.goto(address);
  await untilAlive(page);
  return { status: answer?.status() ?? 0, html: await page.content() };
}

async function read(page: Page, address: string): Promise<{ status: number; html: string }> {
  const answer = await page.request.get(address);
  return { status: answer.status(), html: DOWNLOAD.test(address) ? "" : await answer.text() };
}

/** The words, headings and links of a page, wherever they stand in it. */
async function look(desk: Page, html: string): Promise<Shown> {
  return await desk.evaluate((source) => {
    const shown = new DOMParser().parseFromString(source, "text/html");
    const texts: string[] = [];
    const walker = shown.createTreeWalker(shown.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!node.parentElement?.closest("script, style, template")) texts.push(node.textContent ?? "");
    }
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      for (const element of shown.querySelectorAll(`[${name}]`)) texts.push(element.getAttribute(name) ?? "");
    }
    return {
      text: texts.join(" "),
      headings: shown.querySelectorAll("h1").length,
      links: Array.from(shown.querySelectorAll("a[href]"), (link) => link.getAttribute("href") ?? ""),
    };
  }, html);
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
