/** Where the bytes of files are kept, for the programs beside the web process. */
import { tsImport } from "tsx/esm/api";

const { openStorage } = await tsImport("../lib/files/storage.ts", import.meta.url);

/** The storage that STORAGE_URL names, or the data folder's own. */
export function openKeptBytes(dataFolder, env = process.env) {
  return openStorage({ STORAGE_URL: env.STORAGE_URL || undefined, CERTTRAIL_DATA: dataFolder });
}
