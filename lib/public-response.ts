import "server-only";

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
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    },
  });
}
