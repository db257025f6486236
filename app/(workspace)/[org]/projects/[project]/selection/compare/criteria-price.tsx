import { Pill } from "@/components/ui/pill";
import { formatAuditDays } from "@/lib/audit-time/days";
import { formatDay } from "@/lib/day";
import { formatMoney } from "@/lib/money";
import { auditKeyNames, auditKeys } from "@/lib/selection/offer";
import type { CostPart, ThreeYearCost } from "@/lib/selection/three-year-cost";
import type { OfferColumn } from "./columns";
import { type Criterion, NOT_STATED, Words } from "./criterion";

const money = (minor: number | null, currency: string | null) =>
  minor === null || currency === null ? NOT_STATED : formatMoney({ minor, currency });

const days = (centidays: number | null) => (centidays === null ? NOT_STATED : formatAuditDays(centidays));

/** The total, or "at least" where parts are not stated. */
function total(cost: ThreeYearCost): string {
  const amount = money(cost.totalMinor, cost.currency);
  return cost.totalMinor === null || cost.missing.length === 0 ? amount : `at least ${amount}`;
}

const partLabels: Record<string, string> = {
  ...{ application: "Application fee", stage1: "Stage 1", stage2: "Stage 2" },
  ...{ surveillance1: "Surveillance 1", surveillance2: "Surveillance 2", certificate: "Certificate fee" },
  ...{ yearly: "Yearly fees", travel: "Travel" },
};

function partRow(
  key: string,
  label: string,
  partOf: (column: OfferColumn) => [CostPart | undefined, string | null],
): Criterion {
  const text = (column: OfferColumn) => {
    const [part, currency] = partOf(column);
    return money(part?.minor ?? null, currency);
  };
  return {
    ...{ key, label, text },
    cell: (column) => {
      const [part] = partOf(column);
      return (
        <>
          <Words>{text(column)}</Words>
          {part?.how && <span className="block text-meta text-subtle">{part.how}</span>}
        </>
      );
    },
  };
}

function TotalCell({ column: { cost, endedOn, oldRateOn } }: { column: OfferColumn }) {
  return (
    <>
      {endedOn ? <s className="text-muted">{total(cost)}</s> : <Words>{total(cost)}</Words>}
      {endedOn && <span className="block font-normal">Offer ended {formatDay(endedOn)}</span>}
      {cost.totalMinor !== null && cost.missing.length > 0 && (
        <span className="block max-w-56 whitespace-normal font-normal text-meta text-subtle">
          Not stated: {cost.missing.join(", ")}
        </span>
      )}
      {oldRateOn && (
        <span className="mt-1 block font-normal">
          <Pill kind="warning">Rate of {formatDay(oldRateOn)}, older than a week</Pill>
        </span>
      )}
    </>
  );
}

/** The offered days, against what is expected. */
export const dayCriteria: readonly Criterion[] = [
  { key: "days", label: "Auditor days" },
  ...auditKeys.map(
    (key): Criterion => ({ key, label: auditKeyNames[key], text: ({ offer }) => days(offer.days[key]) }),
  ),
  { key: "initial", label: "Stage 1 and 2", isTotal: true, text: ({ initial }) => days(initial) },
  { key: "difference", label: "Against the expected days", text: ({ days: judged }) => judged.text },
];

/** The normalised cost of three years, its parts and what it would be with the expected days. */
export const costCriteria: readonly Criterion[] = [
  { key: "cost", label: "Cost over three years, without tax" },
  ...Object.entries(partLabels).map(([key, label]) =>
    partRow(`cost-${key}`, label, ({ cost }) => [cost.parts.find((one) => one.key === key), cost.currency]),
  ),
  {
    ...{ key: "total", label: "Total", isTotal: true },
    text: ({ cost, endedOn }) =>
      [total(cost), ...(endedOn ? [`offer ended ${formatDay(endedOn)}`] : [])].join(", "),
    cell: (column) => <TotalCell column={column} />,
  },
  { key: "per-day", label: "Cost per audit day", text: ({ cost }) => money(cost.perDayMinor, cost.currency) },
  {
    ...{ key: "as-expected", label: "Total if the days were as expected" },
    hint: "Shows a low price that is made from too few days.",
    text: ({ asExpected }) => (asExpected ? total(asExpected) : "Not applicable"),
  },
  partRow("recertification-cost", "Recertification, not in the total", ({ recertification, offer }) => [
    recertification,
    offer.currency,
  ]),
];
