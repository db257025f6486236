/** Finds a Chromium for the browser tests, or brings one. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { canWrite, clone, sharedFolder } from "./data-folder.mjs";
import { Refusal } from "./refusal.mjs";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** What every browser of a test is started with: quiet, without its sandbox (root has none), nothing fetched. */
export const BROWSER_FLAGS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"],
];

/** The program of a Chromium that really starts here: CHROMIUM_PATH, an installed one, the npm one, Debian's. */
export async function findBrowser(progress = () => undefined) {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (await starts(given)) return given;
    throw new Refusal(`CHROMIUM_PATH is ${given}, but no Chromium starts there.`);
  }
  for (const program of INSTALLED) if (existsSync(program) && (await starts(program))) return program;
  progress("unpacking Chromium");
  const unpacked = await unpackFromPackage();
  if (unpacked && (await starts(unpacked))) return unpacked;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    progress("apt-get install chromium");
    const run = promisify(execFile);
    await run("apt-get", ["update"]).then(() => run("apt-get", ["install", "-y", "chromium"]), keepGoing);
    if (await starts("/usr/bin/chromium")) return "/usr/bin/chromium";
  }
  throw new Refusal("No Chromium starts here. Install one and set CHROMIUM_PATH to its program.");
}

/** The try that follows says whether the installation brought a browser. */
function keepGoing() {}

async function starts(program) {
  const { chromium } = await import("playwright-core");
  try {
    const browser = await chromium.launch({ executablePath: program, args: BROWSER_FLAGS });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

/** @sparticuz/chromium carries a headless Chromium for Linux x64, compressed. Unpacked once for all clones. */
async function unpackFromPackage() {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const { version } = JSON.parse(
    readFileSync(join(clone, "node_modules/@sparticuz/chromium/package.json"), "utf8"),
  );
  const home = canWrite(sharedFolder()) ? sharedFolder() : join(clone, ".certtrail");
  const folder = join(home, `chromium-${version}`);
  if (!existsSync(folder)) {
    const beside = `${folder}.${process.pid}`;
    mkdirSync(beside, { recursive: true });
    await unpackInto(beside);
    if (existsSync(folder)) rmSync(beside, { recursive: true });
    else renameSync(beside, folder);
  }
  return join(folder, "chromium");
}

/** The package unpacks into the temporary folder, whatever it is told. */
async function unpackInto(folder) {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  try {
    const { default: chromium } = await import("@sparticuz/chromium");
    await chromium.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}
