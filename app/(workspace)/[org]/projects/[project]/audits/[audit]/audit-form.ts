import { z } from "zod";
import { optionalTextField } from "@/lib/form-fields";

/** Which audit a form is about. */
export const Audit = z.object({ project: z.string(), audit: z.string() });

export const Reasoned = Audit.extend({ reason: optionalTextField() });

/** The audit of a form as store functions take it. */
export function toAudit(input: z.output<typeof Audit>, version: number | undefined) {
  return { projectId: input.project, auditId: input.audit, version };
}
