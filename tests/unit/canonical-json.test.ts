import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalJson } from "@/lib/documents/canonical-json";

test("keys stand in one order at every depth; lists keep theirs", () => {
  expect(canonicalJson({ b: [2, { d: null, c: "x" }], a: { z: 1, y: true } })).toBe(
    '{"a":{"y":true,"z":1},"b":[2,{"c":"x","d":null}]}',
  );
});

test("what is undefined is left out, as a database leaves it out", () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test("the order in which an object was made does not matter", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
      const reversed = Object.fromEntries(Object.entries(content).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(content));
      expect(JSON.parse(canonicalJson(content))).toEqual(JSON.parse(JSON.stringify(content)));
    }),
  );
});
