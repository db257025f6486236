import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { environment } from "../env";
import { everywhere, policyOf, transportSecurity } from "./security-headers";

interface Begun {
  request: IncomingMessage;
  response: ServerResponse;
}

const POLICY = "content-security-policy";

/**
 * Sets the headers of every answer of this process before anybody has looked at the request, so that no page, file,
 * fault or refusal goes without. Next puts the nonce it finds in the policy of the request on the scripts of the page.
 */
export function setHeadersOfEachAnswer(): void {
  const isDevelopment = process.env.NODE_ENV === "development";
  const lasting = new Map(Object.entries(everywhere));
  const transport = transportSecurity(environment().CERTTRAIL_ORIGIN);
  if (transport) lasting.set("strict-transport-security", transport);
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as Begun;
    response.setHeaders(lasting);
    const nonce = btoa(crypto.randomUUID());
    const [path = ""] = (request.url ?? "").split("?");
    const policy = policyOf(path, nonce, isDevelopment);
    delete request.headers[POLICY];
    if (!policy) return;
    request.headers[POLICY] = policy;
    response.setHeader(POLICY, policy);
  });
}
