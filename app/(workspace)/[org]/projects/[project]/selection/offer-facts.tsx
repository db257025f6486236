import { GateLine } from "@/components/selection/gate-pill";
import { auditDaysInWords } from "@/lib/audit-time/days";
import { formatMoney } from "@/lib/money";
import { judgeDays } from "@/lib/selection/expectation";
import { initialDays } from "@/lib/selection/offer";
import { threeYearCost } from "@/lib/selection/three-year-cost";
import type { InvitedBody } from "@/lib/store/selection";
import { expectationOf, type SelectionView } from "./lead";

/** What is weighed before the click: price, days, accreditation of one body. */
export function offerFacts(view: SelectionView, { body, gate, proposal }: InvitedBody) {
  if (!proposal) return [];
  const { totalMinor, currency, missing } = threeYearCost(proposal.offer);
  const days = initialDays(proposal.offer);
  const total = totalMinor !== null && currency !== null && formatMoney({ minor: totalMinor, currency });
  const judged = judgeDays(body.name, days, expectationOf(view), view.record.personsInScope);
  return [
    { term: "Three years", value: total && (missing.length > 0 ? `at least ${total}` : total) },
    {
      term: "Auditor days",
      value: days === null ? null : `${auditDaysInWords(days)} for Stage 1 and 2. ${judged.text}.`,
    },
    { term: "Accreditation", value: <GateLine gate={gate} /> },
  ];
}
