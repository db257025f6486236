/** Where CertTrail keeps what must outlive a start, and the secrets that lie there. */
import { createHash, randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { Refusal } from "./refusal.mjs";

export const clone = resolve(import.meta.dirname, "..");

const isRoot = process.getuid?.() === 0;

/** CERTTRAIL_DATA, or a folder of this clone's own, so that two clones side by side do not meet. Makes it. */
export function openDataFolder() {
  const given = process.env.CERTTRAIL_DATA;
  const folder = given ? resolve(given) : join(sharedFolder(), `${basename(clone)}-${hashOf(clone)}`);
  try {
    mkdirSync(folder, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} cannot be written (${error.code}). Set CERTTRAIL_DATA to a folder of yours.`,
    );
  }
  return realpathSync(folder);
}

/**
 * Where this user's CertTrails keep their default data and the one copy of the Postgres binaries.
 * Root's home is closed to the user that Postgres then runs as; a user without a home keeps all in the clone.
 */
export function sharedFolder() {
  const inClone = join(clone, ".certtrail");
  const usual = isRoot ? "/var/lib/certtrail" : join(userDataFolder(), "certtrail");
  for (const folder of [usual, inClone]) if (existsSync(folder) && canWrite(folder)) return folder;
  try {
    mkdirSync(usual, { recursive: true, mode: isRoot ? 0o755 : 0o700 });
    return usual;
  } catch {
    mkdirSync(inClone, { recursive: true });
    return inClone;
  }
}

function userDataFolder() {
  if (process.platform === "win32") return process.env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support");
  return process.env.XDG_DATA_HOME ?? join(homedir(), ".local", "share");
}

export function canWrite(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether another user may walk down to `folder`. Opens the folder itself for passing through when it is ours:
 * a fresh temporary folder, for example, is closed to everybody else.
 */
export function letThrough(folder, { uid, gid }) {
  const { uid: owner, mode } = statSync(folder);
  if (owner === process.getuid() && !(mode & 0o001)) chmodSync(folder, (mode & 0o7777) | 0o011);
  for (let step = folder; ; step = dirname(step)) {
    const stat = statSync(step);
    const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
    if (!(stat.mode & bit)) return false;
    if (step === dirname(step)) return true;
  }
}

/** Short and stable: the same clone gets the same folder at each start. */
export function hashOf(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}

/** Random passwords and keys, made once and readable by nobody else. */
export function openSecrets(dataFolder) {
  return openJson(join(dataFolder, "secrets.json"), () => ({
    clusterId: randomBytes(8).toString("hex"),
    superuser: randomBytes(24).toString("base64url"),
    owner: randomBytes(24).toString("base64url"),
    web: randomBytes(24).toString("base64url"),
    authSecret: randomBytes(48).toString("base64url"),
  }));
}

function openJson(file, make) {
  if (!existsSync(file)) writeJson(file, make());
  return JSON.parse(readFileSync(file, "utf8"));
}

/** What one start tells the next, for example the demo's sign-ins; an empty object the first time. */
export function readState(dataFolder) {
  const file = join(dataFolder, "state.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

export function writeState(dataFolder, state) {
  writeJson(join(dataFolder, "state.json"), state);
}

/** Whole or not at all: written beside, then moved over. */
function writeJson(file, value) {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(beside, file);
}
