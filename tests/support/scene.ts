import type { Day } from "@/lib/day";
import type { LifecycleCommand } from "@/lib/lifecycle/machines";
import { defaultPolicy, type Policy } from "@/lib/lifecycle/policy";
import type {
  AuditRecord,
  CaseRecord,
  CertificateRecord,
  FindingRecord,
  ProjectRecord,
  SourcingRecord,
} from "@/lib/lifecycle/record";
import type { Power } from "@/lib/lifecycle/who";
import { type AnyFacts, lineOfCommand } from "./dispatch";
import { aMoment, people, TODAY } from "./people";
import { aCase, aFinding, aRecord, aSourcing, aStage2 } from "./record";

/** A moment in which one command passes: tests change one thing and see one refusal. */
export interface Scene {
  command: LifecycleCommand;
  state: string;
  power: Power;
  facts: AnyFacts;
  input: Record<string, unknown>;
}

export interface Setting {
  /** Which of the command's powers acts, and who that is. */
  power?: Power;
  person?: string;
  on?: Day;
  policy?: Partial<Policy>;
  record?: Partial<ProjectRecord>;
  sourcing?: Partial<SourcingRecord>;
  case?: Partial<CaseRecord>;
  audit?: AuditRecord;
  finding?: Partial<FindingRecord>;
  certificate?: CertificateRecord | null;
  input?: Record<string, unknown>;
}

const personOf: Partial<Record<Power, string>> = {
  "client:manager": people.manager,
  "client:executive": people.executive,
  "client:owner": people.owner,
  "body:planner": people.planner,
  "body:auditor": people.lead,
  "body:decider": people.decider,
  "body:quality": people.quality,
  "body:admin": people.bodyAdmin,
};

/** A scene of a command: the base record, the setting laid over it, and the first power that may act. */
export function scene(command: LifecycleCommand, setting: Setting = {}): Scene {
  const line = lineOfCommand(command);
  const state = line.from[0] ?? "";
  const power = setting.power ?? line.by[0] ?? "system";
  const audit = setting.audit ?? aStage2();
  const finding = aFinding({ state: findingState(command, state), ...setting.finding });
  const base = aRecord(setting.record);
  const record: ProjectRecord = {
    ...base,
    sourcing: aSourcing({
      ...base.sourcing,
      ...(command.startsWith("sourcing") ? { state: state as never } : {}),
      ...setting.sourcing,
    }),
    certificationCase: aCase({ ...base.certificationCase, ...caseState(command, state), ...setting.case }),
    audits: replaceById(base.audits, {
      ...audit,
      ...(command.startsWith("audit.") ? { state: state as never } : {}),
    }),
    findings: command.startsWith("nonconformity") ? replaceById(base.findings, finding) : base.findings,
    certificates: setting.certificate ? [setting.certificate] : base.certificates,
  };
  const person = setting.person ?? personOf[power] ?? "";
  const moment = aMoment(power, person, {
    on: setting.on ?? TODAY,
    policy: { ...defaultPolicy, ...setting.policy },
  });
  const ownAudit = record.audits.find(({ id }) => id === audit.id) ?? audit;
  return {
    command,
    state,
    power,
    facts: {
      moment,
      record,
      bodyConnected: record.bodyConnected,
      audit: ownAudit,
      finding,
      certificate: setting.certificate ?? null,
    },
    input: setting.input ?? {},
  };
}

function caseState(command: LifecycleCommand, state: string): Partial<CaseRecord> {
  return command.startsWith("certification.") ? { state: state as CaseRecord["state"] } : {};
}

function findingState(command: LifecycleCommand, state: string): FindingRecord["state"] {
  return command.startsWith("nonconformity") ? (state as FindingRecord["state"]) : "verified";
}

function replaceById<T extends { id: string }>(items: readonly T[], item: T): T[] {
  const others = items.map((one) => (one.id === item.id ? item : one));
  return items.some(({ id }) => id === item.id) ? others : [...others, item];
}
