import { describe, expect, test } from "vitest";
import { day } from "@/lib/day";
import { csvHead, csvRow } from "@/lib/documents/csv";
import { type RegisteredBody, registerColumns, registerRows } from "@/lib/selection/register-file";
import { type KnownBody, MAX_REGISTER_ROWS, planRegister } from "@/lib/selection/register-plan";
import { readCsv } from "@/lib/sheets/read-csv";

const held = {
  scheme: "ISO/IEC 27001",
  accreditationBody: "SWEDAC",
  number: "2231",
  validFrom: day("2026-01-01"),
  validTo: day("2029-12-31"),
  recognition: "Global ACI MRA",
  checkedOn: day("2027-01-04"),
  checkedBy: "Ana Ruiz",
  sourceUrl: "https://example.com/2231",
};
const borealis: RegisteredBody = {
  ...{ name: "Borealis Assurance", legalName: "Borealis Assurance AB", country: "Sweden" },
  ...{ languages: ["Swedish", "English"], sectors: ["Hosting", "Health care"] },
  accreditations: [held, { ...held, scheme: "ISO 9001", number: "2232", recognition: null, checkedBy: null }],
};
const known = (body: RegisteredBody, more: Partial<KnownBody> = {}): KnownBody => ({
  ...{ id: "kept", isKept: true, ...body },
  ...more,
});

const fileOf = (...lines: string[]) => readCsv("register.csv", Buffer.from(lines.join("\r\n"))).rows;
const written = (...bodies: RegisteredBody[]) =>
  readCsv(
    "register.csv",
    Buffer.from([csvHead(registerColumns), ...registerRows(bodies).map(csvRow)].join("")),
  ).rows;

describe("a register as a file", () => {
  test("read back says what was written, also with cells that look like formulas", () => {
    const odd: RegisteredBody = {
      ...borealis,
      ...{ name: '=cmd|"calc"!A1', legalName: "'=twice", country: "@home", sectors: ["-1+1", "+2"] },
      accreditations: [],
    };
    const { bodies, errors } = planRegister(written(borealis, odd), []);
    expect(errors).toEqual([]);
    expect(bodies.map(({ id: _id, changes: _changes, ...body }) => body)).toEqual([borealis, odd]);
  });

  test("read back into the same register changes nothing", () => {
    const { bodies } = planRegister(written(borealis), [known(borealis)]);
    expect(bodies).toMatchObject([{ id: "kept", accreditations: [], changes: [] }]);
  });

  test("knows a body again by name and country, however they are written, and names what changes", () => {
    const rows = fileOf(
      "name;COUNTRY;Standard;Accreditation body;Number;Valid to",
      "borealis ASSURANCE;sweden;iso/iec 27001;Swedac;2231;2030-12-31",
      "Borealis Assurance;Norway;;;;",
    );
    const { bodies, errors } = planRegister(rows, [known(borealis)]);
    expect(errors).toEqual([]);
    expect(bodies.map(({ id, changes }) => [id, changes])).toEqual([
      ["kept", ["entry changed", "accreditation 2231 changed"]],
      [null, ["added with 0 accreditations"]],
    ]);
  });
});

describe("with one wrong row nothing is imported, and each is named with its line", () => {
  test.each([
    ["Country", "Sweden", 1, "The first row names the columns. The column Name is missing."],
    [
      "Name,Shoe size",
      "A,44",
      1,
      "The column “Shoe size” is not known. Take it out, or name it as in an export.",
    ],
    ["Name,Name", "A,B", 1, "The column Name is there twice."],
    ["Name,Country", ",Sweden", 2, "The name of the body is missing."],
    ["Name,Standard", "A,ISO 1", 2, "Standard “ISO 1” is not one of"],
    ["Name,Standard,Number", "A,ISO/IEC 27001,1", 2, "The accreditation body is missing."],
    ["Name,Valid to", "A,03/04/2027", 2, "Valid to “03/04/2027” is no day. Write it as 2027-03-31."],
    ["Name,Valid from,Valid to", "A,2027-02-01,2027-01-31", 2, "Valid to lies before Valid from."],
    ["Name,Recognition", "A,Everybody", 2, "Recognition is one of"],
    ["Name,Checked by", "A,Ana", 2, "Checked by stands there without a day."],
    [
      "Name,Source",
      "A,javascript:alert(1)",
      2,
      "Source is a web address that starts with https:// or http://.",
    ],
  ])("%s / %s", (head, row, line, text) => {
    const { bodies, errors } = planRegister(
      fileOf(head, row, ...(head.startsWith("Name,C") ? ["B,Sweden"] : [])),
      [],
    );
    expect(bodies).toEqual([]);
    expect(errors.map((one) => [one.line, one.text.startsWith(text)])).toContainEqual([line, true]);
  });

  test("a body that says two things of itself, and an accreditation that stands there twice", () => {
    const head = "Name,Country,Sectors,Standard,Accreditation body,Number";
    const row = "A,Sweden,Hosting,ISO/IEC 27001,SWEDAC,1";
    expect(planRegister(fileOf(head, row, row), []).errors).toMatchObject([{ line: 3 }]);
    const other = "A,Sweden,Banking,ISO/IEC 27001,SWEDAC,2";
    expect(planRegister(fileOf(head, row, other), []).errors).toMatchObject([{ line: 3 }]);
  });

  test("a body on CertTrail, and one that the register has twice", () => {
    const theirs = [known(borealis, { isKept: false })];
    const twice = [known(borealis), known(borealis, { id: "other" })];
    for (const register of [theirs, twice])
      expect(planRegister(written(borealis), register)).toMatchObject({ bodies: [], errors: [{ line: 2 }] });
  });

  test("more rows than a register has", () => {
    const rows = Array.from({ length: MAX_REGISTER_ROWS + 1 }, (_, index) => `Body ${index}`);
    expect(planRegister(fileOf("Name", ...rows), []).errors).toHaveLength(1);
    expect(planRegister(fileOf("Name", ...rows.slice(1)), []).errors).toEqual([]);
  });
});
