import "server-only";
import { z } from "zod";
import { complexityQuestions } from "../audit-time/complexity";
import { type ScopeFacts, siteKinds, siteRoles, type TimeJudgement } from "../audit-time/profile";
import { complexities } from "../audit-time/tables";

/** What a version of a scope profile holds, as it was kept; read back through these, so that a row that is none is noticed. */
const count = z.int().min(0);
const text = z.string().nullable();
const column = z.enum(complexities).nullable();
const answer = z.union([z.literal(1), z.literal(2), z.literal(3)]);
const chosen = { percent: z.int(), reason: z.string() };

export const KeptFacts = z.object({
  fullWeek: count,
  sites: z.array(
    z.object({
      ...{ siteId: z.string(), name: z.string(), kind: z.enum(siteKinds), role: z.enum(siteRoles) },
      ...{ shifts: count, permanent: count, partTime: count, partTimeHours: count },
      ...{ contractors: count, temporary: count },
    }),
  ),
  groups: z.array(
    z.object({
      ...{ siteId: z.string(), task: z.string(), persons: count },
      ...{ countAs: count.nullable(), reason: text },
    }),
  ),
  sampling: z.boolean(),
  complexity: z.record(z.enum(complexityQuestions), answer).nullable(),
  column,
  others: z.array(z.object({ standardId: z.string(), column })),
  remotePercent: count,
  ...{ outsourced: text, certificates: text, restricted: text, advisers: text },
  // Not asked for in the first versions.
  integrated: text.default(null),
}) satisfies z.ZodType<ScopeFacts>;

export const KeptJudgement = z.object({
  complexity: z.object(chosen).nullable(),
  factors: z.array(z.object({ name: z.string(), ...chosen })),
  otherFactors: z.array(z.object({ standardId: z.string(), ...chosen })),
  siteReduction: z.object(chosen).nullable(),
  integration: z.object(chosen).nullable(),
  stated: z.array(z.object({ standardId: z.string(), centidays: count, reason: z.string() })),
  stage1Percent: count,
}) satisfies z.ZodType<TimeJudgement>;
