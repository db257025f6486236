import { expect, test } from "vitest";
import { mediaTypeOf } from "@/lib/files/kind";

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : Buffer.from(part))),
  );
const BOM = [0xef, 0xbb, 0xbf];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

test.each([
  ["report.pdf", bytes("%PDF-1.7\n"), "application/pdf"],
  ["report.PDF", bytes(BOM, "%PDF-1.4"), "application/pdf"],
  ["scan.pdf", bytes("\n".repeat(1000), "%PDF-1.4"), "application/pdf"],
  ["photo.jpg", bytes([0xff, 0xd8, 0xff, 0xe0]), "image/jpeg"],
  ["photo.webp", bytes("RIFF", [1, 2, 3, 4], "WEBPVP8 "), "image/webp"],
  ["plan.xlsx", bytes(ZIP, "rest"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["log.csv", bytes("a;b\n1;2\n"), "text/csv"],
  ["notes.md", bytes("# Notes"), "text/markdown"],
  ["export.txt", bytes([0xff, 0xfe], [0x41, 0x00]), "text/plain"],
])("%s is kept by its ending and its first bytes", (name, head, mediaType) => {
  expect(mediaTypeOf(name, head)).toBe(mediaType);
});

test.each([
  ["an HTML page named .pdf", "page.pdf", bytes("<!doctype html><script>alert(1)</script>")],
  ["a PDF whose mark comes after the first kilobyte", "late.pdf", bytes(" ".repeat(1100), "%PDF-1.4")],
  ["a program named .png", "tool.png", bytes([0x7f, 0x45, 0x4c, 0x46])],
  ["a sound file named .webp", "sound.webp", bytes("RIFF", [1, 2, 3, 4], "WAVEfmt ")],
  ["a program named .csv", "data.csv", bytes("MZ", [0, 0, 3, 0])],
  ["a vector picture, which can carry script", "logo.svg", bytes("<svg/>")],
  ["a name without an ending", "README", bytes("text")],
  ["an ending that is a word of the language", "x.constructor", bytes("text")],
  ["a PDF of no bytes", "empty.pdf", bytes("")],
])("%s is refused", (_what, name, head) => {
  expect(mediaTypeOf(name, head)).toBeNull();
});
