import "server-only";
import { html } from "../documents/html";
import { missingPart, publicPage } from "../documents/public-page";
import { environment } from "../env";
import { logFailure } from "../log";
import { paths } from "../paths";

/**
 * The answer of a public page: its own style and nothing else may run or load, nobody may frame it, and no browser or
 * proxy keeps it, because a verdict is true at its instant alone.
 */
export function answerPublicly(status: number, write: (nonce: string) => string): Response {
  const nonce = crypto.randomUUID();
  return new Response(write(nonce), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'nonce-${nonce}'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
    },
  });
}

/** Answers a public page; a fault gets a sentence in the same layout and under the same policy, with its reference. */
export async function answerOrExplain(where: string, answering: () => Promise<Response>): Promise<Response> {
  try {
    return await answering();
  } catch (error) {
    const reference = logFailure(error, where);
    const frame = { verifyPath: paths.verify, address: environment().CERTTRAIL_ORIGIN };
    return answerPublicly(500, (nonce) =>
      publicPage(
        { ...frame, nonce, title: "The check did not work – CertTrail" },
        html`${missingPart(
          "We could not check this now",
          `This says nothing about the certificate. Try again. If it stays, tell the operator the reference ${reference}.`,
        )}`,
      ),
    );
  }
}
