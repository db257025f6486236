import { createReadStream } from "node:fs";
import { access, mkdir, opendir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { Storage } from "./storage";

/** Uploads wait here until they are whole; the sweeper treats them apart. */
export const INCOMING = "incoming";

/** Where the data folder keeps files. */
export const filesFolder = (dataFolder: string) => join(dataFolder, "files");

/** Keeps bytes in the data folder, one file a key. */
export function openFolder(dataFolder: string): Storage {
  const folder = filesFolder(dataFolder);
  const placeOf = (key: string) => join(folder, ...key.split("/"));
  return {
    async put(key, path) {
      const place = placeOf(key);
      await mkdir(dirname(place), { recursive: true });
      await rename(path, place);
    },
    async get(key) {
      return (await find(placeOf(key))) ? createReadStream(placeOf(key)) : null;
    },
    has: async (key) => (await find(placeOf(key))) !== null,
    async *list() {
      await mkdir(folder, { recursive: true });
      for await (const entry of await opendir(folder, { recursive: true })) {
        const path = join(entry.parentPath, entry.name);
        const key = relative(folder, path).split(sep).join("/");
        if (!entry.isFile() || key.startsWith(`${INCOMING}/`)) continue;
        const found = await find(path);
        if (found) yield { key, changedAt: found.mtime };
      }
    },
    remove: async (key) => await rm(placeOf(key), { force: true }),
    async check() {
      await mkdir(folder, { recursive: true });
      await access(folder);
    },
  };
}

async function find(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
