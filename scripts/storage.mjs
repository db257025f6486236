/** Where the bytes of files are kept, for the programs beside the web process. */
import { tsImport } from "tsx/esm/api";
import { Refusal } from "./refusal.mjs";

const { openStorage } = await tsImport("../lib/files/storage.ts", import.meta.url);

/** The storage that STORAGE_URL names, or the data folder's own. */
export function openKeptBytes(dataFolder, env = process.env) {
  return openStorage({ STORAGE_URL: env.STORAGE_URL || undefined, CERTTRAIL_DATA: dataFolder });
}

/** Throws a Refusal with what to set right when the bucket of STORAGE_URL cannot be reached: no file could be kept. */
export async function requireKeptBytes(dataFolder) {
  try {
    await openKeptBytes(dataFolder).check();
  } catch (error) {
    throw new Refusal(error.message);
  }
}
