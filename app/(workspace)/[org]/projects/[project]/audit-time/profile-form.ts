import { z } from "zod";
import { STAGE_1_PERCENT_RANGE } from "@/lib/audit-time/calculation";
import { type ComplexityAnswers, complexityQuestions, type Points } from "@/lib/audit-time/complexity";
import { MAX_CENTIDAYS, parseHundredths } from "@/lib/audit-time/days";
import { FULL_WEEK_RANGE } from "@/lib/audit-time/persons";
import { type Chosen, siteKinds, siteRoles, type TimeJudgement } from "@/lib/audit-time/profile";
import { complexities } from "@/lib/audit-time/tables";
import { MAX_LINE, optionalTextField, textField, wholeNumberField } from "@/lib/form-fields";
import type { SaveScopeProfile } from "@/lib/store/scope-profiles";

const MAX_SITE_PERSONS = 1_000_000;
const MAX_GROUPS = 50;
const MAX_FACTORS = 20;
const MAX_OTHERS = 6;
const MAX_SHIFTS = 10;

/** An empty box is nobody. */
const personsField = z
  .union([
    z.literal("").transform(() => 0),
    wholeNumberField("Enter the persons as a whole number, such as 85", 0, MAX_SITE_PERSONS),
  ])
  .default(0);

const hundredthsField = (message: string, most: number) =>
  z.string({ error: message }).transform((text, context): number => {
    const hundredths = parseHundredths(text, most);
    if (hundredths !== null) return hundredths;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

const PERCENT_TEXT = /^([+\u2212-]?)(\d{1,3})\s*%?$/;

/** Whole percent with its sign, such as -10 or +5; an empty box is none. */
const percentField = z
  .string()
  .trim()
  .default("")
  .transform((text, context): number | null => {
    if (text === "") return null;
    const [, sign = "", digits = ""] = PERCENT_TEXT.exec(text) ?? [];
    if (digits !== "") return (sign === "" || sign === "+" ? 1 : -1) * Number(digits) + 0;
    context.addIssue({ code: "custom", message: "Enter whole percent, such as -10 or 5" });
    return z.NEVER;
  });

const column = z
  .enum(complexities)
  .or(z.literal("").transform(() => null))
  .default(null);
const reason = optionalTextField();
const needsReason = "Write why: the reason is part of the record (TIM-1)";

const chosenField = z.object({ percent: percentField, reason }).transform((typed, context): Chosen | null => {
  if (typed.percent === null) return null;
  if (typed.percent !== 0 && !typed.reason)
    context.addIssue({ code: "custom", path: ["reason"], message: needsReason });
  return { percent: typed.percent, reason: typed.reason ?? "" };
});

const daysField = z
  .union([
    z.literal("").transform(() => null),
    hundredthsField("Enter the days as a number, such as 29 or 29.5", MAX_CENTIDAYS),
  ])
  .default(null);

const stated = z.object({ days: daysField, daysReason: reason }).superRefine((typed, context) => {
  if (typed.days !== null && !typed.daysReason)
    context.addIssue({ code: "custom", path: ["daysReason"], message: needsReason });
});

const Site = z.object({
  siteId: z.uuid(),
  kind: z.enum(siteKinds, { error: "Choose what kind of site it is" }),
  role: z.enum(siteRoles, { error: "Choose how the site is audited" }),
  shifts: wholeNumberField(`Enter the shifts of a day: 1 to ${MAX_SHIFTS}`, 1, MAX_SHIFTS),
  permanent: personsField,
  partTime: personsField,
  partTimeHours: z
    .union([
      z.literal("").transform(() => 0),
      hundredthsField("Enter the hours of a week, such as 20 or 19.5", FULL_WEEK_RANGE.max),
    ])
    .default(0),
  contractors: personsField,
  temporary: personsField,
});

const Group = z.object({
  siteId: z.string().min(1, { error: "Choose the site" }),
  task: textField("Name the work, or remove the row", MAX_LINE),
  persons: wholeNumberField("Enter how many persons do this work", 1, MAX_SITE_PERSONS),
  countAs: z
    .union([
      z.literal("").transform(() => null),
      wholeNumberField("Enter as how many they count, or leave it empty", 1, MAX_SITE_PERSONS),
    ])
    .default(null),
  reason,
});

const Factor = z.object({
  name: textField("Name the factor, or remove the row", MAX_LINE),
  percent: percentField.refine((percent) => percent !== null, {
    error: "Enter whole percent, such as -5 or 10",
  }),
  reason: textField(needsReason),
});

const Other = z
  .object({
    standardId: textField("Choose the standard, or remove the row", MAX_LINE),
    column,
    percent: percentField,
    reason,
  })
  .and(stated);

const answer = z.enum(["1", "2", "3"], { error: "Choose one of the three answers" });
const answers = z.object(
  Object.fromEntries(complexityQuestions.map((question) => [question, answer])) as Record<
    (typeof complexityQuestions)[number],
    typeof answer
  >,
);

/** The whole form, as the facts and the judgement that are kept. What goes together is checked by the estimate itself. */
export const ProfileForm = z
  .object({
    fullWeek: hundredthsField("Enter the hours of a full week, such as 40 or 38.5", FULL_WEEK_RANGE.max),
    sites: z.array(Site).min(1),
    groups: z.array(Group).max(MAX_GROUPS).default([]),
    sampling: z.literal("yes").optional().transform(Boolean),
    answers: answers.optional(),
    column,
    complexity: chosenField.optional().default(null),
    factors: z.array(Factor).max(MAX_FACTORS).default([]),
    others: z.array(Other).max(MAX_OTHERS).default([]),
    siteReduction: chosenField.optional().default(null),
    integration: chosenField.optional().default(null),
    stated: stated.optional(),
    stage1Percent: wholeNumberField(
      `Enter ${STAGE_1_PERCENT_RANGE.min} to ${STAGE_1_PERCENT_RANGE.max} percent (IT-12)`,
      STAGE_1_PERCENT_RANGE.min,
      STAGE_1_PERCENT_RANGE.max,
    ),
    remotePercent: z
      .union([
        z.literal("").transform(() => 0),
        wholeNumberField("Enter a share from 0 to 100 percent", 0, 100),
      ])
      .default(0),
    ...{ outsourced: optionalTextField(), certificates: optionalTextField() },
    ...{ restricted: optionalTextField(), advisers: optionalTextField() },
    integrated: optionalTextField(),
  })
  .superRefine(({ others }, context) => {
    for (const [index, { standardId, percent, reason: why }] of others.entries()) {
      const at = (field: string) => ["others", index, field];
      if (others.findIndex((other) => other.standardId === standardId) !== index)
        context.addIssue({
          code: "custom",
          path: at("standardId"),
          message: "This standard is named already.",
        });
      if (percent && !why) context.addIssue({ code: "custom", path: at("reason"), message: needsReason });
    }
  });

/** The facts and the judgement of a form, for the standard of its project. */
export function profileOf(
  standardId: string,
  typed: z.output<typeof ProfileForm>,
): Pick<SaveScopeProfile, "facts" | "judgement"> {
  const { answers: answered, complexity, factors, others, siteReduction, integration, stage1Percent } = typed;
  const { fullWeek, sites, groups, sampling, column: ownColumn, remotePercent } = typed;
  const { outsourced, certificates, restricted, advisers, integrated } = typed;
  const own = typed.stated && { standardId, ...typed.stated };
  const judgement: TimeJudgement = {
    ...{ complexity, siteReduction, integration, stage1Percent },
    factors: factors.map(({ percent, ...factor }) => ({ ...factor, percent: percent ?? 0 })),
    otherFactors: others.flatMap(({ standardId: id, percent, reason: why }) =>
      percent ? [{ standardId: id, percent, reason: why ?? "" }] : [],
    ),
    stated: [...(own ? [own] : []), ...others].flatMap(({ standardId: id, days, daysReason }) =>
      days === null ? [] : [{ standardId: id, centidays: days, reason: daysReason ?? "" }],
    ),
  };
  return {
    facts: {
      ...{ fullWeek, sites, groups, sampling, column: ownColumn, remotePercent },
      ...{ outsourced, certificates, restricted, advisers, integrated },
      complexity: answered ? pointsOf(answered) : null,
      others: others.map(({ standardId: id, column: chosen }) => ({ standardId: id, column: chosen })),
    },
    judgement,
  };
}

function pointsOf(answered: z.output<typeof answers>): ComplexityAnswers {
  const entries = complexityQuestions.map((question) => [question, Number(answered[question]) as Points]);
  return Object.fromEntries(entries) as Record<(typeof complexityQuestions)[number], Points>;
}
