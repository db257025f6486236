import { expect, test } from "vitest";
import { csvHead, csvRow } from "@/lib/documents/csv";

test("a sheet begins with the mark of UTF-8, and its rows end as RFC 4180 says", () => {
  expect(csvHead(["No.", "Statement"])).toBe("\ufeffNo.,Statement\r\n");
  expect(csvRow(["NC-001", null, 3])).toBe("NC-001,,3\r\n");
});

test("commas, quotes and lines stay inside their cell", () => {
  expect(csvRow(["a, b", 'say "no"', "two\nlines", "Müller"])).toBe(
    '"a, b","say ""no""","two\nlines",Müller\r\n',
  );
});

test.each(["=1+1", "+49 30", "-1", "@SUM(A1)", "\t=1", "\r=1"])("%j is no formula", (text) => {
  expect(csvRow([text]).replace(/^"|"\r\n$|\r\n$/g, "")).toBe(`'${text}`);
});

test("a text that begins with an apostrophe is told from the one that is led by it", () => {
  expect(csvRow(["'=1+1", "'quoted'"])).toBe("''=1+1,'quoted'\r\n");
});

test("a number stays a number, also below zero", () => {
  expect(csvRow([-5, 0])).toBe("-5,0\r\n");
});
