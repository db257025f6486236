/** Next calls this once, before the first request is answered. */
export async function register(): Promise<void> {
  const { setHeadersOfEachAnswer } = await import("./lib/http/each-request");
  setHeadersOfEachAnswer();
}
