import { Pill } from "@/components/ui/pill";
import { formatDay } from "@/lib/day";
import { formatGrade, MIN_REFERENCES, type Reputation } from "@/lib/selection/body-notes";
import {
  type ExpertiseKey,
  expertiseKeys,
  particularNames,
  standingNames,
  termKeys,
} from "@/lib/selection/particulars";
import type { OfferColumn } from "./columns";
import { type Criterion, NOT_STATED, Words } from "./criterion";

const looks = { stated: "neutral", evidenced: "info", confirmed: "success" } as const;

function expertiseRow(key: ExpertiseKey): Criterion {
  const standingOf = ({ marks }: OfferColumn) => marks[key] ?? "stated";
  return {
    ...{ key, label: particularNames[key] },
    text: (column) => {
      const words = column.particulars[key];
      return words === null ? NOT_STATED : `${standingNames[standingOf(column)]}: ${words}`;
    },
    cell: (column) => {
      const words = column.particulars[key];
      const standing = standingOf(column);
      return (
        <span className="flex flex-col items-start gap-1">
          <Words>{words}</Words>
          {words !== null && <Pill kind={looks[standing]}>{standingNames[standing]}</Pill>}
        </span>
      );
    },
  };
}

const listed = (words: readonly string[] | undefined) =>
  words && words.length > 0 ? words.join(", ") : NOT_STATED;

/** What the people who audit know, and how far that was checked. */
export const expertiseCriteria: readonly Criterion[] = [
  { key: "expertise", label: "Expertise" },
  ...expertiseKeys.map(expertiseRow),
  { key: "register-sectors", label: "Sectors in the register", text: ({ known }) => listed(known?.sectors) },
  {
    key: "register-languages",
    label: "Languages in the register",
    text: ({ known }) => listed(known?.languages),
  },
];

function graded(part: Reputation["references"] | undefined): string {
  if (!part || part.mean === null) return "None";
  return `${formatGrade(part.mean)} of 5, from ${part.count}`;
}

/** What the client knows of the body, in its parts; no figure below three references. */
export const reputationCriteria: readonly Criterion[] = [
  { key: "reputation", label: "Reputation" },
  { key: "experience", label: "Own experience", text: ({ reputation }) => graded(reputation?.experience) },
  { key: "references", label: "References asked", text: ({ reputation }) => graded(reputation?.references) },
  {
    ...{ key: "complaints", label: "Public complaints and suspensions" },
    text: ({ reputation }) =>
      reputation && reputation.complaints > 0 ? `${reputation.complaints} found` : "None noted",
  },
  {
    ...{ key: "since", label: "Accredited since, as far as known" },
    text: ({ known }) => (known?.accreditedSince ? formatDay(known.accreditedSince) : NOT_STATED),
  },
  {
    ...{ key: "reputation-points", label: "Reputation, of 100", isTotal: true },
    text: ({ reputation }) => {
      const asked = reputation?.references.count ?? 0;
      return reputation?.points === undefined || reputation.points === null
        ? `Too little information: ${asked} of ${MIN_REFERENCES} references`
        : `${reputation.points}, based on ${asked} references`;
    },
  },
];

/** When the body can come. */
export const availabilityCriteria: readonly Criterion[] = [
  { key: "availability", label: "Availability" },
  {
    ...{ key: "earliest", label: "Earliest Stage 1" },
    text: ({ offer: { earliestOn } }) => (earliestOn ? formatDay(earliestOn) : NOT_STATED),
  },
  {
    ...{ key: "gap", label: "From Stage 1 to Stage 2" },
    text: ({ offer: { stageGapWeeks } }) =>
      stageGapWeeks === null ? NOT_STATED : `${stageGapWeeks} ${stageGapWeeks === 1 ? "week" : "weeks"}`,
  },
  {
    ...{ key: "earliest-stage2", label: "Earliest Stage 2" },
    text: ({ stage2On }) => (stage2On ? formatDay(stage2On) : NOT_STATED),
  },
  {
    ...{ key: "fits", label: "Stage 2 by your target day" },
    text: ({ fits }) => (fits === null ? "Cannot be said" : fits ? "Yes" : "No"),
    cell: ({ fits }) =>
      fits === null ? (
        <span className="text-subtle">Cannot be said</span>
      ) : fits ? (
        <Pill kind="success">Yes</Pill>
      ) : (
        <Pill kind="warning">After your target day</Pill>
      ),
  },
];

/** What the contract would say. */
export const termCriteria: readonly Criterion[] = [
  { key: "terms", label: "Terms" },
  ...termKeys.map(
    (key): Criterion => ({
      key,
      label: particularNames[key],
      text: ({ particulars }) => particulars[key] ?? NOT_STATED,
    }),
  ),
];
