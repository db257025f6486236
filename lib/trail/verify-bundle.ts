import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { checkBundle } from "./bundle";

/** Checks one bundle file and says what was found. Returns the exit code: 0 when everything fits. */
async function verifyFile(file: string | undefined): Promise<number> {
  if (!file) {
    console.error("Name the file: node verify-bundle.mjs trail.jsonl");
    return 2;
  }
  try {
    const stream = createReadStream(file, "utf8");
    const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
    const { name, madeFor, madeAt, entries, sealed, anchors, keys, fault } = await checkBundle(lines);
    console.log(`Trail of ${name}, made for ${madeFor} at ${madeAt}`);
    if (fault) {
      console.error(`Not whole: ${fault}`);
      return 1;
    }
    console.log(`Whole: ${entries} entries checked, ${sealed} of the other side followed by their hashes.`);
    if (anchors === 0) console.log("No anchor is in it yet: a trail rewritten as a whole would not be seen.");
    else console.log(`It goes through ${anchors} anchors, signed with key ${keys.join(" and ")}.`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

process.exitCode = await verifyFile(process.argv[2]);
