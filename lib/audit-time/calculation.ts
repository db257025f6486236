/**
 * Audit time from the number of persons, step by step (ISO/IEC 27006-1 annex C; domain 2.2): table, factors, the
 * 70 % floor, rounding, and what follows from the result. Whole centidays throughout. Every step is kept, because
 * the result and its justification are a record of the body (TIM-1).
 */
import { IAF_MD_5 } from "../standards/rule-books";
import { CENTIDAYS_PER_DAY, CENTIDAYS_PER_HALF_DAY } from "./days";
import { type Complexity, type ManualReason, type PersonsRange, tableDays } from "./tables";

/** All reductions together leave at least this share of the table's days (IT-5, M5-3). */
export const FLOOR_PERCENT = 70;

/** The bounds of the sum of all factors, in percent. Increases have no cap in the standard; this one stops typing errors. */
export const MIN_FACTOR_PERCENT = -100;
export const MAX_FACTOR_PERCENT = 500;

/** A surveillance or recertification audit is not shorter than one day (M5-5). */
export const MIN_FOLLOWING_CENTIDAYS = CENTIDAYS_PER_DAY;

/** How a body rounds calculated days (IT-13, M5-2). */
export type Rounding = "half-day-up" | "half-day-nearest" | "whole-day-up";

/** The same three steps under the rules of the two documents. */
const ISMS_RULES = { table: "IT-1", factors: "IT-5", rounding: "IT-13" } as const;
const IAF_MD_5_RULES = { table: "M5-1", factors: "M5-3", rounding: "M5-2" } as const;

/** What a certification body may set. */
export interface AuditTimePolicy {
  readonly rounding: Rounding;
  /** The share of Stage 1 in the initial audit, 25 to 33 percent (IT-12). */
  readonly stage1Percent: number;
}

export const DEFAULT_AUDIT_TIME_POLICY: AuditTimePolicy = { rounding: "half-day-up", stage1Percent: 30 };
export const STAGE_1_PERCENT_RANGE = { min: 25, max: 33 } as const;

export interface AuditTimeInput {
  readonly standardId: string;
  /** Persons doing work under the organisation's control, after any justified reduction (IT-1 to IT-3). */
  readonly persons: number;
  /** The sum of all factors in whole percent, negative for a reduction (IT-5). */
  readonly factorPercent: number;
  readonly complexity?: Complexity;
}

/** One line of the calculation: what was done, by which rule, and the days after it. */
export interface AuditTimeStep {
  readonly step: "table" | "factors" | "floor" | "rounding";
  readonly rule: string;
  readonly centidays: number;
}

/** Planned days of the audits of one certification, in centidays. */
export interface Cycle {
  /** Stage 1 and Stage 2 together. */
  readonly initial: number;
  readonly stage1: number;
  readonly stage2: number;
  /** Each year's surveillance: a third of the initial time (IT-8). */
  readonly surveillance: number;
  /** Two thirds of the initial time with the data of that day (IT-9). */
  readonly recertification: number;
}

/** A finished calculation, in centidays. */
export interface AuditTime extends Cycle {
  readonly kind: "calculated";
  readonly row: PersonsRange;
  readonly source: string;
  readonly steps: readonly AuditTimeStep[];
  /** Whether the factors reached below the floor; summing them that far and clipping is not accepted (IT-6). */
  readonly isFloorApplied: boolean;
}

/**
 * The days of an initial audit and of the audits that follow it, or the reason why a person has to state them.
 * Throws a RangeError with a sentence when a figure is out of its bounds.
 */
export function initialAuditTime(
  input: AuditTimeInput,
  policy: AuditTimePolicy = DEFAULT_AUDIT_TIME_POLICY,
): AuditTime | { readonly kind: "manual"; readonly reason: ManualReason } {
  checkBounds("The sum of factors", input.factorPercent, MIN_FACTOR_PERCENT, MAX_FACTOR_PERCENT);
  const table = tableDays(input.standardId, input.persons, input.complexity);
  if (table.kind === "manual") return table;

  const rules = table.source === IAF_MD_5 ? IAF_MD_5_RULES : ISMS_RULES;
  // Percentages of centidays are exact in hundredths of a centiday; only the last step rounds what is planned.
  const factored = table.centidays * (100 + input.factorPercent);
  const floor = table.centidays * FLOOR_PERCENT;
  const adjusted = Math.max(factored, floor);
  const cycle = planCycle(adjusted, 100, policy, floor);
  return {
    kind: "calculated",
    row: table.row,
    source: table.source,
    steps: [
      { step: "table", rule: rules.table, centidays: table.centidays },
      { step: "factors", rule: rules.factors, centidays: Math.round(factored / 100) },
      { step: "floor", rule: rules.factors, centidays: Math.round(adjusted / 100) },
      { step: "rounding", rule: rules.rounding, centidays: cycle.initial },
    ],
    isFloorApplied: factored < floor,
    ...cycle,
  };
}

/**
 * Rounds calculated days, numerator/denominator centidays, as the body does, splits them into both stages and derives the
 * audits that follow. Rounding does not go below `floor`, a numerator over the same denominator.
 */
export function planCycle(numerator: number, denominator: number, policy: AuditTimePolicy, floor = 0): Cycle {
  const { min, max } = STAGE_1_PERCENT_RANGE;
  checkBounds("The share of Stage 1", policy.stage1Percent, min, max);
  const initial = round(numerator, denominator, policy.rounding, floor);
  const stage1 = round(initial * policy.stage1Percent, 100, "half-day-nearest");
  return {
    initial,
    stage1,
    stage2: initial - stage1,
    surveillance: Math.max(round(initial, 3, policy.rounding), MIN_FOLLOWING_CENTIDAYS),
    recertification: Math.max(round(initial * 2, 3, policy.rounding), MIN_FOLLOWING_CENTIDAYS),
  };
}

/** How a proposal's days for the initial audit stand against the table. */
export interface TableComparison {
  /** Offered minus table; negative when fewer days are offered. */
  readonly differenceCentidays: number;
  /** The difference in percent of the table, rounded to whole percent. */
  readonly percent: number;
  /** Whether fewer days are offered than any reduction allows (IT-5). */
  readonly isBelowFloor: boolean;
}

/** Compares offered days with the table's days, both in centidays. */
export function compareToTable(offeredCentidays: number, tableCentidays: number): TableComparison {
  checkBounds("The table's days", tableCentidays, 1, Number.MAX_SAFE_INTEGER / 100);
  checkBounds("The offered days", offeredCentidays, 0, Number.MAX_SAFE_INTEGER / 100);
  const differenceCentidays = offeredCentidays - tableCentidays;
  return {
    differenceCentidays,
    // Adding 0 turns the -0 of a tiny shortfall into 0.
    percent: Math.round((differenceCentidays * 100) / tableCentidays) + 0,
    isBelowFloor: offeredCentidays * 100 < tableCentidays * FLOOR_PERCENT,
  };
}

/** Rounds numerator/denominator centidays to planned days; rounding to the nearest never falls below `floor`. */
function round(numerator: number, denominator: number, rounding: Rounding, floor = 0): number {
  const unit = rounding === "whole-day-up" ? CENTIDAYS_PER_DAY : CENTIDAYS_PER_HALF_DAY;
  const divisor = denominator * unit;
  const up = Math.ceil(numerator / divisor) * unit;
  if (rounding !== "half-day-nearest") return up;
  const nearest = Math.floor((2 * numerator + divisor) / (2 * divisor)) * unit;
  return nearest * denominator < floor ? up : nearest;
}

function checkBounds(name: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new RangeError(`${name} is ${value}: give a whole number from ${min} to ${max}.`);
}
