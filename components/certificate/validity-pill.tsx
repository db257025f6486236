import { Pill } from "@/components/ui/pill";
import type { StatusKind } from "@/components/ui/status-shape";
import { type Day, formatDay } from "@/lib/day";
import { type Lasting, type Validity, validityOn } from "@/lib/lifecycle/validity";

const looks: Record<Validity, { kind: StatusKind; word: string }> = {
  valid: { kind: "success", word: "Valid" },
  not_yet: { kind: "info", word: "Valid from" },
  suspended: { kind: "warning", word: "Suspended" },
  expired: { kind: "danger", word: "Expired" },
  withdrawn: { kind: "danger", word: "Withdrawn" },
  transferred: { kind: "neutral", word: "Transferred" },
  replaced: { kind: "neutral", word: "Replaced" },
};

/** What the certificate is worth on that day, in the words of the public page (INV-24). */
export function ValidityPill({ certificate, today }: { certificate: Lasting; today: Day }) {
  const validity = validityOn(certificate, today);
  const { kind, word } = looks[validity];
  return (
    <Pill kind={kind}>
      {validity === "not_yet" ? `${word} ${formatDay(certificate.effectiveFrom)}` : word}
    </Pill>
  );
}
