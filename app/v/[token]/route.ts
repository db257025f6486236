import { now } from "@/lib/clock";
import { judgeCertificate } from "@/lib/documents/certificate-verdict";
import { html } from "@/lib/documents/html";
import { certificatePart, missingPart, publicPage } from "@/lib/documents/public-page";
import { environment } from "@/lib/env";
import { answerOrExplain, answerPublicly } from "@/lib/http/public-response";
import { ours } from "@/lib/http/request-marks";
import { paths } from "@/lib/paths";
import { findByToken } from "@/lib/store/public-certificates";
import { countTry } from "@/lib/store/throttles";

export const dynamic = "force-dynamic";

/** The public page of one certificate, behind its link and its QR code. 404 for a token that is none, in the same layout. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return await answerOrExplain("public certificate", async () => {
    await countTry("publicCheck", { address: request.headers.get(ours.address) ?? "" }, now());
    return await answerToken(token);
  });
}

async function answerToken(token: string): Promise<Response> {
  const certificate = await findByToken(token);
  const { CERTTRAIL_ORIGIN } = environment();
  const frame = { verifyPath: paths.verify, address: `${CERTTRAIL_ORIGIN}${paths.publicCertificate(token)}` };
  if (!certificate) {
    return answerPublicly(404, (nonce) =>
      publicPage(
        { ...frame, nonce, title: "No certificate – CertTrail", address: CERTTRAIL_ORIGIN },
        html`${missingPart(
          "We have no certificate at this address",
          "The link may be cut short. Copy it whole, or check the certificate by its number.",
        )}<p><a href="${paths.verify}">Check a certificate by its number</a></p>`,
      ),
    );
  }
  const verdict = judgeCertificate(certificate, now());
  const title = `${verdict.headline} – certificate ${certificate.number}`;
  return answerPublicly(200, (nonce) =>
    publicPage({ ...frame, nonce, title }, certificatePart(certificate, verdict)),
  );
}
