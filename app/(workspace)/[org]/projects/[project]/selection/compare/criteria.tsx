import { GateLine } from "@/components/selection/gate-pill";
import { Pill } from "@/components/ui/pill";
import { formatDay } from "@/lib/day";
import { sayRecognition } from "@/lib/selection/accreditation-gate";
import { formatPoints, type Weighing, type Weights, weighed, weighedNames } from "@/lib/selection/weighing";
import type { OfferColumn } from "./columns";
import { availabilityCriteria, expertiseCriteria, reputationCriteria, termCriteria } from "./criteria-people";
import { costCriteria, dayCriteria } from "./criteria-price";
import { type Criterion, NOT_STATED } from "./criterion";

/** Every criterion, in groups: verdict, accreditation, days, cost, people, reputation, dates, terms, result (S4). */
export function listCriteria(
  weighing: Weighing,
  weights: Weights,
  hrefOfFile: (id: string) => string,
): Criterion[] {
  return [
    verdict,
    ...accreditation,
    ...dayCriteria,
    ...costCriteria,
    ...expertiseCriteria,
    ...reputationCriteria,
    ...availabilityCriteria,
    ...termCriteria,
    ...offerCriteria(hrefOfFile),
    ...resultCriteria(weighing, weights),
  ];
}

const verdict: Criterion = {
  ...{ key: "verdict", label: "Verdict" },
  text: ({ verdicts, isChosen }) =>
    [...(isChosen ? ["Chosen"] : []), ...verdicts].join(" ") || "Nothing stands out",
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
};

function sayChecked({ gate, known }: OfferColumn): string {
  const { checkedOn = null, checkedBy = null } = gate.held ?? {};
  const check = known?.check;
  if (check && (checkedOn === null || check.notedOn >= checkedOn))
    return `${formatDay(check.notedOn)} by ${check.by}, at ${check.source}`;
  if (checkedOn === null) return NOT_STATED;
  return checkedBy ? `${formatDay(checkedOn)} by ${checkedBy}` : formatDay(checkedOn);
}

const accreditation: readonly Criterion[] = [
  { key: "gate", label: "Accreditation: a gate, no points" },
  {
    ...{ key: "standing", label: "For this standard" },
    text: ({ gate: { held, sentence, endsInDays } }) =>
      [
        sentence,
        ...(held ? [`${held.accreditationBody} ${held.number}`] : []),
        ...(held?.validTo ? [`to ${formatDay(held.validTo)}`] : []),
        ...(endsInDays === null ? [] : [`ends in ${endsInDays} days`]),
      ].join(" "),
    cell: ({ gate }) => <GateLine gate={gate} />,
  },
  {
    key: "recognition",
    label: "Recognition",
    text: ({ gate }) => sayRecognition(gate.held?.recognition ?? null),
  },
  { key: "checked", label: "Checked", text: sayChecked },
  {
    ...{ key: "source", label: "Entry of the accreditation body" },
    text: ({ gate }) => gate.held?.sourceUrl ?? NOT_STATED,
    cell: ({ gate }) =>
      gate.held?.sourceUrl ? (
        <a
          href={gate.held.sourceUrl}
          rel="noreferrer noopener nofollow"
          target="_blank"
          className="break-all"
        >
          {gate.held.sourceUrl}
        </a>
      ) : (
        <span className="text-subtle">{NOT_STATED}</span>
      ),
  },
  { key: "stated", label: "As the offer states it", text: ({ offer }) => offer.accreditation ?? NOT_STATED },
];

function offerCriteria(hrefOfFile: (id: string) => string): Criterion[] {
  return [
    {
      ...{ key: "valid", label: "Offer valid until" },
      text: ({ offer: { validUntil } }) => (validUntil ? formatDay(validUntil) : NOT_STATED),
      cell: ({ offer: { validUntil }, endedOn }) =>
        endedOn ? (
          <Pill kind="warning">Offer ended {formatDay(endedOn)}</Pill>
        ) : validUntil ? (
          formatDay(validUntil)
        ) : (
          <span className="text-subtle">{NOT_STATED}</span>
        ),
    },
    { key: "notes", label: "Notes of the body", text: ({ offer }) => offer.notes ?? NOT_STATED },
    {
      ...{ key: "document", label: "Document" },
      text: ({ proposal }) => (proposal.fileId ? "Added" : NOT_STATED),
      cell: ({ proposal }) =>
        proposal.fileId ? (
          <a href={hrefOfFile(proposal.fileId)} download>
            Open the document
          </a>
        ) : (
          <span className="text-subtle">{NOT_STATED}</span>
        ),
    },
  ];
}

/** The points of each criterion with its weight, the sum and the rank; what is out earns none. */
function resultCriteria({ counted }: Weighing, weights: Weights): Criterion[] {
  return [
    { key: "result", label: "Weighted result" },
    ...weighed.map(
      (key): Criterion => ({
        ...{ key: `points-${key}`, label: `${weighedNames[key]}, weight ${weights[key]}` },
        text: ({ points }) => {
          if (points === null) return "Not weighed";
          const earned = points[key];
          if (earned !== null) return `${earned} of 100`;
          return counted.includes(key) ? "No points: nothing stated" : "Does not count: nobody states it";
        },
      }),
    ),
    {
      ...{ key: "points", label: "Points", isTotal: true },
      text: ({ ranked }) =>
        ranked
          ? `${ranked.missing.length > 0 ? "at least " : ""}${formatPoints(ranked.tenths)}`
          : "Not weighed",
    },
    {
      ...{ key: "rank", label: "Rank", isTotal: true },
      text: ({ ranked, isOut, endedOn }) =>
        ranked ? String(ranked.rank) : isOut ? "Not eligible" : endedOn ? "The offer ended" : "Not weighed",
    },
  ];
}
