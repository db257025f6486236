import { MAX_FILE_NAME } from "../../lib/files/limits";
import { entry, office, zip } from "./zip";

/** What it is, the name it comes under, its bytes, and what the refusal says. */
export type Hostile = [what: string, name: string, bytes: () => Buffer, says: RegExp];

const text = (words: string) => Buffer.from(words);
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
const JPG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]);
const TOO_LARGE = 25 * 1024 * 1024 + 1;
const NOT = /not what its name says/;

/** Files that are not what their name says, or have a name that deceives. */
export const files: Hostile[] = [
  ["an HTML page named pdf", "report.pdf", () => text("<!doctype html><script>alert(1)</script>"), NOT],
  ["an HTML page in front of a PDF", "report.pdf", () => text("<script>alert(1)</script>%PDF-1.7"), NOT],
  ["a PDF mark after the first kilobyte", "report.pdf", () => text(`${" ".repeat(1100)}%PDF-1.7`), NOT],
  ["a vector picture named png", "logo.png", () => text("<svg onload='alert(1)'/>"), NOT],
  ["a vector picture", "logo.svg", () => text("<svg onload='alert(1)'/>"), NOT],
  ["a page named jpg", "photo.jpg", () => text("<html>"), NOT],
  ["a photo named png", "photo.png", () => JPG, NOT],
  ["a picture named pdf", "scan.pdf", () => PNG, NOT],
  ["a sound named webp", "photo.webp", () => text("RIFF1234WAVEfmt "), NOT],
  ["a web page", "page.html", () => text("<html>"), NOT],
  ["a script", "start.js", () => text("alert(1)"), NOT],
  ["a program", "tool.exe", () => text("MZ\0\0"), NOT],
  ["a program named like a report", "report.pdf.exe", () => text("%PDF-1.7"), NOT],
  ["a program with a report's ending", "tool.exe.pdf", () => text("MZ\0\0"), NOT],
  ["a program with a table's ending", "data.csv", () => text("MZ\0\0\x03"), NOT],
  ["a name that runs backwards to look like a PDF", "invoice_\u202efdp.exe", () => text("%PDF-1.7"), NOT],
  ["a name cut by NUL", "tool.exe\0.pdf", () => text("MZ\0\0"), NOT],
  ["an ending cut by NUL", "report.pdf\0.exe", () => text("%PDF-1.7"), NOT],
  ["a name without an ending", "README", () => text("text"), NOT],
  ["an ending of the language", "x.__proto__", () => text("text"), NOT],
  ["a name of dots", "..", () => text("text"), NOT],
  ["an ending with a space", "report.pdf ::$DATA", () => text("%PDF-1.7"), NOT],
  ["a shortcut", "report.pdf.lnk", () => text("L\0\0\0"), NOT],
  ["an archive of another kind", "logs.rar", () => text("Rar!"), NOT],
  ["no bytes as PDF", "empty.pdf", () => Buffer.alloc(0), /empty/],
  ["no bytes as text", "empty.txt", () => Buffer.alloc(0), /empty/],
  ["no bytes as zip", "empty.zip", () => Buffer.alloc(0), /empty/],
  ["one byte over the limit", "big.pdf", () => Buffer.alloc(TOO_LARGE, "%PDF-"), /larger than 25 MB/],
];

/** Files that look hostile and are kept as the harmless thing they are, under the name given last. */
export const harmless: [what: string, name: string, bytes: () => Buffer, mediaType: string, as: string][] = [
  [
    "a page named txt is text, and is never shown",
    "page.txt",
    () => text("<script>alert(1)</script>"),
    "text/plain",
    "page.txt",
  ],
  [
    "a PDF whose name climbs",
    "../../etc/report.pdf",
    () => text("%PDF-1.7"),
    "application/pdf",
    "report.pdf",
  ],
  [
    "a PDF whose name climbs backwards",
    "..\\..\\report.pdf",
    () => text("%PDF-1.7"),
    "application/pdf",
    "report.pdf",
  ],
  [
    "a picture with a page behind it is a picture",
    "photo.png",
    () => Buffer.concat([PNG, text("<script>")]),
    "image/png",
    "photo.png",
  ],
  [
    "a PDF with an archive behind it is a PDF",
    "report.pdf",
    () => Buffer.concat([text("%PDF-1.7\n"), zip([entry("a.exe")])]),
    "application/pdf",
    "report.pdf",
  ],
  [
    "a PDF whose name ran backwards",
    "report\u202e.pdf",
    () => text("%PDF-1.7"),
    "application/pdf",
    "report.pdf",
  ],
  [
    "a name far too long",
    `${"n".repeat(5000)}.pdf`,
    () => text("%PDF-1.7"),
    "application/pdf",
    `${"n".repeat(MAX_FILE_NAME - 4)}.pdf`,
  ],
  [
    "a name with a new line for a header",
    "a\r\nset-cookie: x.pdf",
    () => text("%PDF-1.7"),
    "application/pdf",
    "aset-cookie: x.pdf",
  ],
  [
    "a Word file",
    "letter.docx",
    () => office("word"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "letter.docx",
  ],
  [
    "a zip of logs",
    "logs.zip",
    () => zip([entry("a/b.log", "a line"), entry("c.txt")]),
    "application/zip",
    "logs.zip",
  ],
];
