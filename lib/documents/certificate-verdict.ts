import { type Day, formatDay, formatInstant, today } from "@/lib/day";
import type { Lasting, Validity } from "@/lib/lifecycle/validity";
import { validityOn } from "@/lib/lifecycle/validity";

/** What the verdict of the public page rests on. */
export interface Judged extends Lasting {
  bodyName: string;
  suspendedOn: Day | null;
  endedOn: Day | null;
  replacedBy: string | null;
  /** The client that wrote the certificate down; null when the certification body stands behind it. */
  recordedBy: string | null;
  timeZone: string;
}

export interface CertificateVerdict {
  tone: "valid" | "caution" | "not_valid";
  /** The answer in a few words. */
  headline: string;
  /** What it means for the reader, and when it was checked. */
  meaning: string;
}

const NOT_PROOF = "It does not prove certification.";

/**
 * The verdict on a certificate at an instant; the day is the one of the certificate's own time zone (INV-24). A record
 * that the body has not confirmed is never called valid: it is the client's word.
 */
export function judgeCertificate(certificate: Judged, instant: Date): CertificateVerdict {
  const validity = validityOn(certificate, today(certificate.timeZone, instant));
  const checkedAt = formatInstant(instant, "UTC");
  const { recordedBy, bodyName } = certificate;
  const { headline, meaning } = words[validity](certificate);
  if (validity === "valid" && recordedBy !== null)
    return {
      tone: "caution",
      headline: `Recorded by ${recordedBy}, not confirmed by ${bodyName}`,
      meaning: `${recordedBy} has written down that this certificate is in force. Ask ${bodyName} before you rely on it. Checked on ${checkedAt}.`,
    };
  return {
    tone: tones[validity],
    headline: validity === "valid" ? `${headline} on ${checkedAt}` : headline,
    meaning: validity === "valid" ? meaning : `${meaning} Checked on ${checkedAt}.`,
  };
}

const tones: Record<Validity, CertificateVerdict["tone"]> = {
  valid: "valid",
  not_yet: "caution",
  suspended: "caution",
  expired: "not_valid",
  withdrawn: "not_valid",
  transferred: "not_valid",
  replaced: "not_valid",
};

type Words = (certificate: Judged) => Omit<CertificateVerdict, "tone">;

const words: Record<Validity, Words> = {
  valid: ({ expiresOn }) => ({
    headline: "Valid",
    meaning: `This certificate is in force. It is valid until ${formatDay(expiresOn)}, unless it is suspended or withdrawn before.`,
  }),
  not_yet: ({ effectiveFrom }) => ({
    headline: `Not valid yet. Valid from ${formatDay(effectiveFrom)}`,
    meaning: "Until then this certificate does not prove certification.",
  }),
  suspended: ({ suspendedOn }) => ({
    headline: suspendedOn ? `Suspended since ${formatDay(suspendedOn)}` : "Suspended",
    meaning: "While suspended, this certificate does not prove certification.",
  }),
  expired: ({ expiresOn }) => ({
    headline: `Expired. The last valid day was ${formatDay(expiresOn)}`,
    meaning: `This certificate has run out. ${NOT_PROOF}`,
  }),
  withdrawn: ({ endedOn }) => ({
    headline: endedOn ? `Withdrawn on ${formatDay(endedOn)}` : "Withdrawn",
    meaning: `The certification body has taken this certificate back. ${NOT_PROOF}`,
  }),
  transferred: ({ endedOn }) => ({
    headline: endedOn ? `Transferred on ${formatDay(endedOn)}` : "Transferred",
    meaning: `Another certification body has taken over and issued its own certificate. This one no longer counts. ${NOT_PROOF}`,
  }),
  replaced: ({ replacedBy }) => ({
    headline: replacedBy ? `Replaced by certificate ${replacedBy}` : "Replaced by a newer version",
    meaning: `This version no longer counts. Ask for the newer one. ${NOT_PROOF}`,
  }),
};
