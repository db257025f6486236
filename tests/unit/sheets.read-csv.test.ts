import { describe, expect, test } from "vitest";
import { readCsv } from "@/lib/sheets/read-csv";
import { SheetRefused } from "@/lib/sheets/sheet";

const read = (text: string | Uint8Array) =>
  readCsv("file.csv", typeof text === "string" ? new TextEncoder().encode(text) : text).rows.map(
    ({ line, cells }) => [line, ...cells],
  );

describe("A file of separated values", () => {
  test.each([
    [
      "commas",
      "a,b\r\nc,d",
      [
        [1, "a", "b"],
        [2, "c", "d"],
      ],
    ],
    [
      "semicolons with commas in the texts",
      "a;b\nc, e;d",
      [
        [1, "a", "b"],
        [2, "c, e", "d"],
      ],
    ],
    [
      "tabs",
      "a\tb\nc\td",
      [
        [1, "a", "b"],
        [2, "c", "d"],
      ],
    ],
    [
      "CR alone",
      "a,b\rc,d\r",
      [
        [1, "a", "b"],
        [2, "c", "d"],
      ],
    ],
    ["a mark of UTF-8", "\ufeffa,b", [[1, "a", "b"]]],
    [
      "quotes, doubled quotes and lines in a text",
      'a,"b ""c""\nd"\ne,f',
      [
        [1, "a", 'b "c"\nd'],
        [3, "e", "f"],
      ],
    ],
    [
      "empty rows",
      "a,b\n\n,\nc,d",
      [
        [1, "a", "b"],
        [4, "c", "d"],
      ],
    ],
    ["numbers that are no numbers", "5.10,007,1/2,1E5", [[1, "5.10", "007", "1/2", "1E5"]]],
  ])("%s", (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test("is read in UTF-16 and in what Windows writes", () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("A;Begründung\n監査;b", "utf16le")]);
    expect(read(utf16)).toEqual([
      [1, "A", "Begründung"],
      [2, "監査", "b"],
    ]);
    expect(read(Buffer.from("A;Begr\xfcndung", "latin1"))).toEqual([[1, "A", "Begründung"]]);
  });

  test.each([
    ["nothing", ""],
    ["blanks", " \n,\n"],
    ["a quote that never ends", 'a,"b\nc'],
    ["more rows than controls can fill", "a\n".repeat(20_001)],
    ["more columns than a sheet has", `${",".repeat(300)}a`],
  ])("%s is refused with a sentence", (_what, text) => {
    expect(() => read(text)).toThrow(SheetRefused);
  });
});
