import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { DEMO_PASSWORD } from "../../prisma/demo/people";
import { listenForBreaches, listenForComplaints, openBrowser } from "./browser";
import { createTestDatabase, type TestDatabase } from "./database";
import { type Replicas, startReplicas } from "./replicas";
import { openStatementTap, type StatementTap } from "./statement-tap";

/** A served CertTrail with a browser, for the tests of one file. */
export interface Site {
  origin(): string;
  /** A page of nobody. Its complaints count like everybody's. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A page of a person who has just signed in through the form, in a browser context of their own. */
  signInAs(email: string, options?: BrowserContextOptions): Promise<Page>;
  /** Asks the database as its owner: what the screens say is compared with what is kept. */
  query<Row extends pg.QueryResultRow>(sql: string, ...values: unknown[]): Promise<Row[]>;
  /** Lets time pass: everybody's browser is closed, and the server starts again at that instant. */
  moveTo(instant: string): Promise<void>;
  /** What was asked of the database since the last look; known of a tapped site. */
  takeStatements(): string[];
  /** Its web processes. */
  processIds(): number[];
  /** Kills one of its processes in the middle of whatever it does, and starts it again. */
  killAndRestart(index: number): Promise<void>;
  /** What the pages complained of in their consoles since the last look. */
  takeComplaints(): string[];
}

/** What a browser says of its own about an answer that a test asks for on purpose, such as a 404. */
const ANSWER_NOT_OK = /Failed to load resource: the server responded with a status of 4\d\d/;

/** How long a page may take to show what a test waits for, on a machine that is busy with other things. */
const PATIENCE_MS = 20_000;

/** What stood on the screens when a test failed, in tests/output. */
async function keepScreens(browser: Browser, test: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const name = test.slice(0, 40).replace(/\W+/g, "-");
  for (const [index, page] of pages.entries()) {
    await page.screenshot({ path: `tests/output/${name}-${index + 1}.png`, fullPage: true });
  }
}

/**
 * Serves the demonstration on a database of its own while the tests of this file run, by one process or by several behind
 * a proxy. After each test nothing may
 * stand in a console, and the server may have logged no failure.
 */
export function serveSite({ replicas = 1, isTapped = false } = {}): Site {
  const complaints: string[] = [];
  let now = "";
  let folder: string;
  let database: TestDatabase;
  let tap: StatementTap | undefined;
  let web: Replicas;
  let browser: Browser;
  let owner: pg.Client;

  beforeAll(async () => {
    const demo = inject("demo");
    now = demo.now;
    database = await createTestDatabase(demo.template);
    folder = await mkdtemp(join(tmpdir(), "certtrail-web-"));
    await cp(demo.files, folder, { recursive: true });
    if (isTapped) tap = await openStatementTap(appUrl());
    owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    [web, browser] = await Promise.all([start(), openBrowser()]);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await keepScreens(browser, task.name);
    expect(takeComplaints()).toEqual([]);
    expect(web.output()).not.toContain('"level":"error"');
  });

  afterAll(async () => {
    await browser.close();
    await web.stop();
    await tap?.close();
    await owner.end();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  function start(port?: number): Promise<Replicas> {
    const databaseUrl = tap?.url ?? appUrl();
    return startReplicas(replicas, { databaseUrl, dataFolder: folder, now, port });
  }

  function appUrl(): string {
    const url = new URL(database.appUrl);
    url.search = "";
    return url.href;
  }

  function takeComplaints(): string[] {
    return complaints.splice(0).filter((complaint) => !ANSWER_NOT_OK.test(complaint));
  }

  async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      ...{ locale: "en-GB", baseURL: web.origin },
      // Nothing moves, so nothing is looked at while it changes.
      reducedMotion: "reduce",
      ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    await listenForBreaches(context);
    context.on("page", (page) => listenForComplaints(page, complaints));
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  return {
    origin: () => web.origin,
    visit,
    async signInAs(email, options) {
      const page = await visit("/sign-in", options);
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Password").fill(DEMO_PASSWORD);
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL(({ pathname }) => pathname !== "/sign-in" && pathname !== "/");
      await page.locator("#main h1").waitFor();
      return page;
    },
    async query(sql, ...values) {
      const { rows } = await owner.query(sql, values);
      return rows;
    },
    async moveTo(instant) {
      now = instant;
      for (const context of browser.contexts()) await context.close();
      expect(web.output()).not.toContain('"level":"error"');
      await web.stop();
      web = await start(web.port);
    },
    takeStatements() {
      if (!tap) throw new Error("This site's statements are not written down: serve it tapped.");
      return tap.take();
    },
    processIds: () => web.processIds(),
    killAndRestart: (index) => web.killAndRestart(index),
    takeComplaints,
  };
}
