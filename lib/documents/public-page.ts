import { formatDay } from "@/lib/day";
import { findStandard } from "@/lib/standards/editions";
import type { CertificateVerdict, Judged } from "./certificate-verdict";
import { Html, html } from "./html";
import { publicStyle } from "./public-style";

/** A certificate as the public page shows it: nothing internal, no name of a person. */
export interface ShownCertificate extends Judged {
  number: string;
  organisationName: string;
  bodyAddress: string | null;
  scope: string;
  sites: readonly { name: string; address: string }[];
  standardId: string;
  soaVersion: string | null;
  accreditation: { accreditationBody: string; number: string; recognition: string | null } | null;
  demo: boolean;
}

interface Frame {
  /** Allows this page's own style and no other. */
  nonce: string;
  title: string;
  /** The address at which this page is true. */
  address: string;
  verifyPath: string;
}

/** The whole document of a public page. */
export function publicPage({ nonce, title, address, verifyPath }: Frame, main: Html): string {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${nonce}">${new Html(publicStyle)}</style>
</head>
<body>
<header><span><b>CertTrail</b> certificate check</span>${!address.endsWith(verifyPath) && html`<a class="screen" href="${verifyPath}">Check a certificate by its number</a>`}</header>
<main>${main}</main>
<footer><p>This page is at <b>${address}</b>. If the address in your browser differs, do not trust it.</p></footer>
</body>
</html>
`.text;
}

/** The verdict, and what the certificate says. */
export function certificatePart(certificate: ShownCertificate, verdict: CertificateVerdict): Html {
  return html`${verdictPart(verdict)}
${certificate.demo && html`<p class="note">This certificate belongs to a demonstration. The organisations are made up and nobody is certified.</p>`}
<dl>
${factsOf(certificate).map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}
</dl>
<p class="screen">Does somebody use this certificate for more than it says? Tell ${certificate.bodyName}.</p>`;
}

function factsOf(certificate: ShownCertificate): [string, Html | string][] {
  const { standardId, soaVersion, bodyName, bodyAddress, accreditation } = certificate;
  return [
    ["Organisation", html`<b>${certificate.organisationName}</b>`],
    ["Scope", certificate.scope],
    [certificate.sites.length === 1 ? "Site" : "Sites", sitesPart(certificate)],
    ["Standard", findStandard(standardId)?.name ?? standardId],
    ...(soaVersion ? ([["Statement of Applicability", `Version ${soaVersion}`]] as [string, string][]) : []),
    ["Certificate number", certificate.number],
    ["Valid from", formatDay(certificate.effectiveFrom)],
    ["Expires", html`${formatDay(certificate.expiresOn)}<small>Last valid day</small>`],
    ["Certification body", html`${bodyName}${bodyAddress && html`<small>${bodyAddress}</small>`}`],
    [
      "Accreditation",
      accreditation
        ? html`${accreditation.accreditationBody}, number ${accreditation.number}${accreditation.recognition && html`<small>${accreditation.recognition}</small>`}`
        : "None stated for this standard",
    ],
  ];
}

function sitesPart({ sites }: ShownCertificate): Html {
  const site = ({ name, address }: { name: string; address: string }) =>
    html`${name}<small>${address}</small>`;
  const [first, ...others] = sites;
  if (!first) return html`Not stated`;
  if (others.length === 0) return site(first);
  return html`<ul>${sites.map((one) => html`<li>${site(one)}</li>`)}</ul>`;
}

function verdictPart({ tone, headline, meaning }: CertificateVerdict): Html {
  return html`<div class="verdict ${tone}">${shapes[tone]}<div><h1>${headline}</h1><p>${meaning}</p></div></div>`;
}

/** Colour is never alone: a tick, a triangle, an octagon. */
const shapes: Record<CertificateVerdict["tone"], Html> = {
  valid: html`<svg viewBox="0 0 12 12" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="m1.5 6.5 3 3 6-7"/></svg>`,
  caution: html`<svg viewBox="0 0 12 12" aria-hidden="true" fill="currentColor"><path d="M6 1 11.6 11H.4z"/></svg>`,
  not_valid: html`<svg viewBox="0 0 12 12" aria-hidden="true" fill="currentColor"><path d="M3.7.5h4.6l3.2 3.2v4.6l-3.2 3.2H3.7L.5 8.3V3.7z"/></svg>`,
};

/** Where no certificate is behind what was asked. */
export function missingPart(headline: string, meaning: string): Html {
  return html`<div class="verdict none"><div><h1>${headline}</h1><p>${meaning}</p></div></div>`;
}

/** The question: number and organisation, both needed. */
export function searchPart(
  verifyPath: string,
  asked: { number: string; organisation: string },
  heading: Html | null,
): Html {
  return html`${heading}<form action="${verifyPath}" method="get" role="search" aria-label="Check a certificate">
<label>Certificate number<input name="number" value="${asked.number}" maxlength="${MAX_ASKED}" autocomplete="off" spellcheck="false"></label>
<label>Organisation<small>The full name as the certificate shows it, with Ltd, GmbH and the like.</small><input name="organisation" value="${asked.organisation}" maxlength="${MAX_ASKED}" autocomplete="off"></label>
<button>Check certificate</button>
</form>`;
}

/** The longest number or name that is looked up. */
export const MAX_ASKED = 300;
