import { now } from "@/lib/clock";
import { judgeCertificate } from "@/lib/documents/certificate-verdict";
import { type Html, html } from "@/lib/documents/html";
import { certificatePart, MAX_ASKED, missingPart, publicPage, searchPart } from "@/lib/documents/public-page";
import { environment } from "@/lib/env";
import { answerOrExplain, answerPublicly } from "@/lib/http/public-response";
import { ours } from "@/lib/http/request-marks";
import { paths } from "@/lib/paths";
import { findByNumber } from "@/lib/store/public-certificates";
import { countTry } from "@/lib/store/throttles";

export const dynamic = "force-dynamic";

/**
 * The check by number and organisation, both needed: the number alone would let anybody list a body's clients. Hit and
 * miss are answered with the same status after the same work.
 */
export async function GET(request: Request) {
  const { searchParams } = new URL(request.url);
  return await answerOrExplain("public check", async () => {
    if (searchParams.size > 0) {
      await countTry("publicCheck", { address: request.headers.get(ours.address) ?? "" }, now());
    }
    return await answerSearch(searchParams);
  });
}

async function answerSearch(searchParams: URLSearchParams): Promise<Response> {
  const read = (name: string) => (searchParams.get(name) ?? "").trim().slice(0, MAX_ASKED);
  const asked = { number: read("number"), organisation: read("organisation") };
  const { title, main } = await answer(asked, searchParams.size > 0);
  const address = `${environment().CERTTRAIL_ORIGIN}${paths.verify}`;
  return answerPublicly(200, (nonce) =>
    publicPage({ nonce, title, address, verifyPath: paths.verify }, main),
  );
}

type Asked = { number: string; organisation: string };

async function answer(asked: Asked, isSent: boolean): Promise<{ title: string; main: Html }> {
  if (!isSent || asked.number === "" || asked.organisation === "") return form(asked, isSent);
  const certificate = await findByNumber(asked.number, asked.organisation);
  if (!certificate) {
    const missing = missingPart(
      "We have no certificate with this number for this organisation",
      "Check both as they stand on the certificate. A certificate that was never entered in CertTrail is not found here.",
    );
    return {
      title: "No certificate found – CertTrail",
      main: html`${missing}${searchPart(paths.verify, asked, null)}`,
    };
  }
  const verdict = judgeCertificate(certificate, now());
  const link = paths.publicCertificate(certificate.publicToken);
  return {
    title: `${verdict.headline} – certificate ${certificate.number}`,
    main: html`${certificatePart(certificate, verdict)}<p class="screen"><a href="${link}">Lasting address of this certificate</a></p>`,
  };
}

function form(asked: Asked, isSent: boolean): { title: string; main: Html } {
  const heading = html`<h1>Check a certificate</h1>
<p>Enter the number and the organisation as they stand on the certificate.</p>
${isSent && html`<p class="note" role="alert"><b>There is a problem.</b> Enter both the certificate number and the organisation.</p>`}`;
  return {
    title: `${isSent ? "Error: " : ""}Check a certificate – CertTrail`,
    main: searchPart(paths.verify, asked, heading),
  };
}
