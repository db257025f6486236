import type { Day } from "@/lib/day";
import { type Deadline, effectiveFrom, expiresOn } from "./deadlines";
import type { Policy } from "./policy";
import type { ProjectRecord } from "./record";

/** The days of a first certificate, each with its rule. */
export interface FirstCycle {
  decidedOn: Day;
  effectiveFrom: Deadline;
  expiresOn: Deadline;
}

/**
 * The days of a certificate decided on that day (6.6): from the decision, for the length of the body's convention, and
 * never past the transition of the edition (3.8).
 */
export function firstCycle({ edition }: ProjectRecord, decidedOn: Day, policy: Policy): FirstCycle {
  const end = expiresOn(decidedOn, policy.expiryConvention);
  const { transitionEndsOn } = edition;
  const cut =
    transitionEndsOn !== null && transitionEndsOn < end.on
      ? {
          ...{ on: transitionEndsOn, rule: "EDN-1", clause: "" },
          because: "The transition of this edition ends then.",
        }
      : null;
  return { decidedOn, effectiveFrom: effectiveFrom(decidedOn), expiresOn: cut ?? end };
}
