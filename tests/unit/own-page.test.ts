import { expect, test } from "vitest";
import { refuseForeignPage } from "@/lib/http/own-page";

const OWN = "https://audit.example";
const OTHER = /this came from a page of another address/;
const UNSAID = /it was not said from which page this came/;

test.each<
  [what: string, method: string, origin: string | undefined, site: string | undefined, RegExp | null]
>([
  ["reading from anywhere", "GET", "https://other.example", "cross-site", null],
  ["asking for headers alone", "HEAD", undefined, undefined, null],
  ["asking what is allowed", "OPTIONS", "https://other.example", "cross-site", null],
  ["a form of an own page", "POST", OWN, "same-origin", null],
  ["a form of an own page in an older browser", "POST", OWN, undefined, null],
  ["a form of another site", "POST", "https://other.example", "cross-site", OTHER],
  ["a form of a neighbour on the same domain", "POST", "https://www.audit.example", "same-site", OTHER],
  ["the own host without https", "POST", "http://audit.example", undefined, OTHER],
  ["the own host on another port", "POST", `${OWN}:8443`, undefined, OTHER],
  ["an address that only begins like the own one", "POST", `${OWN}.other.example`, undefined, OTHER],
  ["the own address in capitals, as no browser sends it", "POST", OWN.toUpperCase(), undefined, OTHER],
  ["a page that hides where it is", "POST", "null", "cross-site", OTHER],
  ["no word of the page", "POST", undefined, undefined, UNSAID],
  ["an empty word of the page", "POST", "", undefined, OTHER],
  ["an own origin that the browser denies", "POST", OWN, "cross-site", OTHER],
  ["what was typed into the address line", "POST", OWN, "none", OTHER],
  ["replacing", "PUT", undefined, undefined, UNSAID],
  ["changing", "PATCH", "https://other.example", undefined, OTHER],
  ["deleting", "DELETE", undefined, undefined, UNSAID],
  ["a method nobody knows", "PURGE", undefined, undefined, UNSAID],
])("%s", (_what, method, origin, site, refused) => {
  const refusal = refuseForeignPage({ method, origin, site }, `${OWN}/`);
  if (!refused) expect(refusal).toBeNull();
  else expect(refusal).toMatch(refused);
});

test("the refusal says where to go", () => {
  const refusal = refuseForeignPage({ method: "POST", origin: undefined, site: undefined }, OWN);
  expect(refusal).toMatch(/^Nothing was done: .*\. Open https:\/\/audit\.example and send it again\.$/);
});
