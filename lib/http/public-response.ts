import "server-only";
import { html } from "../documents/html";
import { missingPart, publicPage } from "../documents/public-page";
import { environment } from "../env";
import { logFailure } from "../log";
import { TooMany } from "../outcome";
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
    if (error instanceof TooMany) return explain(429, error.sentence);
    const reference = logFailure(error, where);
    return explain(500, `Try again. If it stays, tell the operator the reference ${reference}.`);
  }
}

function explain(status: number, whatToDo: string): Response {
  const frame = { verifyPath: paths.verify, address: environment().CERTTRAIL_ORIGIN };
  const meaning = `This says nothing about the certificate. ${whatToDo}`;
  return answerPublicly(status, (nonce) =>
    publicPage(
      { ...frame, nonce, title: "The check did not work – CertTrail" },
      html`${missingPart("We could not check this now", meaning)}`,
    ),
  );
}
