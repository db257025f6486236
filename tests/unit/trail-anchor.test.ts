import { createHash, generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import {
  type AnchorContent,
  checkAnchors,
  fingerprint,
  isAnchorSigned,
  isHeadSigned,
  signAnchor,
} from "@/lib/trail/anchor";

const { privateKey } = generateKeyPairSync("ed25519");
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const heads = [
  { project: "b", no: 7, hash: hashOf("b"), demo: false },
  { project: "a", no: 3, hash: hashOf("a"), demo: true },
];

function anchorOf(at: string, previous: string | null, more: Partial<AnchorContent> = {}) {
  return signAnchor({ anchor: at, at, previous, heads, ...more }, heads, privateKey);
}

test("an anchor is one text for one content, whatever the order of its heads", () => {
  const one = anchorOf("2027-01-01", null);
  const two = anchorOf("2027-01-01", null, { heads: heads.toReversed() });
  expect(two.anchor).toEqual(one.anchor);
});

test("each head stands by its own signature, and a changed one does not", () => {
  const signed = anchorOf("2027-01-01", null).heads;
  expect(signed.map(isHeadSigned)).toEqual([true, true]);
  for (const change of [
    { no: 8 },
    { hash: hashOf("c") },
    { at: "2027-01-02" },
    { project: "c" },
    { demo: true },
  ]) {
    expect(signed.slice(0, 1).map((head) => isHeadSigned({ ...head, ...change }))).toEqual([false]);
  }
  const { publicKey } = signAnchor(
    { anchor: "x", at: "x", previous: null, heads: [] },
    [],
    generateKeyPairSync("ed25519").privateKey,
  ).anchor;
  for (const other of [publicKey, "no key", ""]) {
    expect(signed.map((head) => isHeadSigned({ ...head, publicKey: other }))).toEqual([false, false]);
  }
  expect(fingerprint(publicKey)).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/);
});

test("anchors follow each other: one that was changed or taken out is named", () => {
  const first = anchorOf("2027-01-01", null).anchor;
  const second = anchorOf("2027-01-02", first.hash).anchor;
  const third = anchorOf("2027-01-03", second.hash).anchor;
  expect(checkAnchors([])).toBeNull();
  expect(checkAnchors([first, second, third])).toBeNull();
  expect(checkAnchors([first, third])).toBe(
    "Between the anchors of 2027-01-01 and 2027-01-03 one is missing.",
  );
  expect(checkAnchors([second, third])).toBe("Before the anchor of 2027-01-02 one is missing.");
  const content = second.content.replace('"no":7', '"no":6');
  expect(checkAnchors([first, { ...second, content }])).toBe(
    "The anchor of 2027-01-02 does not carry its signature: it was changed.",
  );
  expect(isAnchorSigned({ ...second, content, hash: hashOf(content) })).toBe(false);
});
