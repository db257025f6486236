import { environment } from "@/lib/env";
import { ours } from "@/lib/http/request-marks";
import { paths } from "@/lib/paths";

/**
 * Answers what was turned away at the door: as text to a form, and to everything else as a message, with the address
 * that the sign-in form reads. Asked for by itself, nothing is here.
 */
export function GET(request: Request): Response {
  const message = request.headers.get(ours.refusal);
  const headers = { "cache-control": "no-store" };
  if (!message) return Response.json({ message: "This does not exist." }, { status: 404, headers });
  if (request.headers.has("next-action")) {
    return new Response(message, { status: 403, headers: { ...headers, "content-type": "text/plain" } });
  }
  const url = new URL(paths.signIn, environment().CERTTRAIL_ORIGIN);
  url.searchParams.set("error", message);
  return Response.json({ message, url: url.href }, { status: 403, headers });
}
