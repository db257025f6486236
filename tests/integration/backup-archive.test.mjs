import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSecrets } from "../../scripts/data-folder.mjs";
import { makeBackup } from "../../scripts/make-backup.mjs";
import { restoreBackup } from "../../scripts/restore-backup.mjs";

const MADE_AT = "2027-01-11T09:00:00.000Z";
const PASSPHRASE = "correct horse battery staple";
const folder = realpathSync(mkdtempSync(join(tmpdir(), "certtrail-archive-")));
const data = join(folder, "data");

const emptyFolder = (name) => {
  const made = join(folder, name);
  mkdirSync(made);
  return made;
};

/** Of the folder alone: what holds for the archive does not depend on what is in it. */
const backUp = (file, passphrase = null) =>
  makeBackup({ superuserUrl: null, dataFolder: data, file: join(folder, file), passphrase, madeAt: MADE_AT });

beforeAll(() => {
  mkdirSync(join(data, "files", "org", "ab"), { recursive: true });
  writeFileSync(join(data, "files", "org", "ab", "abcd"), "evidence");
  mkdirSync(join(data, "files", "incoming"));
  writeFileSync(join(data, "files", "incoming", "half"), "half an upload");
  mkdirSync(join(data, "backups"));
  writeFileSync(join(data, "backups", "old"), "an older backup");
  openSecrets(data);
});

afterAll(() => rmSync(folder, { recursive: true }));

test("a backup holds the data folder's files and secrets, and no older backup, no half upload, no server twice", async () => {
  await backUp("cold.tar.gz");
  expect(statSync(join(folder, "cold.tar.gz")).mode & 0o777).toBe(0o600);
  const target = emptyFolder("cold");
  const { files, postgres } = await restoreBackup(join(folder, "cold.tar.gz"), target, null);
  expect(postgres).toBeNull();
  expect(files.map(({ name }) => name).sort()).toEqual(["data/files/org/ab/abcd", "data/secrets.json"]);
  expect(readFileSync(join(target, "files", "org", "ab", "abcd"), "utf8")).toBe("evidence");
  expect(readFileSync(join(target, "secrets.json"), "utf8")).toBe(
    readFileSync(join(data, "secrets.json"), "utf8"),
  );
});

test("with a passphrase nothing is readable, and only the passphrase opens it", async () => {
  await backUp("sealed.encrypted", PASSPHRASE);
  await expect(restoreBackup(join(folder, "sealed.encrypted"), emptyFolder("none"), null)).rejects.toThrow(
    "Set CERTTRAIL_BACKUP_PASSPHRASE",
  );
  await expect(
    restoreBackup(join(folder, "sealed.encrypted"), emptyFolder("wrong"), "another"),
  ).rejects.toThrow("CERTTRAIL_BACKUP_PASSPHRASE does not open this backup");
  const target = emptyFolder("right");
  await restoreBackup(join(folder, "sealed.encrypted"), target, PASSPHRASE);
  expect(readFileSync(join(target, "files", "org", "ab", "abcd"), "utf8")).toBe("evidence");
});

/** Places of a file at which a byte is turned over: its beginning, its end and between. */
const PLACES = [0, 0.001, 0.2, 0.5, 0.8, 0.999];

test.each([
  ["plain", null],
  ["encrypted", PASSPHRASE],
])(
  "a %s backup that was cut or changed is refused with a sentence, and nothing is written",
  async (name, passphrase) => {
    // Larger than one chunk of the encryption, and not to be pressed together.
    const noise = Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * 7919 * (at % 251)) % 256));
    writeFileSync(join(data, "files", "org", "ab", "noise"), noise);
    await backUp(name, passphrase);
    const whole = readFileSync(join(folder, name));
    const target = emptyFolder(`target-of-${name}`);
    const damaged = [
      ...[0.1, 0.5, 0.9].map((part) => whole.subarray(0, Math.floor(whole.length * part))),
      whole.subarray(0, whole.length - 1),
      ...PLACES.map((part) => {
        const changed = Buffer.from(whole);
        const at = Math.floor((whole.length - 1) * part);
        changed[at] ^= 1;
        return changed;
      }),
      Buffer.from("something else"),
      Buffer.alloc(0),
    ];
    for (const [number, bytes] of damaged.entries()) {
      const file = join(folder, `damaged-${name}-${number}`);
      writeFileSync(file, bytes);
      const said = await restoreBackup(file, target, passphrase).then(
        () => "restored",
        (error) => `${error.constructor.name}: ${error.message}`,
      );
      expect([number, said]).toEqual([number, expect.stringMatching(/^Refusal: .*backup.*\.$/i)]);
      expect(readdirSync(target)).toEqual([]);
    }
  },
);

test("a folder with anything in it is not restored into, and a file that is not there is said", async () => {
  await backUp("again.tar.gz");
  await expect(restoreBackup(join(folder, "again.tar.gz"), data, null)).rejects.toThrow("is not empty");
  await expect(restoreBackup(join(folder, "missing"), emptyFolder("no-file"), null)).rejects.toThrow(
    "There is no file",
  );
});
