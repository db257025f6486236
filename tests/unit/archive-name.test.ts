import { expect, test } from "vitest";
import { archiveName, MAX_ARCHIVE_NAME_BYTES } from "@/lib/documents/archive-name";

test.each([
  ["policy.pdf", "0007-policy.pdf"],
  ["../../etc/passwd", "0007-.._.._etc_passwd"],
  ["C:\\secret.txt", "0007-C__secret.txt"],
  ["CON", "0007-CON"],
  ['a<b>:"|?*.txt', "0007-a_b______.txt"],
  ["ends with dots. . .", "0007-ends with dots"],
  ["\u202egnp.exe", "0007-_gnp.exe"],
  ["…", "0007-…"],
  ["", "0007-file"],
  ["Prüfung e\u0301.pdf", "0007-Prüfung \u00e9.pdf"],
])("%j becomes %j", (name, expected) => {
  expect(archiveName(7, name)).toBe(expected);
});

test("a long name is cut in front of its ending, and no sign is cut in two", () => {
  const name = archiveName(12, `${"ü😀".repeat(100)}.docx`);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(MAX_ARCHIVE_NAME_BYTES);
  expect(Buffer.byteLength(name)).toBeGreaterThan(MAX_ARCHIVE_NAME_BYTES - 4);
  expect(name).toMatch(/^0012-(ü😀)+ü?\.docx$/u);
});

test.each([
  [`${"a".repeat(144)} . . b`, `0007-${"a".repeat(144)}`],
  [`${" ".repeat(180)}b`, "0007-file"],
])("where a name is cut it ends in no dot or space", (name, expected) => {
  expect(archiveName(7, name)).toBe(expected);
});
