import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeVerifier } from "../../scripts/make-verifier.mjs";

test("the verifier that is handed out is the one that lib/trail makes (npm run trail:verifier)", async () => {
  expect(readFileSync("scripts/verify-bundle.mjs", "utf8")).toBe(await makeVerifier());
});
