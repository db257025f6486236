import { type AuditTimeStep, compareToTable, initialAuditTime } from "../audit-time/calculation";
import { auditDaysInWords as inDays } from "../audit-time/days";
import type { TimeEstimate } from "../audit-time/estimate";
import type { ManualReason } from "../audit-time/tables";
import type { AuditKey } from "./offer";

/** The days that are expected of every offer, with the steps that lead there. */
export type Expectation =
  | {
      kind: "calculated";
      /** Stage 1 and Stage 2 together, in hundredths of a day. */
      initial: number;
      /** The table's own days before any factor: no reduction leads below 70 % of these (IT-5). */
      table: number;
      days: Readonly<Record<AuditKey, number>>;
      source: string;
      steps: readonly { text: string; rule: string }[];
    }
  | { kind: "manual"; sentence: string };

/** What to expect of every proposal for so many persons (IT-1, IT-8, IT-9, IT-12), without any factor (IT-5). */
export function expectDays(standardId: string, persons: number): Expectation {
  if (persons < 1)
    return { kind: "manual", sentence: "Enter the persons in scope to see the expected days." };
  const time = initialAuditTime({ standardId, persons, factorPercent: 0 });
  if (time.kind === "manual") return { kind: "manual", sentence: sayManual(time.reason) };
  const { initial, stage1, stage2, surveillance, recertification, row, source } = time;
  const tableDays = time.steps.find(({ step }) => step === "table")?.centidays ?? initial;
  return {
    kind: "calculated",
    initial,
    table: tableDays,
    days: { stage1, stage2, surveillance1: surveillance, surveillance2: surveillance, recertification },
    source,
    steps: [
      {
        text: `${persons} persons work under the organisation's control, contractors included.`,
        rule: "IT-1",
      },
      {
        text: `The table gives ${inDays(tableDays)} for ${row.minPersons} to ${row.maxPersons} persons.`,
        rule: ruleOf(time.steps, "table"),
      },
      {
        text: "No factor is applied: a body may lower this by at most 30 %, or raise it, with reasons.",
        rule: ruleOf(time.steps, "factors"),
      },
      { text: `Rounded to half days: ${inDays(initial)} for Stage 1 and Stage 2.`, rule: "IT-13" },
      { text: `Each surveillance is about a third: ${inDays(surveillance)}.`, rule: "IT-8" },
      { text: `Recertification is about two thirds: ${inDays(recertification)}.`, rule: "IT-9" },
    ],
  };
}

/** What to expect by the scope profile: after its factors, with the reasons of the client. */
export function expectByProfile({ before, cycle, source, steps }: TimeEstimate["own"]): Expectation {
  const { initial, stage1, stage2, surveillance, recertification } = cycle;
  return {
    kind: "calculated",
    ...{ initial, table: before, steps, source: source ?? "days stated by hand in the scope profile" },
    days: { stage1, stage2, surveillance1: surveillance, surveillance2: surveillance, recertification },
  };
}

function ruleOf(steps: readonly AuditTimeStep[], step: AuditTimeStep["step"]): string {
  return steps.find((one) => one.step === step)?.rule ?? "";
}

function sayManual(reason: ManualReason): string {
  switch (reason.code) {
    case "above-table":
      return `The table ends at ${reason.lastPersons} persons. Ask each body how it calculated its days.`;
    case "complexity-needed":
      return "The table of this standard asks for the body's view of complexity. Ask each body for its calculation.";
    case "no-table":
      return "There is no published table of audit days for this standard. Ask each body for its calculation.";
  }
}

/** The question that a body is asked about days that are too few or not stated; null when nothing has to be asked. */
export function writeDaysQuestion(
  offered: number | null,
  expectation: Expectation,
  persons: number,
): string | null {
  if (offered === null)
    return "How many auditor days do you plan for Stage 1, Stage 2, each surveillance and the recertification, and how did you calculate them?";
  if (expectation.kind === "manual" || offered >= expectation.initial) return null;
  return [
    `You offer ${inDays(offered)} for Stage 1 and Stage 2.`,
    `For ${persons} persons under our control we expect ${inDays(expectation.initial)}, by ${expectation.source}.`,
    "With how many persons did you calculate, which factors did you apply, and for what reasons?",
  ].join(" ");
}

/** How the offered days of Stage 1 and Stage 2 stand against the expected ones. */
export interface DaysAgainstExpectation {
  text: string;
  /** Microcopy for the person who chooses; null when nothing has to be asked. */
  warning: string | null;
}

/** Compares the days of one body with the expectation (IT-5: below 70 % of the table no reduction can lead). */
export function judgeDays(
  body: string,
  offered: number | null,
  expectation: Expectation,
  persons: number,
): DaysAgainstExpectation {
  if (offered === null) {
    return {
      text: "Not stated",
      warning: `${body} does not state its auditor days. Ask for them before you choose.`,
    };
  }
  if (expectation.kind === "manual") return { text: inDays(offered), warning: null };
  const { differenceCentidays, percent } = compareToTable(offered, expectation.initial);
  // With a factor, what is expected is no longer what the table gives.
  const { isBelowFloor } = compareToTable(offered, expectation.table);
  const difference = inDays(Math.abs(differenceCentidays));
  if (differenceCentidays === 0) return { text: "As expected", warning: null };
  if (differenceCentidays > 0) return { text: `${difference} more (+${percent}\u00a0%)`, warning: null };
  const fewer = `${body} offers ${difference} fewer than expected for ${persons} persons.`;
  return {
    text: `${difference} fewer (${percent}\u00a0%)`,
    warning: isBelowFloor
      ? `${fewer} That is below the lowest time the rules allow. Ask it to explain the difference before you choose.`
      : `${fewer} Ask it to explain the difference before you choose.`,
  };
}
