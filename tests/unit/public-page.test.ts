import { describe, expect, test } from "vitest";
import { drawQrCode } from "@/components/certificate/qr-code";
import { day } from "@/lib/day";
import { judgeCertificate } from "@/lib/documents/certificate-verdict";
import { html } from "@/lib/documents/html";
import {
  certificatePart,
  missingPart,
  publicPage,
  type ShownCertificate,
  searchPart,
} from "@/lib/documents/public-page";

const MAX_BYTES = 15_000;
const NOON = new Date("2028-02-23T14:05:00Z");

const certificate: ShownCertificate = {
  state: "active",
  number: "ISMS-2027-0001",
  organisationName: "Northwind Ltd",
  bodyName: "Alder Cert Ltd",
  bodyAddress: "2 Mill Lane, Bremen",
  scope: "Development and operation of the booking platform",
  sites: [{ name: "Head office", address: "1 Quay Street, Bremen" }],
  standardId: "iso-27001-2022",
  soaVersion: "3.1",
  accreditation: { accreditationBody: "National Board", number: "NAB-021", recognition: "Global ACI" },
  effectiveFrom: day("2027-04-05"),
  expiresOn: day("2030-04-04"),
  suspendedOn: null,
  endedOn: null,
  replacedBy: null,
  recordedBy: null,
  timeZone: "Europe/Berlin",
  demo: false,
};

const frame = {
  nonce: "n0nce",
  title: "Check",
  address: "https://certtrail.example.com/v/abc",
  verifyPath: "/verify",
};
const pageOf = (shown: ShownCertificate, at = NOON) =>
  publicPage(frame, certificatePart(shown, judgeCertificate(shown, at)));

describe("the verdict of the public check", () => {
  test.each<[string, Partial<ShownCertificate>, string, string]>([
    ["valid", {}, "Valid on 23 Feb 2028, 14:05 UTC", "It is valid until 4 Apr 2030"],
    [
      "suspended",
      { state: "suspended", suspendedOn: day("2028-02-03") },
      "Suspended since 3 Feb 2028",
      "While suspended, this certificate does not prove certification.",
    ],
    [
      "withdrawn",
      { state: "withdrawn", endedOn: day("2028-01-10") },
      "Withdrawn on 10 Jan 2028",
      "It does not prove certification.",
    ],
    [
      "expired by its day",
      { expiresOn: day("2028-02-22") },
      "Expired. The last valid day was 22 Feb 2028",
      "run out",
    ],
    ["expired by its state", { state: "expired" }, "Expired.", "It does not prove certification."],
    [
      "not yet valid",
      { effectiveFrom: day("2028-03-01") },
      "Not valid yet. Valid from 1 Mar 2028",
      "Until then",
    ],
    ["transferred", { state: "transferred_out" }, "Transferred", "Another certification body"],
    [
      "replaced",
      { state: "superseded", replacedBy: "ISMS-2028-0007" },
      "Replaced by certificate ISMS-2028-0007",
      "newer",
    ],
    [
      "recorded by the client",
      { recordedBy: "Northwind Ltd" },
      "Recorded by Northwind Ltd, not confirmed by Alder Cert Ltd",
      "Ask Alder Cert Ltd before you rely on it.",
    ],
  ])("%s", (_, change, headline, meaning) => {
    const verdict = judgeCertificate({ ...certificate, ...change }, NOON);
    expect(verdict.headline).toContain(headline);
    expect(verdict.meaning).toContain(meaning);
    expect(verdict.headline.startsWith("Valid on")).toBe(verdict.tone === "valid");
    expect(`${verdict.headline} ${verdict.meaning}`).toContain("23 Feb 2028, 14:05 UTC");
    const page = pageOf({ ...certificate, ...change });
    expect(page).toContain(headline);
  });

  test("the day is the one of the certificate's own time zone", () => {
    const lastDay = { ...certificate, expiresOn: day("2028-02-22") };
    const lateInUtc = new Date("2028-02-22T23:30:00Z");
    expect(judgeCertificate(lastDay, lateInUtc).headline).toContain("Expired");
    expect(judgeCertificate({ ...lastDay, timeZone: "America/Lima" }, lateInUtc).tone).toBe("valid");
  });
});

describe("the public page", () => {
  test("is small, without script, and names its address", () => {
    const sites = Array.from({ length: 20 }, (_, at) => ({
      name: `Site ${at}`,
      address: `${at} Quay Street, Bremen`,
    }));
    for (const page of [
      pageOf(certificate),
      pageOf({ ...certificate, sites, scope: "Development ".repeat(60) }),
      publicPage(frame, missingPart("We have no certificate", "Check it.")),
    ]) {
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(MAX_BYTES);
      expect(page).not.toMatch(/<script|javascript:| on\w+=/i);
      expect(page).toContain("https://certtrail.example.com/v/abc");
      expect(page).toContain("If the address in your browser differs, do not trust it.");
      expect(page.match(/<h1>/g)).toHaveLength(1);
      expect(page).not.toMatch(/undefined|NaN|\[object|null/);
    }
  });

  test("says what stands on the certificate, and what is missing in words", () => {
    const page = pageOf({ ...certificate, accreditation: null, bodyAddress: null, demo: true });
    expect(page).toContain("ISO/IEC 27001:2022");
    expect(page).toContain("None stated for this standard");
    expect(page).toContain("demonstration");
  });

  test("escapes whatever was typed", () => {
    const typed = `"><script>alert(1)</script>&'`;
    const search = searchPart("/verify", { number: typed, organisation: typed }, null).text;
    const page = pageOf({ ...certificate, scope: typed, organisationName: typed });
    for (const text of [search, page]) {
      expect(text).not.toContain("<script>");
      expect(text).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;");
    }
    expect(html`${[html`<b>${1}</b>`, html`<i>${"<"}</i>`]}${null}${false}`.text).toBe("<b>1</b><i>&lt;</i>");
  });
});

test("a QR code has four modules of white on every side", () => {
  const { side, path } = drawQrCode("https://certtrail.example.com/v/abcdefghijklmnopqrstuvwxyz012345");
  const places = [...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const ends = places.flat();
  expect(Math.min(...ends)).toBe(4);
  expect(Math.max(...ends)).toBe(side - 5);
});
