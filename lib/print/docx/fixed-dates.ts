const END_OF_DIRECTORY = 0x06054b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
/** 1 January 1980, the first moment a zip archive knows: time in the first half, day in the second. */
const FIRST_MOMENT = 0x00210000;

/** Sets the moment of every file in a zip archive to the same one, so that the archive does not tell when it was made. */
export function fixDates(archive: Buffer): Buffer {
  const fixed = Buffer.from(archive);
  const end = fixed.length - END_SIZE;
  if (fixed.readUInt32LE(end) !== END_OF_DIRECTORY)
    throw new Error("The archive does not end with its directory.");
  let entry = fixed.readUInt32LE(end + 16);
  for (let left = fixed.readUInt16LE(end + 10); left > 0; left--) {
    fixed.writeUInt32LE(FIRST_MOMENT, entry + 12);
    fixed.writeUInt32LE(FIRST_MOMENT, fixed.readUInt32LE(entry + 42) + 10);
    const [name, extra, comment] = [28, 30, 32].map((at) => fixed.readUInt16LE(entry + at));
    entry += ENTRY_SIZE + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return fixed;
}
