/**
 * Audit time of a whole scope, with every step that led there (TIM-1): persons, table, factors, sites, integration,
 * rounding, and the audits that follow. Pure and exact; only the planned days are rounded.
 */
import { findStandard } from "../standards/editions";
import { type AuditTimePolicy, type Cycle, DEFAULT_AUDIT_TIME_POLICY, planCycle } from "./calculation";
import { checkProfile } from "./check-profile";
import { auditDaysInWords as inDays } from "./days";
import { type EstimateStep, tellPersons } from "./estimate-steps";
import { type Problem, sumOfFactors, sumOfOther } from "./factors";
import { countPersons, type EffectivePersons } from "./persons";
import type { ScopeFacts, TimeJudgement } from "./profile";
import { planVisits, type SiteVisits } from "./sampling";
import { type StandardTime, timeOfStandard } from "./standard-time";
import { asksComplexity } from "./tables";

/** The last steps under the rules of the two documents; with MD 5 in it, the whole audit is held to its share. */
const ISMS_RULES = {
  rounding: "IT-13",
  auditing: "IT-7",
  surveillance: "IT-8",
  recertification: "IT-9",
} as const;
const IAF_MD_5_RULES = {
  ...{ rounding: "M5-2", auditing: "M5-4" },
  ...{ surveillance: "M5-5", recertification: "M5-5" },
} as const;

export interface TimeEstimate {
  readonly kind: "estimated";
  readonly persons: EffectivePersons;
  /** The project's standard alone, from the persons to its audits: what offers for it are held against. */
  readonly own: StandardTime & { readonly cycle: Cycle };
  /** The whole audit, other standards included. */
  readonly cycle: Cycle;
  /** Of the initial audit, at least so much is spent auditing, in centidays (IT-7, M5-4). */
  readonly auditing: number;
  /** Empty for one site. */
  readonly visits: readonly SiteVisits[];
  readonly steps: readonly EstimateStep[];
}

export type Estimation =
  | TimeEstimate
  | { readonly kind: "problems"; readonly problems: readonly [Problem, ...Problem[]] };

/** Estimates the audits of a scope, or says what has to be corrected first, field by field. */
export function estimateTime(standardId: string, facts: ScopeFacts, judgement: TimeJudgement): Estimation {
  const [first, ...more] = checkProfile(standardId, facts, judgement);
  if (first) return { kind: "problems", problems: [first, ...more] };

  const policy: AuditTimePolicy = { ...DEFAULT_AUDIT_TIME_POLICY, stage1Percent: judgement.stage1Percent };
  const persons = countPersons(facts.sites, facts.groups, facts.fullWeek);
  const roles = facts.sites.map(({ role }) => role);
  const visits = roles.length > 1 ? planVisits(roles, facts.sampling) : [];
  const input = { facts, persons: persons.effective, visits, reduction: judgement.siteReduction };
  const stated = (id: string) => judgement.stated.find((one) => one.standardId === id) ?? null;
  const own = timeOfStandard({
    ...input,
    ...{ standardId, column: facts.column, percent: sumOfFactors(judgement), stated: stated(standardId) },
    factors: [
      ...(judgement.complexity ? [{ name: "Complexity", ...judgement.complexity }] : []),
      ...judgement.factors,
    ],
  });
  const others = facts.others.map(({ standardId: id, column }) => {
    const percent = sumOfOther(judgement, id);
    const chosen = judgement.otherFactors.find((one) => one.standardId === id);
    const factors =
      chosen && percent !== 0 ? [{ name: `${findStandard(id)?.name ?? id}, its factors`, ...chosen }] : [];
    return timeOfStandard({ ...input, standardId: id, column, percent, stated: stated(id), factors });
  });

  const sum = [own, ...others].reduce((so, { exact }) => so + exact, 0);
  const saved = judgement.integration?.percent ?? 0;
  // Hundredths of a centiday by whole percent: over 10,000 the figure is a whole number.
  const cycle = planCycle(sum * (100 - saved), 10_000, policy);
  const ownCycle = planCycle(own.exact, 100, policy);
  const counted = tellPersons(facts, persons);
  const share = shareOf([own, ...others]);
  return {
    kind: "estimated",
    ...{ persons, cycle, visits, auditing: auditingOf(cycle, share) },
    own: {
      ...own,
      cycle: ownCycle,
      steps: [...counted, ...own.steps, ...tellCycle(ownCycle, policy, shareOf([own]))],
    },
    steps: [
      ...counted,
      ...own.steps,
      ...others.flatMap(({ steps }) => steps),
      ...tellIntegration(others.length, sum, judgement),
      ...tellCycle(cycle, policy, share),
    ],
  };
}

/** The least share of the days that is spent auditing, in percent (IT-7; M5-4 asks for more). */
function shareOf(standards: readonly StandardTime[]): number {
  return standards.every(({ standardId }) => asksComplexity(standardId)) ? 70 : 80;
}

function auditingOf({ initial }: Cycle, share: number): number {
  return Math.ceil((initial * share) / 100);
}

function tellIntegration(others: number, sum: number, { integration }: TimeJudgement): EstimateStep[] {
  if (others === 0) return [];
  const together = `All standards together: ${inDays(Math.round(sum / 100))}.`;
  const saved = integration?.percent ?? 0;
  if (saved === 0) return [{ text: `${together} Nothing is taken off for integration.`, rule: "M11-1" }];
  const left = inDays(Math.round((sum * (100 - saved)) / 10_000));
  return [
    {
      text: `${together} Integration takes off ${saved} %: ${left}. ${integration?.reason}`,
      rule: "M11-1",
    },
  ];
}

function tellCycle(cycle: Cycle, { stage1Percent }: AuditTimePolicy, share: number): EstimateStep[] {
  const { initial, stage1, stage2, surveillance, recertification } = cycle;
  const rules = share === 70 ? ISMS_RULES : IAF_MD_5_RULES;
  return [
    { text: `Rounded up to half days: ${inDays(initial)} for the initial audit.`, rule: rules.rounding },
    {
      text: `Stage 1 takes about ${stage1Percent} %: ${inDays(stage1)}. Stage 2 takes the rest: ${inDays(stage2)}.`,
      rule: "IT-12",
    },
    {
      text: `At least ${inDays(auditingOf(cycle, share))} of it are spent auditing (${share} %); planning and reports take the rest.`,
      rule: rules.auditing,
    },
    {
      text: `Each surveillance takes about a third: ${inDays(surveillance)}.`,
      rule: rules.surveillance,
    },
    {
      text: `Recertification takes about two thirds, with the figures of that day: ${inDays(recertification)}.`,
      rule: rules.recertification,
    },
  ];
}
