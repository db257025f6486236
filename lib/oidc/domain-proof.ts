import { Resolver } from "node:dns/promises";
import { domainToASCII } from "node:url";
import { tokenFor } from "../session/token";

const LOOK_UP_MS = 3_000;
const TRIES = 2;
const MAX_DOMAIN = 253;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A domain in small letters and ASCII, as e-mail addresses end with it; null for what is none. */
export function readDomain(text: string): string | null {
  const domain = domainToASCII(text.trim().replace(/^@/, "").replace(/\.$/, "")).toLowerCase();
  const labels = domain.split(".");
  const isDomain =
    labels.length > 1 && domain.length <= MAX_DOMAIN && labels.every((label) => LABEL.test(label));
  return isDomain && !/^\d+$/.test(labels.at(-1) ?? "") ? domain : null;
}

/** The domain of an e-mail address; null for what has none. */
export function domainOf(email: string): string | null {
  const at = email.lastIndexOf("@");
  return at < 1 ? null : readDomain(email.slice(at + 1));
}

/** The TXT record that proves who holds a domain: made anew each time, for one organisation, and kept nowhere. */
export function proofRecord(organisationId: string, domain: string): { name: string; text: string } {
  const proof = tokenFor(`domain ${organisationId} ${domain}`);
  return { name: `_certtrail.${domain}`, text: `certtrail-domain=${proof}` };
}

/** Looks TXT records up. Rejects with an error that has a `code`, as Node's own resolver does. */
export type LookUpText = (name: string) => Promise<string[][]>;

export const lookUpText: LookUpText = async (name) =>
  await new Resolver({ timeout: LOOK_UP_MS, tries: TRIES }).resolveTxt(name);

/** Answers of the DNS that mean: there is no such record. */
const NONE = ["ENOTFOUND", "ENODATA"];

/** Whether the record stands: "missing" when the DNS says there is none, "unknown" when it said nothing. */
export async function checkProof(
  { name, text }: { name: string; text: string },
  lookUp: LookUpText,
): Promise<"found" | "missing" | "unknown"> {
  try {
    const records = await lookUp(name);
    // A long text comes in parts.
    return records.some((parts) => parts.join("").trim() === text) ? "found" : "missing";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return NONE.some((one) => one === code) ? "missing" : "unknown";
  }
}
