import fc from "fast-check";
import { expect, test } from "vitest";
import { archiveName, MAX_ARCHIVE_NAME_BYTES } from "@/lib/documents/archive-name";
import { keepName } from "@/lib/files/name";
import { hostile } from "../support/hostile";

test("whatever a file is called, its name in an archive is one name that every system takes", () => {
  const name = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.constantFrom(...hostile.map(keepName)),
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
