import { type Day, isOnOrBefore } from "@/lib/day";
import type { TeamRole } from "./record";
import { type Refusal, refuse } from "./refusal";

export const competenceKinds = ["standard", "area", "language"] as const;
export type CompetenceKind = (typeof competenceKinds)[number];

/** What an audit needs, or somebody is competent in: a standard, a technical area or a language. */
export interface Need {
  kind: CompetenceKind;
  what: string;
}

/** A competence on record; `validUntil` is its last valid day, null without an end. */
export interface Competence extends Need {
  personId: string;
  validUntil: Day | null;
}

/** What the body's own record of competences says about one audit. */
export interface CompetenceRegister {
  needs: readonly Need[];
  /** Competences on record of the people of the team. */
  held: readonly Competence[];
  /** The day on which they must still be valid: the audit's last day once it is set. */
  on: Day;
}

/** One need and who of the team covers it; nobody, and it is a gap. */
export interface Cover {
  need: Need;
  by: readonly Competence[];
}

type Member = { personId: string; role: TeamRole };

/** Who counts towards a need: an expert fills a gap in a technical area and does not audit; observers and trainees count nowhere. */
const countsFor: Record<CompetenceKind, readonly TeamRole[]> = {
  standard: ["lead", "auditor"],
  area: ["lead", "auditor", "expert"],
  language: ["lead", "auditor"],
};

/** Whether two names mean the same, whatever their case and the spaces around and in them. */
export function isSameNeed(one: Need, other: Need): boolean {
  return one.kind === other.kind && plain(one.what) === plain(other.what);
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}

/** Each need with those of the team who cover it on the day (TEAM-2). */
export function coverNeeds({ needs, held, on }: CompetenceRegister, team: readonly Member[]): Cover[] {
  return needs.map((need) => {
    const counting = team.filter(({ role }) => countsFor[need.kind].includes(role));
    const by = held.filter(
      (one) =>
        isSameNeed(one, need) &&
        (one.validUntil === null || isOnOrBefore(on, one.validUntil)) &&
        counting.some(({ personId }) => personId === one.personId),
    );
    return { need, by };
  });
}

/** The needs that nobody of the team covers. */
export function listGaps(register: CompetenceRegister, team: readonly Member[]): Need[] {
  return coverNeeds(register, team)
    .filter(({ by }) => by.length === 0)
    .map(({ need }) => need);
}

/** "ISO/IEC 27001, German" */
export function nameNeeds(needs: readonly Need[]): string {
  return needs.map(({ what }) => what).join(", ");
}

/** The refusal of a team that leaves a need open, for a page to show before the click; empty where all is covered. */
export function refuseGaps(register: CompetenceRegister | null, team: readonly Member[]): Refusal[] {
  const gaps = register ? listGaps(register, team) : [];
  return gaps.length > 0 ? [refuse("team-competence-gap", { gaps: nameNeeds(gaps) })] : [];
}
