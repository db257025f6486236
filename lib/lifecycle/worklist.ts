import { barsOfPerson } from "./ask";
import type { Facts } from "./machine";
import { type LifecycleCommand, type MachineName, machines } from "./machines";
import type { OwedItem } from "./owed-item";

/** What waits for the people of a certification body, in the order of the journey. */
export const workKinds = [
  "requests",
  "applications",
  "teams",
  "plans",
  "reports",
  "actionPlans",
  "evidence",
  "decisions",
  "steps",
  "people",
] as const;
export type WorkKind = (typeof workKinds)[number];

/** How a list of one kind is called. */
export const workNames: Record<WorkKind, string> = {
  requests: "Requests to answer",
  applications: "Applications and letters",
  teams: "Teams",
  plans: "Audit plans",
  reports: "Reports",
  actionPlans: "Corrective action plans",
  evidence: "Evidence to verify",
  decisions: "Decisions and certificates",
  steps: "Other steps",
  people: "Competences and ties",
};

/** Which kind of work on projects each command is that a body can owe (owed.ts). */
export const workOf: Partial<Record<LifecycleCommand, WorkKind>> = {
  "sourcing.receiveProposal": "requests",
  "sourcing.acceptApplication": "applications",
  "sourcing.draftLetter": "applications",
  "sourcing.signForBody": "applications",
  "audit.proposeTeam": "teams",
  "audit.answerObjection": "teams",
  "audit.confirmTeam": "teams",
  "audit.setDates": "plans",
  "audit.sendPlan": "plans",
  "audit.planAudit": "plans",
  "certification.scheduleStage1": "plans",
  "audit.reportAudit": "reports",
  "nonconformity.acceptPlan": "actionPlans",
  "nonconformity.verify": "evidence",
  "nonconformity.close": "evidence",
  "certification.completeFindings": "decisions",
  "certification.grant": "decisions",
  "certificate.issue": "decisions",
  "certification.createAudit": "steps",
  "certification.finishPreAudit": "steps",
  "certification.completeStage1": "steps",
  "certification.readyForStage2": "steps",
  "certification.closeStage2": "steps",
  "certification.scheduleStage2Again": "steps",
  "certification.requireStage2Again": "steps",
  "audit.startAudit": "steps",
  "audit.acceptConcern": "steps",
};

/** The kind of an owed item; what the table does not name still shows, among the other steps. */
export function kindOfWork({ command }: OwedItem): WorkKind {
  return workOf[command] ?? "steps";
}

/** Owed in whatever state the audit is, also long after it: an answered concern itself says that there is work. */
const OWED_ON_CONCERNS = "audit.acceptConcern";

/**
 * The states of a machine from which a body may owe something. A record in none of them, and with no answered concern, has
 * no work for anybody of a body.
 */
export function statesWithWork(name: MachineName): string[] {
  const commands: Record<string, { from: readonly string[] }> = machines[name].commands;
  const states = Object.keys(workOf).flatMap((command) => {
    const [machine, verb = ""] = command.split(".");
    return machine === name && command !== OWED_ON_CONCERNS ? (commands[verb]?.from ?? []) : [];
  });
  return [...new Set(states)];
}

/** Whether an owed item is work for the person of these facts: the table opens its command to the role and to the person. */
export function isWorkFor(facts: Facts, { command, subject }: OwedItem): boolean {
  const { audits, findings } = facts.record;
  const [machine, name] = command.split(".") as [MachineName, never];
  const finding = findings.find(({ id }) => id === subject.id);
  const audit = audits.find(({ id }) => id === (finding?.auditId ?? subject.id));
  const about = { ...facts, audit, finding, certificate: null };
  // The item's subject is the record that its machine speaks about.
  return barsOfPerson(machine, name, about as never).length === 0;
}
