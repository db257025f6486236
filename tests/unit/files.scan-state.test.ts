import { expect, test } from "vitest";
import { refuseUnscanned } from "@/lib/files/scan-state";

test.each([
  ["not_scanned", true, null],
  ["not_scanned", false, null],
  ["clean", true, null],
  ["clean", false, null],
  ["quarantined", true, null],
  ["quarantined", false, /waits for the virus scanner/],
  ["infected", true, /found something/],
  ["infected", false, /found something/],
] as const)("a file that is %s, own side %s, opens or says why not", (state, isOwn, sentence) => {
  const refusal = refuseUnscanned(state, isOwn);
  if (sentence) expect(refusal).toMatch(sentence);
  else expect(refusal).toBeNull();
});
