import { addDays, type Day } from "@/lib/day";
import { objectionDueOn, planSendBy } from "./deadlines";
import { auditNames } from "./naming";
import { isOverdue, type OwedItem, type Owing, owe } from "./owed-item";
import type { Policy } from "./policy";
import type { AuditRecord } from "./record";

/** Who owes what on one audit: the team, the dates, the plan, the audit itself, its concerns. */
export function owedInAudit(audit: AuditRecord, today: Day, policy: Policy): OwedItem[] {
  return [...owedOnProgress(audit, today, policy), ...owedOnConcerns(audit, today)];
}

function about(audit: AuditRecord) {
  const lead = audit.team.find(({ role }) => role === "lead")?.personId ?? null;
  return (what: string, owing: Omit<Owing, "subject" | "what"> = {}): Owing => ({
    subject: { kind: "audit", id: audit.id },
    what,
    personId: lead,
    ...owing,
  });
}

function owedOnProgress(audit: AuditRecord, today: Day, policy: Policy): OwedItem[] {
  const name = auditNames[audit.kind];
  const item = about(audit);
  switch (audit.state) {
    case "draft":
      return [owe("audit.proposeTeam", today, item(`Propose the team of ${name}`, { personId: null }))];
    case "team_proposed":
      return [owedOnTeam(audit, today, policy)];
    case "team_confirmed":
      return owedOnPlan(audit, today, policy);
    case "planned":
      if (audit.kind !== "stage1" && audit.planConfirmedOn === null)
        return [
          owe(
            "audit.confirmPlan",
            today,
            item(`Confirm the plan of ${name}`, { personId: null, dueOn: audit.startsOn }),
          ),
        ];
      return [owe("audit.startAudit", today, item(`Start ${name}`, { dueOn: audit.startsOn }))];
    case "running":
      return [
        owe("audit.reportAudit", today, item(`Issue the report of ${name}`, { dueOn: reportDueOn(audit) })),
      ];
    default:
      return [];
  }
}

/** Days after the audit's last day in which its report is expected: a usual value, no rule. */
export const REPORT_DAYS = 7;

function reportDueOn({ endsOn }: AuditRecord): Day | null {
  return endsOn === null ? null : addDays(endsOn, REPORT_DAYS);
}

function owedOnTeam(audit: AuditRecord, today: Day, policy: Policy): OwedItem {
  const name = auditNames[audit.kind];
  const item = about(audit);
  const dueOn = audit.teamProposedOn === null ? null : objectionDueOn(audit.teamProposedOn, policy).on;
  if (audit.objections.some(({ answered }) => !answered))
    return owe(
      "audit.answerObjection",
      today,
      item(`Answer the objection to the team of ${name}`, { personId: null }),
    );
  if (audit.objectionWaivedOn !== null || isOverdue(dueOn, today))
    return owe("audit.confirmTeam", today, item(`Confirm the team of ${name}`, { personId: null }));
  return owe(
    "audit.waiveObjection",
    today,
    item(`Accept the team of ${name} or object`, { personId: null, dueOn }),
  );
}

function owedOnPlan(audit: AuditRecord, today: Day, policy: Policy): OwedItem[] {
  const name = auditNames[audit.kind];
  const item = about(audit);
  if (audit.startsOn === null)
    return [owe("audit.setDates", today, item(`Set the dates of ${name}`, { personId: null }))];
  if (audit.kind !== "stage1" && audit.planSentOn === null)
    return [
      owe(
        "audit.sendPlan",
        today,
        item(`Send the plan of ${name}`, { dueOn: planSendBy(audit.startsOn, policy).on }),
      ),
    ];
  return [owe("audit.planAudit", today, item(`Agree dates and plan of ${name}`, { dueOn: audit.startsOn }))];
}

function owedOnConcerns(audit: AuditRecord, today: Day): OwedItem[] {
  const item = about(audit);
  const blocking = audit.concerns.filter(({ blocking }) => blocking);
  const open = blocking.filter(({ state }) => state === "open").length;
  const answered = blocking.filter(({ state }) => state === "answered").length;
  const items: OwedItem[] = [];
  if (open > 0)
    items.push(owe("audit.answerConcern", today, item(`Answer ${countConcerns(open)}`, { personId: null })));
  if (answered > 0)
    items.push(owe("audit.acceptConcern", today, item(`Accept the answer to ${countConcerns(answered)}`)));
  return items;
}

function countConcerns(count: number): string {
  return count === 1 ? "1 blocking area of concern" : `${count} blocking areas of concern`;
}
