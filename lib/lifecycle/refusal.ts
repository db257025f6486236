import type { RefusalData, RefusalText } from "./refusal-text";
import { auditRefusals } from "./refusals-audit";
import { caseRefusals } from "./refusals-case";
import { certificateRefusals } from "./refusals-certificate";
import { findingRefusals } from "./refusals-finding";
import { generalRefusals } from "./refusals-general";
import { sourcingRefusals } from "./refusals-sourcing";

/** Every refusal of the product by code: rule, clause, severity, who lifts it, and its sentence. */
export const refusalTexts = {
  ...generalRefusals,
  ...sourcingRefusals,
  ...caseRefusals,
  ...auditRefusals,
  ...findingRefusals,
  ...certificateRefusals,
} satisfies Record<string, RefusalText<never>>;

export type RefusalCode = keyof typeof refusalTexts;

/** What the sentence of a code must be told; null when it needs nothing. */
export type RefusalDataOf<C extends RefusalCode> =
  (typeof refusalTexts)[C] extends RefusalText<infer D> ? D : never;

/** A refusal as data: it travels to the page and into a log; the sentence is made where it is shown. */
export interface Refusal {
  code: RefusalCode;
  rule: string;
  clause: string;
  /** "justify" passes with a reason that is kept; "block" does not pass. */
  severity: "block" | "justify";
  /** Who or what can lift it, as a sentence; empty when nobody can. */
  lift: string;
  data: RefusalData;
}

/**
 * A refusal from its code and what its sentence tells. It stands on the rule of the code; codes that serve many
 * commands ("reason-missing") have none of their own and stand on the rule of the `command`.
 */
export function refuse(
  code: RefusalCode,
  data: RefusalData,
  command?: { rule: string; clause: string },
): Refusal {
  const { rule, clause, severity, lift } = refusalTexts[code];
  const cite = rule === "" && command !== undefined ? command : { rule, clause };
  return { code, rule: cite.rule, clause: cite.clause, severity, lift, data };
}

/** What is wrong and what to do, in plain English. */
export function sentenceOf({ code, data }: Refusal): string {
  // The data was made for this code (needs/asks check it); the table's own types are too narrow to index by any code.
  const says = refusalTexts[code].says as (data: RefusalData) => string;
  return says(data);
}
