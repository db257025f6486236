import { crc32, deflateRawSync } from "node:zlib";

export interface Packed {
  name: string;
  data: Buffer;
  /** What the archive says of the entry; left out, the truth. */
  says?: { size?: number; packed?: number; at?: number; method?: number; flags?: number };
}

const DEFLATED = 8;

/** An archive as any writer makes it, or one that lies about itself. */
export function zip(entries: readonly Packed[], count = entries.length): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, says = {} } of entries) {
    const bytes = Buffer.from(name);
    const packed = deflateRawSync(data);
    const size = says.size ?? data.byteLength;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(says.flags ?? 0x800, 2);
    fields.writeUInt16LE(says.method ?? DEFLATED, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(says.packed ?? packed.byteLength, 14);
    fields.writeUInt32LE(size, 18);
    fields.writeUInt16LE(bytes.byteLength, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, bytes, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(says.at ?? at, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), fields, rest, bytes]));
    parts.push(local);
    at += local.byteLength;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(listed.byteLength, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, Buffer.from("PK\x05\x06"), end]);
}

/** One entry; `says` is what the archive claims of it against the truth. */
export function entry(name: string, data: Buffer | string = "x", says?: Packed["says"]): Packed {
  return { name, data: Buffer.from(data), ...(says && { says }) };
}

/** A Word or Excel file of the parts that none goes without, and more. */
export function office(folder: "word" | "xl", more: readonly Packed[] = []): Buffer {
  const main = folder === "word" ? "word/document.xml" : "xl/workbook.xml";
  return zip([
    entry("[Content_Types].xml", '<?xml version="1.0"?><Types/>'),
    entry("_rels/.rels", '<?xml version="1.0"?><Relationships/>'),
    entry(main, '<?xml version="1.0"?><document>Access review, March</document>'),
    ...more,
  ]);
}
