import { readinessItems } from "@/lib/standards/readiness";
import type { ActCommand, Call } from "./runs-act";
import { clockOf, membersIn } from "./runs-acts-plan";
import { asField, type RunForm, same } from "./runs-form";

type AuditCommand = Extract<ActCommand, `audit.${string}`>;

const AUDIT = "app/(workspace)/[org]/projects/[project]/audits/[audit]/";
const onPage = (file: string) => (name: string, fields?: RunForm["fields"]) => ({
  file: `${AUDIT}${file}`,
  name,
  fields,
});
const own = onPage("actions.ts");
const team = onPage("team-actions.ts");
const plan = onPage("plan/actions.ts");
const readiness = onPage("readiness/actions.ts");

const daysOf = (centidays: unknown) => (centidays === null ? "" : String(Number(centidays) / 100));
const attendance = ({ input }: Call) => ({ attendance: (input.attendance as string[]).join("\n") });
const concern =
  (...more: string[]) =>
  (call: Call) => ({
    ...same(...more)(call),
    concern: call.row(String(call.input.concernId)),
  });

export const auditForms: Record<AuditCommand, RunForm> = {
  "audit.setTeam": team("setTeam", ({ attempt, input, row }) => ({
    competence: asField(input.competence),
    members: membersIn(attempt).map(({ personId, role }) => ({
      role,
      ...(attempt.recorded ? { name: personId } : { personId: row(personId) }),
    })),
  })),
  "audit.proposeTeam": team("proposeTeam"),
  "audit.objectToTeam": team("objectToTeam", ({ input, row }) => ({
    ground: asField(input.ground),
    personId: input.personId == null ? undefined : row(String(input.personId)),
  })),
  "audit.answerObjection": team("answerObjection", (call) => ({
    ...same("answer", "upheld")(call),
    objection: call.row(String(call.input.objectionId)),
  })),
  "audit.waiveObjection": team("waiveObjection"),
  "audit.confirmTeam": team("confirmTeam"),
  "audit.setDates": plan("setDates", (call) => ({
    ...same("startsOn", "endsOn")(call),
    requiredDays: daysOf(call.input.requiredCentidays),
    plannedDays: daysOf(call.input.plannedCentidays),
  })),
  "audit.editSession": plan("saveSession", (call) => {
    const [auditorId] = call.input.auditorIds as string[];
    return {
      ...same("on", "topic")(call),
      ...{ startsAt: clockOf(Number(call.input.fromMinute)), endsAt: clockOf(Number(call.input.toMinute)) },
      auditorId: auditorId && call.row(auditorId),
    };
  }),
  "audit.sendPlan": plan("sendPlan"),
  "audit.confirmPlan": plan("confirmPlan"),
  "audit.planAudit": plan("planAudit"),
  "audit.cancelAudit": own("cancelAudit", same("reason")),
  "audit.startAudit": own("startAudit"),
  "audit.holdOpening": own("holdOpening", attendance),
  "audit.holdClosing": own("holdClosing", attendance),
  "audit.setReadiness": readiness("setReadiness", ({ input, world }) => ({
    items: readinessItems(world.record.standardId).map(({ key }) => ({
      key,
      verdict: asField(input.verdict),
    })),
  })),
  "audit.addInterview": readiness("addInterview", ({ input }) => ({
    who: asField(input.person),
    topic: asField(input.topic),
  })),
  "audit.draftConcern": readiness("draftConcern", ({ input }) => ({
    requirementRef: "6.1.2",
    statement: asField(input.text),
    blocking: String(input.blocking === true),
  })),
  "audit.issueConcern": readiness("issueConcern", concern()),
  "audit.discardConcern": readiness("discardConcern", concern()),
  "audit.answerConcern": readiness("answerConcern", concern("answer")),
  "audit.acceptConcern": readiness("acceptConcern", concern()),
  "audit.returnConcern": readiness("returnConcern", concern("comment")),
  "audit.draftFinding": onPage("log/actions.ts")("saveDraft", ({ input }) => ({
    ...{ grade: asField(input.grade), requirementRef: "A.8.13", statement: "Backups are not tested." },
    evidence: input.hasEvidence === true ? "No test since March." : "",
  })),
  "audit.draftReport": onPage("report/actions.ts")("saveReportDraft"),
  "audit.reportAudit": onPage("report/actions.ts")("issueReport"),
  "audit.concludeAudit": own("concludeAudit"),
  "audit.terminateAudit": own("terminateAudit", same("reason")),
};
