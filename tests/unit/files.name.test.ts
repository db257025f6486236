import { expect, test } from "vitest";
import { canOpen, fileKinds, MAX_FILE_NAME } from "@/lib/files/limits";
import { dispositionName, keepName } from "@/lib/files/name";

test.each([
  ["Prüfbericht 2027.pdf", "Prüfbericht 2027.pdf"],
  ["Pru\u0308fbericht.pdf", "Prüfbericht.pdf"],
  ["../../etc/passwd.txt", "passwd.txt"],
  ["C:\\Users\\ana\\log.csv", "log.csv"],
  ["evil\u202efdp.txt", "evilfdp.txt"],
  ["a\u0000b\nc.pdf", "abc.pdf"],
  ["   ", ""],
])("the name %j is kept as %j", (sent, kept) => {
  expect(keepName(sent)).toBe(kept);
});

test("a long name is cut in front of its ending and never inside a sign", () => {
  const kept = keepName(`${"🗂".repeat(300)}.pdf`);
  expect(Array.from(kept)).toHaveLength(MAX_FILE_NAME);
  expect(kept).toMatch(/^🗂+\.pdf$/u);
});

test("a download names the file with its accents and, for old clients, without", () => {
  expect(dispositionName("Prüf 'A'.pdf")).toBe(
    "filename=\"Pr_f 'A'.pdf\"; filename*=UTF-8''Pr%C3%BCf%20%27A%27.pdf",
  );
});

test("a quote in a name cannot end the header's text", () => {
  expect(dispositionName('a"; x="b.pdf')).toContain('filename="a_; x=_b.pdf"');
});

test("a browser shows PDF and pictures; everything else is downloaded", () => {
  expect(Object.values(fileKinds).filter(canOpen)).toEqual([
    "application/pdf",
    "image/png",
    "image/jpeg",
    "image/jpeg",
    "image/webp",
  ]);
});
