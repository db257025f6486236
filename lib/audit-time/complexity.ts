/**
 * The complexity of an ISMS from six answers, and the range of the factor that follows from it (domain 2.3, IT-5). A
 * person chooses inside the range and says why.
 */

/** Three questions about the business, three about its technology. */
export const businessQuestions = ["sector", "processes", "maturity"] as const;
export const technologyQuestions = ["infrastructure", "outsourcing", "development"] as const;
export const complexityQuestions = [...businessQuestions, ...technologyQuestions] as const;
export type ComplexityQuestion = (typeof complexityQuestions)[number];

/** One point is simple or well established, three are complex or new. */
export const points = [1, 2, 3] as const;
export type Points = (typeof points)[number];
export type ComplexityAnswers = Readonly<Record<ComplexityQuestion, Points>>;

export type Level = "low" | "medium" | "high";

/** Whole percent, both ends included. */
export interface PercentRange {
  readonly min: number;
  readonly max: number;
}

export interface ComplexityResult {
  readonly business: { readonly points: number; readonly level: Level };
  readonly technology: { readonly points: number; readonly level: Level };
  readonly range: PercentRange;
}

/** Business first, technology second: the matrix of domain 2.3. */
const RANGES: Readonly<Record<Level, Readonly<Record<Level, PercentRange>>>> = {
  high: { low: { min: 5, max: 20 }, medium: { min: 10, max: 50 }, high: { min: 20, max: 100 } },
  medium: { low: { min: -10, max: -5 }, medium: { min: 0, max: 0 }, high: { min: 10, max: 50 } },
  low: { low: { min: -30, max: -10 }, medium: { min: -10, max: -5 }, high: { min: 5, max: 20 } },
};

/** Adds up both halves and finds the range of the factor. */
export function judgeComplexity(answers: ComplexityAnswers): ComplexityResult {
  const half = (questions: readonly ComplexityQuestion[]) => {
    const sum = questions.reduce((so, question) => so + answers[question], 0);
    return { points: sum, level: levelOf(sum) };
  };
  const business = half(businessQuestions);
  const technology = half(technologyQuestions);
  return { business, technology, range: RANGES[business.level][technology.level] };
}

function levelOf(sum: number): Level {
  if (sum <= 4) return "low";
  return sum <= 6 ? "medium" : "high";
}
