import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { environment } from "../env";
import { paths } from "../paths";
import { requestId } from "../request-id";
import { addressBlock, senderOf } from "./address-block";
import { refuseForeignPage } from "./own-page";
import { MARKS, ours } from "./request-marks";
import { everywhere, policyOf, transportSecurity } from "./security-headers";

interface Begun {
  request: IncomingMessage;
  response: ServerResponse;
}

const POLICY = "content-security-policy";

/**
 * Meets every request of this process before anybody has looked at it: sets the headers of the answer, so that no page,
 * file, fault or refusal goes without, and leads what would write but comes from a foreign page to its refusal.
 */
export function meetEachRequest(): void {
  const isDevelopment = process.env.NODE_ENV === "development";
  const { CERTTRAIL_ORIGIN, CERTTRAIL_ADDRESS_HEADER } = environment();
  const lasting = new Map(Object.entries(everywhere));
  const transport = transportSecurity(CERTTRAIL_ORIGIN);
  if (transport) lasting.set("strict-transport-security", transport);
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as Begun;
    for (const name of Object.keys(request.headers)) if (name.startsWith(MARKS)) delete request.headers[name];
    request.headers[ours.met] = "1";
    const id = crypto.randomUUID();
    requestId.enterWith(id);
    response.setHeader("x-request-id", id);
    const forwarded = CERTTRAIL_ADDRESS_HEADER && request.headers[CERTTRAIL_ADDRESS_HEADER];
    request.headers[ours.address] = addressBlock(senderOf(request.socket.remoteAddress, forwarded));
    if (!isReadable(request.url ?? "")) request.url = paths.refused;
    turnAway(request, CERTTRAIL_ORIGIN);
    response.setHeaders(lasting);
    const [path = ""] = (request.url ?? "").split("?");
    const policy = policyOf(path, btoa(crypto.randomUUID()), isDevelopment);
    delete request.headers[POLICY];
    if (!policy) return;
    // Next puts the nonce it finds in the policy of the request on the scripts of the page.
    request.headers[POLICY] = policy;
    response.setHeader(POLICY, policy);
  });
}

/** Next answers a broken escape such as "%C3%9" with a fault of the server; nothing has such an address, so it is not there. */
function isReadable(address: string): boolean {
  const [path = ""] = address.split("?");
  try {
    return decodeURIComponent(path) !== "";
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/** A refused request goes on as the question for its refusal: whatever it was meant for never hears of it. */
function turnAway(request: IncomingMessage, ownAddress: string): void {
  const { origin, "sec-fetch-site": site } = request.headers;
  const sent = { method: request.method ?? "", origin, site: site?.toString() };
  const refusal = refuseForeignPage(sent, ownAddress);
  if (!refusal) return;
  request.method = "GET";
  request.url = paths.refused;
  request.headers[ours.refusal] = refusal;
}
