/** Addresses whose answers bring a policy of their own: the public certificate check, and kept files. */
const OWN_POLICY = /^\/(?:v\/[^/]+|verify|api\/[^/]+\/projects\/[^/]+\/files\/[^/]+)$/;
/** Addresses that answer with data, scripts or pictures. */
const NO_PAGE = /^\/(?:_next\/|api\/|icon\.svg$)/;

/** Nothing of the answer may load, run, or stand in a frame. */
export const NOTHING_RUNS =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

const TWO_YEARS_S = 2 * 365 * 24 * 3600;

/** What every answer carries, whatever it holds. */
export const everywhere: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
  "x-frame-options": "DENY",
};

/** The policy of one page: only the scripts that the server marked with the nonce run, and what they load. */
function pagePolicy(nonce: string, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // While developing, styles come in as elements of their own.
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    // The shapes of states and the QR code are pictures inside the style and the page.
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    // The worker that lets the logger open without network is a file of ours.
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Keeps browsers on https for this host, where people reach it so; the header means nothing on plain http. */
export function transportSecurity(origin: string): string | null {
  return origin.startsWith("https:") ? `max-age=${TWO_YEARS_S}` : null;
}

/** The policy an answer at this path gets before anybody has looked at it; null where the answer brings its own. */
export function policyOf(path: string, nonce: string, isDevelopment = false): string | null {
  if (OWN_POLICY.test(path)) return null;
  return NO_PAGE.test(path) ? NOTHING_RUNS : pagePolicy(nonce, isDevelopment);
}
