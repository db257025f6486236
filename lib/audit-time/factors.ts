/** Factors that lengthen or shorten an audit, and the sums that the documents allow (IT-5, IT-6, MS-10, M11-1 to M11-3). */
import { type ComplexityAnswers, judgeComplexity } from "./complexity";
import type { ScopeFacts, TimeJudgement } from "./profile";

/** All reductions of one standard together (IT-5, M5-3). Summing further and cutting there is not accepted (IT-6). */
export const LOWEST_SUM = -30;
/** Increases have no cap in the documents; this one stops typing errors. */
export const HIGHEST_SUM = 500;
/** What the integration of systems may save (M11-1). */
export const MOST_INTEGRATION = 20;
/** All reductions of one site of several together (MS-10, M11-3). */
export const MOST_PER_SITE = 50;

/** Something to correct: the field, under its name in the form, and what to do. */
export interface Problem {
  readonly field: string;
  readonly sentence: string;
}

/** The sum of the factors of the project's standard in percent. */
export function sumOfFactors({ complexity, factors }: TimeJudgement): number {
  return factors.reduce((sum, { percent }) => sum + percent, complexity?.percent ?? 0);
}

/** The sum of the factors of another standard in percent. */
export function sumOfOther({ otherFactors }: TimeJudgement, standardId: string): number {
  return otherFactors.find((one) => one.standardId === standardId)?.percent ?? 0;
}

/** What the factors of a judgement break. */
export function checkFactors(facts: ScopeFacts, judgement: TimeJudgement): Problem[] {
  const { complexity, factors, siteReduction, integration } = judgement;
  const sum = sumOfFactors(judgement);
  const sums = [sum, ...facts.others.map(({ standardId }) => sumOfOther(judgement, standardId))];
  const problems: (Problem | false)[] = [
    facts.complexity !== null && checkComplexity(facts.complexity, complexity?.percent ?? null),
    (sum < LOWEST_SUM || sum > HIGHEST_SUM) && {
      field: factors.length > 0 ? `factors.${factors.length - 1}.percent` : "complexity.percent",
      sentence: sayBounds("The factors add up to", sum),
    },
    ...facts.others.map(({ standardId }, index) => {
      const other = sumOfOther(judgement, standardId);
      if (other >= LOWEST_SUM && other <= HIGHEST_SUM) return false;
      return {
        field: `others.${index}.percent`,
        sentence: sayBounds("The factors of this standard are", other),
      };
    }),
    integration !== null &&
      (integration.percent < 0 || integration.percent > MOST_INTEGRATION) && {
        field: "integration.percent",
        sentence: `Enter 0 to ${MOST_INTEGRATION}: integration saves at most ${MOST_INTEGRATION} % (M11-1).`,
      },
    integration !== null &&
      facts.others.length === 0 && {
        field: "integration.percent",
        sentence: "Leave this empty, or name the other standards of the audit.",
      },
    checkPerSite(facts, Math.min(...sums), siteReduction?.percent ?? 0, integration?.percent ?? 0),
  ];
  return problems.filter((problem) => problem !== false);
}

function checkComplexity(answers: ComplexityAnswers, percent: number | null): Problem | false {
  const { business, technology, range } = judgeComplexity(answers);
  const { min, max } = range;
  if (percent !== null && percent >= min && percent <= max) return false;
  const levels = `Business is ${business.level}, technology is ${technology.level}:`;
  const choose = min === max ? `the factor is exactly ${min} %` : `choose a factor from ${min} to ${max} %`;
  return { field: "complexity.percent", sentence: `${levels} ${choose} (IT-5).` };
}

function checkPerSite(
  { sites }: ScopeFacts,
  lowestSum: number,
  reduction: number,
  integration: number,
): Problem | false {
  if (reduction !== 0 && sites.length < 2) {
    return { field: "siteReduction.percent", sentence: "Leave this empty: there is one site." };
  }
  if (reduction < 0) return { field: "siteReduction.percent", sentence: "Enter 0 or more." };
  const all = Math.max(0, -lowestSum) + reduction + integration;
  if (sites.length < 2 || all <= MOST_PER_SITE) return false;
  return {
    field: "siteReduction.percent",
    sentence: `Reductions of a site add up to ${all} %: factors, sites and integration together may take off ${MOST_PER_SITE} % at most (MS-10, M11-3).`,
  };
}

function sayBounds(what: string, sum: number): string {
  return sum < LOWEST_SUM
    ? `${what} ${sum} %. Choose values that add up to ${LOWEST_SUM} % or more: a lower sum is not cut there, it is refused (IT-5, IT-6).`
    : `${what} ${sum} %. Enter ${HIGHEST_SUM} % or less.`;
}
