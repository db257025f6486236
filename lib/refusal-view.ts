import type { RefusalView } from "./form-state";
import { type Refusal, sentenceOf } from "./lifecycle/refusal";

/** Refusals as screens show them: with their sentence. */
export function viewRefusals(refusals: readonly Refusal[]): RefusalView[] {
  return refusals.map(({ code, rule, clause, severity, lift, ...rest }) => ({
    code,
    rule,
    clause,
    severity,
    lift,
    sentence: sentenceOf({ code, rule, clause, severity, lift, ...rest }),
  }));
}
