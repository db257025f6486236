/** Installing, generating and building, each skipped when what it made is still up to date. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { canWrite, clone } from "./data-folder.mjs";
import { Refusal } from "./refusal.mjs";
import { runProgram, step } from "./steps.mjs";

const UP_TO_DATE = "up to date";
const BUILT_FROM_FOLDERS = ["app", "components", "data", "lib", "public"];
const BUILT_FROM_FILES =
  /^(package|package-lock|tsconfig)\.json$|^(next\.config|proxy|instrumentation)\.ts$|^postcss/;
const GENERATED = join("lib", "store", "generated");
const GENERATED_STAMP = join(clone, GENERATED, ".made-from");
const BUILD_STAMP = join(clone, ".next", "made-from");

/** Brings node_modules to what package-lock.json says. */
export async function install() {
  await step("install", async (progress) => {
    if (isInstalled()) return UP_TO_DATE;
    const cache = canWrite(homedir()) ? [] : ["--cache", join(clone, ".certtrail", "npm")];
    // No install scripts: none is needed here, and many sites do not allow them.
    // NODE_ENV=production must not leave out what building needs.
    const args = [
      findNpm(),
      "ci",
      "--ignore-scripts",
      "--include=dev",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      ...cache,
    ];
    const counting = setInterval(() => progress(`npm ci, ${countPackages()} packages in place`), 500);
    await runProgram(args).finally(() => clearInterval(counting));
    return `${countPackages()} packages`;
  });
}

function countPackages() {
  const folder = join(clone, "node_modules");
  return existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith(".")).length : 0;
}

/** npm keeps in node_modules a list of what is there; a package is missing when it is absent or another version. */
function isInstalled() {
  const list = join(clone, "node_modules", ".package-lock.json");
  if (!existsSync(list)) return false;
  const { packages: there } = JSON.parse(readFileSync(list, "utf8"));
  const { packages: wanted } = JSON.parse(readFileSync(join(clone, "package-lock.json"), "utf8"));
  // Asked once: it reads all sources. What is built needs nothing of the tools that build and test.
  const needsTools = !isBuilt();
  const isNeeded = ([path, { dev, optional, devOptional }]) =>
    path !== "" && !optional && !devOptional && (needsTools || !dev);
  return Object.entries(wanted)
    .filter(isNeeded)
    .every(([path, { version }]) => there[path]?.version === version && existsSync(join(clone, path)));
}

/** npm names its own program to what it starts; without it, npm lies beside Node. */
function findNpm() {
  const besideNode = dirname(process.execPath);
  const folders = [
    join(besideNode, "node_modules"),
    join(besideNode, "..", "lib", "node_modules"),
    "/usr/share/nodejs",
  ];
  const places = [
    process.env.npm_execpath ?? "",
    ...folders.map((folder) => join(folder, "npm/bin/npm-cli.js")),
  ];
  const npm = places.find((file) => file.endsWith("npm-cli.js") && existsSync(file));
  if (!npm) throw new Refusal("npm was not found beside Node. Install npm, or run: npm ci --ignore-scripts");
  return npm;
}

/** Makes the Prisma client from schema.prisma. */
export async function generate() {
  await step("generate", async (progress) => {
    const hash = hashFiles(["package-lock.json", "prisma.config.ts", join("prisma", "schema.prisma")]);
    if (readStamp(GENERATED_STAMP) === hash) return UP_TO_DATE;
    // Prisma would download its native schema engine here, though generating never calls it. Naming any
    // program that exists keeps it from trying, so this works behind a closed network too.
    const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" };
    await runProgram([join("node_modules", "prisma", "build", "index.js"), "generate"], { env, progress });
    writeStamp(GENERATED_STAMP, hash);
    return "Prisma client made";
  });
}

/** Builds the web application for production. */
export async function build() {
  await step("build", async (progress) => {
    if (isBuilt()) return UP_TO_DATE;
    const hash = hashSources();
    const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
    await runProgram([join("node_modules", "next", "dist", "bin", "next"), "build"], { env, progress });
    writeStamp(BUILD_STAMP, hash);
    return "application built";
  });
}

function isBuilt() {
  return readStamp(BUILD_STAMP) === hashSources();
}

function hashSources() {
  const files = readdirSync(clone).filter((name) => BUILT_FROM_FILES.test(name));
  for (const folder of BUILT_FROM_FOLDERS) files.push(...listFiles(folder));
  return hashFiles([...files, join("prisma", "schema.prisma")]);
}

function listFiles(folder) {
  if (!existsSync(join(clone, folder)) || folder === GENERATED) return [];
  return readdirSync(join(clone, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

/** One number for names and contents; a file that is not there counts as absent. */
function hashFiles(files) {
  const hash = createHash("sha256").update(process.version);
  for (const file of files.sort()) {
    const path = join(clone, file);
    hash.update(`\0${file}\0`).update(existsSync(path) ? readFileSync(path) : "absent");
  }
  return hash.digest("hex");
}

function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function writeStamp(file, hash) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}
