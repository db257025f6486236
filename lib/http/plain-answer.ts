/** A sentence as plain text, for routes that no page of ours draws; nobody keeps it. */
export function answerPlainly(status: number, sentence: string): Response {
  return new Response(sentence, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}

/** The same answer for what is not there and for what somebody may not open. */
export const answerNotThere = () => answerPlainly(404, "This does not exist, or you cannot open it.");
