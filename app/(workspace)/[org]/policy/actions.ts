"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { parseDay } from "@/lib/day";
import { MAX_LINE, optionalTextField, wholeNumberField } from "@/lib/form-fields";
import { countingStarts, dayCounts, expiryConventions } from "@/lib/lifecycle/policy";
import * as policies from "@/lib/store/body-policy";

/** Ten years of a country's holidays and some more. */
const MAX_HOLIDAYS = 200;

/** Days as year-month-day, separated by commas, spaces or lines; each once, in their order. */
const daysField = z
  .string()
  .transform((text) => [...new Set(text.split(/[\s,]+/).filter(Boolean))].sort())
  .refine((days) => days.length <= MAX_HOLIDAYS, { error: `Enter ${MAX_HOLIDAYS} days or fewer.` })
  .transform((days, context) =>
    days.flatMap((text) => {
      const day = parseDay(text);
      if (day === null)
        context.addIssue({ code: "custom", message: `${text} is no day. Write it as 2027-12-24.` });
      return day ?? [];
    }),
  );

// Any whole number: the policy itself says which bound it leaves, with its rule.
const number = wholeNumberField("Enter a whole number", 0, 9999);
const ticked = z.literal("yes").optional().transform(Boolean);

const Policy = z.object({
  planDays: number,
  majorEvidenceDays: number,
  objectionDays: number,
  planLeadDays: number,
  stageGapMinDays: number,
  stageGapWarnMonths: number,
  stageGapJustifyMonths: number,
  suspensionMonths: number,
  expiryConvention: z.enum(expiryConventions, { error: "Choose how long certificates are valid" }),
  minorNotEffectiveBecomesMajor: ticked,
  forwarding: ticked,
  dayCount: z.enum(dayCounts, { error: "Choose how days count" }),
  countFrom: z.enum(countingStarts, { error: "Choose from which day they count" }),
  holidays: daysField,
  scheme: optionalTextField(MAX_LINE),
});

export const editPolicy = action("policy.edit", Policy, async ({ actor, input, submission, version }) => {
  const { scheme, ...policy } = input;
  await policies.editPolicy(actor, { policy, scheme, version }, submission);
  return { message: "Policy saved. It applies to deadlines that are set from now on." };
});
