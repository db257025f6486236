import { describe, expect, it } from "vitest";
import {
  asList,
  formToObject,
  MAX_FORM_DEPTH,
  MAX_FORM_FIELDS,
  MAX_FORM_NAME_LENGTH,
  MAX_FORM_ROWS,
  UnreadableForm,
} from "@/lib/form-data";

function form(...entries: [string, string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("a form becomes a nested object", () => {
  it("nests names with dots and turns indices into rows", () => {
    const data = form(
      ["title", "Plan"],
      ["actions.1.what", "Train staff"],
      ["actions.0.what", "Fix the filter"],
      ["actions.0.due", "2027-03-27"],
      ["fee.amount", "1200"],
      ["fee.currency", "EUR"],
    );
    expect(formToObject(data)).toEqual({
      title: "Plan",
      actions: [{ what: "Fix the filter", due: "2027-03-27" }, { what: "Train staff" }],
      fee: { amount: "1200", currency: "EUR" },
    });
  });

  it("keeps empty text and files as they are", () => {
    const file = new File(["x"], "log.txt");
    const read = formToObject(form(["note", ""], ["proof", file]));
    expect(read.note).toBe("");
    expect(read.proof).toBeInstanceOf(File);
  });

  it("gives a repeated name as a list and asList reads none, one or many alike", () => {
    expect(formToObject(form(["standard", "a"], ["standard", "b"]))).toEqual({ standard: ["a", "b"] });
    expect(asList(undefined)).toEqual([]);
    expect(asList("")).toEqual([]);
    expect(asList("a")).toEqual(["a"]);
    expect(asList(["a", "b"])).toEqual(["a", "b"]);
  });

  it("leaves out the one character that cannot be kept", () => {
    expect(formToObject(form(["note", "seen\0 twice"]))).toEqual({ note: "seen twice" });
  });

  it("leaves out the framework's own fields", () => {
    expect(formToObject(form(["$ACTION_REF_1", ""], ["$ACTION_1:0", "{}"], ["a", "1"]))).toEqual({ a: "1" });
  });
});

describe("a form nobody's page has made is refused", () => {
  it.each([
    "__proto__",
    "__proto__.polluted",
    "constructor",
    "a.constructor.prototype",
    "a.__proto__.b",
    "a.toString",
    "",
    "a..b",
    ".a",
    "a.",
    "0",
    "sites[]",
    "a.01",
    "a.1000",
    "a b",
  ])("refuses the name %j", (name) => {
    expect(() => formToObject(form([name, "x"]))).toThrow(UnreadableForm);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("refuses a name that is both a value and a group, whichever comes first", () => {
    expect(() => formToObject(form(["a", "1"], ["a.b", "2"]))).toThrow(UnreadableForm);
    expect(() => formToObject(form(["a.b", "2"], ["a", "1"]))).toThrow(UnreadableForm);
  });

  it("refuses rows with gaps and rows mixed with fields", () => {
    expect(() => formToObject(form(["a.0.x", "1"], ["a.2.x", "2"]))).toThrow(/gaps/);
    expect(() => formToObject(form(["a.0.x", "1"], ["a.name", "2"]))).toThrow(/mixes/);
  });

  it("holds its limits on depth, name length, rows and fields, to the last allowed one", () => {
    const deepest = Array.from({ length: MAX_FORM_DEPTH }, () => "a").join(".");
    expect(() => formToObject(form([deepest, "x"]))).not.toThrow();
    expect(() => formToObject(form([`${deepest}.a`, "x"]))).toThrow(/deep/);

    expect(() => formToObject(form(["a".repeat(MAX_FORM_NAME_LENGTH), "x"]))).not.toThrow();
    expect(() => formToObject(form(["a".repeat(MAX_FORM_NAME_LENGTH + 1), "x"]))).toThrow(/long/);

    const rows = (count: number) =>
      form(...Array.from({ length: count }, (_, i): [string, string] => [`r.${i}`, "x"]));
    expect(formToObject(rows(MAX_FORM_ROWS)).r).toHaveLength(MAX_FORM_ROWS);
    expect(() => formToObject(rows(MAX_FORM_ROWS + 1))).toThrow(/rows/);

    const same = (count: number) =>
      form(...Array.from({ length: count }, (): [string, string] => ["a", "x"]));
    expect(() => formToObject(same(MAX_FORM_FIELDS))).not.toThrow();
    expect(() => formToObject(same(MAX_FORM_FIELDS + 1))).toThrow(/fields/);
  });
});
