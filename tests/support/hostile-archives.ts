import type { Hostile } from "./hostile-files";
import { entry, office, zip } from "./zip";

const MB = 1024 * 1024;
const text = (words: string) => Buffer.from(words);
const many = (count: number, name: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => entry(name(index)));
const LAUGHS = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><lolz>&b;</lolz>`;
const OUTSIDE = /damaged, or names a place outside of itself/;
const MUCH = /unpacks to more than/;
const NOT = /not what its name says/;

/** Archives that are traps, or are not what they say. */
export const archives: Hostile[] = [
  [
    "a Word file that unpacks to too much",
    "bomb.docx",
    () => office("word", [entry("word/a.xml", Buffer.alloc(60 * MB))]),
    MUCH,
  ],
  [
    "an Excel file that unpacks to too much",
    "bomb.xlsx",
    () => office("xl", [entry("xl/a.xml", Buffer.alloc(60 * MB))]),
    MUCH,
  ],
  [
    "a Word file of many parts each within the limit",
    "bomb.docx",
    () =>
      office(
        "word",
        Array.from({ length: 9 }, (_, i) => entry(`word/${i}.xml`, Buffer.alloc(6 * MB))),
      ),
    MUCH,
  ],
  [
    "a Word file that grows more than a hundredfold",
    "bomb.docx",
    () => office("word", [entry("word/a.xml", Buffer.alloc(2 * MB))]),
    MUCH,
  ],
  [
    "a Word file of too many parts",
    "many.docx",
    () =>
      office(
        "word",
        many(201, (i) => `word/${i}.xml`),
      ),
    /more than 200 files/,
  ],
  [
    "an Excel file of too many parts",
    "many.xlsx",
    () =>
      office(
        "xl",
        many(5000, (i) => `xl/${i}.xml`),
      ),
    /more than 200 files/,
  ],
  [
    "a Word file that says it unpacks to little",
    "lie.docx",
    () => office("word", [entry("word/a.xml", Buffer.alloc(40 * MB), { size: 10 })]),
    OUTSIDE,
  ],
  [
    "a Word file that says a part is longer than it is",
    "lie.docx",
    () => office("word", [entry("word/a.xml", "x", { size: 90 })]),
    OUTSIDE,
  ],
  [
    "a Word file with a part that overlaps others",
    "lie.docx",
    () => office("word", [entry("word/a.xml", "abc", { at: 9 })]),
    OUTSIDE,
  ],
  [
    "a Word file packed in a way nobody reads",
    "odd.docx",
    () => office("word", [entry("word/a.xml", "abc", { method: 99 })]),
    OUTSIDE,
  ],
  [
    "a locked Word file",
    "locked.docx",
    () => office("word", [entry("word/a.xml", "abc", { flags: 0x801 })]),
    OUTSIDE,
  ],
  [
    "a billion laughs in a Word file",
    "laughs.docx",
    () => office("word", [entry("word/a.xml", LAUGHS)]),
    /document type/,
  ],
  [
    "a billion laughs in its relations",
    "laughs.docx",
    () => office("word", [entry("word/_rels/a.xml.rels", LAUGHS)]),
    /document type/,
  ],
  [
    "a billion laughs in an Excel file, in UTF-16",
    "laughs.xlsx",
    () => office("xl", [entry("xl/a.xml", Buffer.from(`\ufeff${LAUGHS}`, "utf16le"))]),
    /document type/,
  ],
  [
    "an outside entity in a Word file",
    "outside.docx",
    () =>
      office("word", [
        entry("word/a.xml", `<!doctype a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>`),
      ]),
    /document type/,
  ],
  [
    "macros under a Word file's ending",
    "macro.docx",
    () => office("word", [entry("word/vbaProject.bin")]),
    /macros/,
  ],
  [
    "macros under an Excel file's ending",
    "macro.xlsx",
    () => office("xl", [entry("xl/vbaProject.bin")]),
    /macros/,
  ],
  [
    "an archive inside a Word file",
    "nested.docx",
    () => office("word", [entry("word/embeddings/more.zip")]),
    /holds an archive/,
  ],
  ["a zip named docx", "list.docx", () => zip([entry("list.txt")]), NOT],
  ["an Excel file named docx", "table.docx", () => office("xl"), NOT],
  ["a Word file named xlsx", "letter.xlsx", () => office("word"), NOT],
  ["a zip that climbs out of its folder", "climb.zip", () => zip([entry("../../etc/cron.d/x")]), OUTSIDE],
  ["a zip that climbs out from inside", "climb.zip", () => zip([entry("a/../../../x")]), OUTSIDE],
  ["a zip with an absolute name", "root.zip", () => zip([entry("/etc/passwd")]), OUTSIDE],
  ["a zip with a drive in a name", "drive.zip", () => zip([entry("C:/Windows/x")]), OUTSIDE],
  ["a zip with a backslash in a name", "back.zip", () => zip([entry("..\\..\\x")]), OUTSIDE],
  ["a zip that unpacks to too much", "bomb.zip", () => zip([entry("a", "x", { size: 0xf0000000 })]), MUCH],
  [
    "a zip that grows more than two hundredfold",
    "bomb.zip",
    () => zip([entry("a", Buffer.alloc(8 * MB))]),
    MUCH,
  ],
  [
    "a zip of one stream told many times",
    "bomb.zip",
    () => zip(Array.from({ length: 30 }, (_, i) => entry(`${i}`, Buffer.alloc(MB), { at: 0 }))),
    MUCH,
  ],
  ["a zip of too many files", "many.zip", () => zip(many(2001, (i) => `${i}`)), /more than 2000 files/],
  [
    "a zip in a zip",
    "nested.zip",
    () => zip([entry("more.zip", zip([entry("a")]))]),
    /archive inside the archive/,
  ],
  ["a tar in a zip", "nested.zip", () => zip([entry("logs.tar")]), /archive inside the archive/],
  ["a zip of nothing", "none.zip", () => zip([]), NOT],
  ["a zip without a directory", "cut.zip", () => zip([entry("a")]).subarray(0, 30), OUTSIDE],
  ["a zip whose directory says too few", "few.zip", () => zip([entry("a"), entry("b")], 700), OUTSIDE],
  ["a Word file cut short", "cut.docx", () => office("word").subarray(0, 200), OUTSIDE],
  [
    "letters after a zip's mark",
    "noise.zip",
    () => Buffer.concat([text("PK\x03\x04"), Buffer.alloc(500, "z")]),
    OUTSIDE,
  ],
];
