import fc from "fast-check";
import { expect, test } from "vitest";
import { archiveName, MAX_ARCHIVE_NAME_BYTES } from "@/lib/documents/archive-name";
import { hostile } from "../support/hostile";

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

test("whatever a file is called, its name in an archive is one name that every system takes", () => {
  const name = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.constantFrom(...hostile.map(String)),
  );
  fc.assert(
    fc.property(name, fc.integer({ min: 1, max: 99_999 }), (sent, number) => {
      const made = archiveName(number, sent);
      expect(made).toMatch(/^\d{4,5}-[^<>:"/\\|?*\p{Cc}]+$/u);
      expect(made).not.toMatch(/[. ]$/);
      expect(Buffer.byteLength(made)).toBeLessThanOrEqual(MAX_ARCHIVE_NAME_BYTES);
      expect(Buffer.from(made).toString()).toBe(made);
    }),
  );
});
