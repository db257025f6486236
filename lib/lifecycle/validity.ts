import { type Day, isAfter, isBefore } from "@/lib/day";
import type { CertificateState } from "./certificate-states";

/** What a certificate says to somebody outside on a given day. */
export type Validity =
  | "valid"
  | "not_yet"
  | "suspended"
  | "expired"
  | "withdrawn"
  | "transferred"
  | "replaced";

/** The part of a certificate on which its validity rests. */
export interface Lasting {
  state: Exclude<CertificateState, "none">;
  effectiveFrom: Day;
  expiresOn: Day;
}

/**
 * What a certificate proves on a day (invariant 24): it is valid while active and within its days, both included. The
 * day counts even where the state still says active: past its last day a certificate proves nothing.
 */
export function validityOn({ state, effectiveFrom, expiresOn }: Lasting, on: Day): Validity {
  switch (state) {
    case "withdrawn":
      return "withdrawn";
    case "transferred_out":
      return "transferred";
    case "superseded":
      return "replaced";
    case "expired":
    case "lapsed":
      return "expired";
    case "suspended":
      return isAfter(on, expiresOn) ? "expired" : "suspended";
    case "active":
      if (isAfter(on, expiresOn)) return "expired";
      return isBefore(on, effectiveFrom) ? "not_yet" : "valid";
  }
}
