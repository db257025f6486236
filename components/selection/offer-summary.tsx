import type { ReactNode } from "react";
import type { OfferValues } from "@/components/selection/proposal-fields";
import { SummaryList } from "@/components/ui/summary-list";
import { formatAuditDays } from "@/lib/audit-time/days";
import { formatDay } from "@/lib/day";
import { formatMoney } from "@/lib/money";
import { auditKeyNames, auditKeys } from "@/lib/selection/offer";
import { particularKeys, particularNames } from "@/lib/selection/particulars";

/** An offer as facts; what it does not state reads "Not stated". */
export function OfferSummary({ offer, document }: { offer: OfferValues; document?: ReactNode }) {
  const { currency } = offer;
  const money = (minor: number | null) =>
    minor === null || currency === null ? null : formatMoney({ minor, currency });
  return (
    <SummaryList
      columns={2}
      items={[
        ...auditKeys.map((key) => {
          const days = offer.days[key];
          return { term: `${auditKeyNames[key]} days`, value: days === null ? null : formatAuditDays(days) };
        }),
        { term: "Day rate", value: money(offer.dayRateMinor) },
        { term: "Application fee", value: money(offer.applicationFeeMinor) },
        { term: "Certificate fee", value: money(offer.certificateFeeMinor) },
        { term: "Yearly fee", value: money(offer.yearlyFeeMinor) },
        { term: "Travel", value: money(offer.travelMinor) },
        { term: "Valid until", value: offer.validUntil && formatDay(offer.validUntil) },
        { term: "Earliest Stage 1", value: offer.earliestOn && formatDay(offer.earliestOn) },
        {
          term: "From Stage 1 to Stage 2",
          value: offer.stageGapWeeks === null ? null : `${offer.stageGapWeeks} weeks`,
        },
        ...particularKeys.map((key) => ({
          term: particularNames[key],
          value: offer.particulars[key] && <span className="prose-plain">{offer.particulars[key]}</span>,
        })),
        { term: "Accreditation", value: offer.accreditation },
        { term: "Notes", value: offer.notes && <span className="prose-plain">{offer.notes}</span> },
        {
          term: "Document",
          value: document,
        },
      ]}
    />
  );
}
