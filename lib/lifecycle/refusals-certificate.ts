import { block, dayText, iso } from "./refusal-text";

const BODY = "The certification body.";
const TYPE_IT = "Complete the form.";

/** Refusals of a certificate (domain.md 6.5). */
export const certificateRefusals = {
  "no-grant-decision": block(
    "INV-6",
    iso("8.2.2"),
    "A decision to grant.",
    "There is no decision to grant certification. No certificate without it.",
  ),
  "certificate-exists": block(
    "INV-10",
    iso("8.2.2"),
    "The end of the other certificate.",
    "There is already a certificate for this scope and this decision.",
  ),
  "certificate-incomplete": block(
    "CRT-1",
    iso("8.2.2"),
    BODY,
    "The certificate must show the scope and every site. Complete them.",
  ),
  "number-missing": block("CRT-2", iso("8.2.2 d"), TYPE_IT, "Enter the certificate number."),
  "effective-before-decision": block(
    "DEC-10",
    iso("8.2.2 b"),
    TYPE_IT,
    ({ on }: { on: string }) =>
      `The certificate takes effect on or after the day of the decision, ${dayText(on)}.`,
  ),
  "issued-before-decision": block(
    "INV-6",
    iso("8.2.2"),
    TYPE_IT,
    ({ on }: { on: string }) =>
      `The certificate is issued on or after the day of the decision, ${dayText(on)}.`,
  ),
  "expiry-before-effect": block(
    "INV-6",
    iso("8.2.2 c"),
    TYPE_IT,
    "The certificate must expire after the cycle it replaces or the day it takes effect.",
  ),
  "expiry-too-late": block(
    "EXP-1",
    iso("8.2.2 c"),
    TYPE_IT,
    ({ limit }: { limit: string }) =>
      `A cycle lasts at most three years. Choose an expiry day up to ${dayText(limit)}.`,
  ),
  "expiry-after-transition": block(
    "EDN-1",
    "",
    TYPE_IT,
    ({ limit }: { limit: string }) =>
      `The transition of this edition ends on ${dayText(limit)}. Choose an expiry day up to then.`,
  ),
  "certificate-expired": block(
    "INV-11",
    iso("9.6.3.2.4"),
    "A restoration after expiry.",
    ({ on }: { on: string }) => `The certificate expired on ${dayText(on)}.`,
  ),
  "certificate-not-expired": block(
    "REC-6",
    iso("9.6.3.2.4"),
    "",
    ({ on }: { on: string }) => `The certificate is valid up to and including ${dayText(on)}.`,
  ),
  "remedies-missing": block(
    "SUS-1",
    iso("9.6.5.2"),
    TYPE_IT,
    "Write what the client must do so that the certificate is restored.",
  ),
  "suspension-too-long": block(
    "SUS-5",
    iso("9.6.5.4"),
    TYPE_IT,
    ({ limit }: { limit: string }) =>
      `The suspension can last until ${dayText(limit)} at most. Choose a day up to then.`,
  ),
  "suspension-without-length": block(
    "SUS-5",
    iso("9.6.5.4"),
    TYPE_IT,
    "The suspension must end after it begins.",
  ),
  "restore-too-late": block(
    "INV-11",
    iso("9.6.3.2.5"),
    "A new certification with at least a Stage 2.",
    ({ limit }: { limit: string }) =>
      `An expired certificate can be restored until ${dayText(limit)}. Now at least a Stage 2 is needed.`,
  ),
  "restore-still-open": block(
    "REC-8",
    iso("9.6.3.2.5"),
    "",
    ({ limit }: { limit: string }) => `The certificate can still be restored until ${dayText(limit)}.`,
  ),
  "transition-not-ended": block("EDN-1", "", "", "The transition of this edition has not ended."),
  "successor-missing": block(
    "TRF-7",
    "IAF MD 2",
    TYPE_IT,
    "Enter the number of the certificate that the other body has issued.",
  ),
};
