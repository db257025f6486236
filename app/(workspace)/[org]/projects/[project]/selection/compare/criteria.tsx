import type { ReactNode } from "react";
import { GateLine } from "@/components/selection/gate-pill";
import { Pill } from "@/components/ui/pill";
import { formatAuditDays } from "@/lib/audit-time/days";
import { type Day, formatDay, isBefore } from "@/lib/day";
import { formatMoney } from "@/lib/money";
import { auditKeyNames, auditKeys, initialDays } from "@/lib/selection/offer";
import type { ThreeYearCost } from "@/lib/selection/three-year-cost";
import type { OfferColumn } from "./columns";

/** One row of the comparison; a group row has no cells. */
export interface Criterion {
  key: string;
  label: string;
  hint?: string;
  isTotal?: boolean;
  cell?: (column: OfferColumn) => ReactNode;
}

const missing = <span className="text-subtle">Not stated</span>;

function money(minor: number | null, currency: string | null): ReactNode {
  return minor === null || currency === null ? missing : formatMoney({ minor, currency });
}

function days(centidays: number | null): ReactNode {
  return centidays === null ? missing : formatAuditDays(centidays);
}

/** The total, or "at least" with the names of the parts that are not stated. */
function total(cost: ThreeYearCost): ReactNode {
  if (cost.totalMinor === null) return missing;
  if (cost.missing.length === 0) return money(cost.totalMinor, cost.currency);
  return (
    <>
      at least {money(cost.totalMinor, cost.currency)}
      <span className="block max-w-56 whitespace-normal text-meta text-subtle">
        Not stated: {cost.missing.join(", ")}
      </span>
    </>
  );
}

const partKeys = [
  "application",
  "stage1",
  "stage2",
  "surveillance1",
  "surveillance2",
  "certificate",
  "yearly",
  "travel",
];

function costRow(key: string, label: string): Criterion {
  return {
    key: `cost-${key}`,
    label,
    cell: ({ cost }) => {
      const part = cost.parts.find((one) => one.key === key);
      return (
        <>
          {money(part?.minor ?? null, cost.currency)}
          {part?.how && <span className="block text-meta text-subtle">{part.how}</span>}
        </>
      );
    },
  };
}

const partLabels: Record<string, string> = {
  application: "Application fee",
  certificate: "Certificate fee",
  yearly: "Yearly fees",
  travel: "Travel",
};

/**
 * Every criterion, in groups: verdict, accreditation, days, cost, terms (S4). `today` marks offers that have ended; null
 * once a body is chosen.
 */
export function listCriteria(
  today: Day | null,
  targetOn: Day | null,
  hrefOfFile: (id: string) => string,
): Criterion[] {
  return [
    {
      key: "verdict",
      label: "Verdict",
      cell: ({ verdicts, isOut, isChosen }) =>
        isChosen || verdicts.length > 0 ? (
          <ul className="space-y-0.5 font-medium">
            {isChosen && (
              <li>
                <Pill kind="success">Chosen</Pill>
              </li>
            )}
            {verdicts.map((words) => (
              <li key={words} className={isOut ? "text-danger-fg" : undefined}>
                {words}
              </li>
            ))}
          </ul>
        ) : (
          <span className="text-subtle">Nothing stands out</span>
        ),
    },
    { key: "gate", label: "Accreditation" },
    { key: "standing", label: "For this standard", cell: ({ gate }) => <GateLine gate={gate} /> },
    { key: "recognition", label: "Recognition", cell: ({ gate }) => gate.held?.recognition ?? missing },
    {
      key: "checked",
      label: "Checked on",
      cell: ({ gate }) => (gate.held?.checkedOn ? formatDay(gate.held.checkedOn) : missing),
    },
    { key: "stated", label: "As the offer states it", cell: ({ offer }) => offer.accreditation ?? missing },
    { key: "days", label: "Auditor days" },
    ...auditKeys.map(
      (key): Criterion => ({
        key,
        label: auditKeyNames[key],
        cell: ({ offer }) => days(offer.days[key]),
      }),
    ),
    {
      key: "initial",
      label: "Stage 1 and 2",
      isTotal: true,
      cell: ({ offer }) => days(initialDays(offer)),
    },
    { key: "difference", label: "Against the expected days", cell: ({ days: judged }) => judged.text },
    { key: "cost", label: "Cost over three years, without tax" },
    ...partKeys.map((key) =>
      costRow(key, partLabels[key] ?? auditKeyNames[key as keyof typeof auditKeyNames]),
    ),
    { key: "total", label: "Total", isTotal: true, cell: ({ cost }) => total(cost) },
    {
      key: "per-day",
      label: "Cost per audit day",
      cell: ({ cost }) => money(cost.perDayMinor, cost.currency),
    },
    {
      key: "as-expected",
      label: "Total if the days were as expected",
      hint: "Shows a low price that is made from too few days.",
      cell: ({ asExpected }) =>
        asExpected ? total(asExpected) : <span className="text-subtle">Not applicable</span>,
    },
    { key: "terms", label: "Terms" },
    {
      key: "valid",
      label: "Offer valid until",
      cell: ({ offer: { validUntil } }) =>
        validUntil === null ? (
          missing
        ) : today && isBefore(validUntil, today) ? (
          <Pill kind="warning">Offer ended {formatDay(validUntil)}</Pill>
        ) : (
          formatDay(validUntil)
        ),
    },
    {
      key: "earliest",
      label: "Earliest Stage 1",
      cell: ({ offer: { earliestOn } }) =>
        earliestOn === null ? (
          missing
        ) : (
          <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
            {formatDay(earliestOn)}
            {targetOn && isBefore(targetOn, earliestOn) && <Pill kind="warning">After your target day</Pill>}
          </span>
        ),
    },
    {
      key: "notes",
      label: "Notes",
      cell: ({ offer }) => (offer.notes ? <span className="prose-plain">{offer.notes}</span> : missing),
    },
    {
      key: "document",
      label: "Document",
      cell: ({ proposal }) =>
        proposal.fileId ? (
          <a href={hrefOfFile(proposal.fileId)} download>
            Open the document
          </a>
        ) : (
          missing
        ),
    },
  ];
}
