/** Next calls this once, before the first request is answered. */
export async function register(): Promise<void> {
  const { meetEachRequest } = await import("./lib/http/each-request");
  meetEachRequest();
}
