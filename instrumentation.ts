import type { Instrumentation } from "next";

/** Next calls this once, before the first request is answered. */
export async function register(): Promise<void> {
  const { meetEachRequest } = await import("./lib/http/each-request");
  meetEachRequest();
  const { letEndedRendersGo } = await import("./lib/http/ended-renders");
  letEndedRendersGo();
  const { environment } = await import("./lib/env");
  const { CERTTRAIL_SMTP, CERTTRAIL_WORKER } = environment();
  if (CERTTRAIL_SMTP && CERTTRAIL_WORKER === "web") {
    const { startWorker } = await import("./lib/mail/worker");
    startWorker();
  }
  if (process.env.NODE_ENV !== "production") return;
  const { logInsteadOfPrinting } = await import("./lib/http/framework-log");
  logInsteadOfPrinting();
}

/** What Next caught: the digest is what the error page shows as its reference. */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  _request,
  { routePath, routeType },
) => {
  const { logCaught } = await import("./lib/http/framework-log");
  logCaught(error, `${routeType} ${routePath}`);
};
