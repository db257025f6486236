import type { CommandOf } from "@/lib/lifecycle/ask";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import type { AuditFacts } from "@/lib/lifecycle/audit-rules";
import { isRecordable } from "@/lib/lifecycle/machine";
import { machines } from "@/lib/lifecycle/machines";
import type { Refusal } from "@/lib/lifecycle/refusal";
import { type Power, powersOf } from "@/lib/lifecycle/who";
import type { AuditView } from "@/lib/store/audit-view";

/** One audit as a page of it is drawn for one person. */
export interface AuditRoom {
  org: string;
  project: string;
  view: AuditView;
}

/** A command that this person may be offered: whether it is the own act or one recorded for the body, and what stands against it. */
export interface OfferedAct {
  isRecorded: boolean;
  facts: AuditFacts;
  reasons: Refusal[];
}

/** The audit's command as an offer; null in a state it does not belong to, or for a person of another role or side. */
export function offerAuditAct(
  { view }: AuditRoom,
  command: CommandOf<"audit">,
  reasonsOf?: (facts: AuditFacts) => Refusal[],
): OfferedAct | null {
  const line = machines.audit.commands[command];
  const from: readonly string[] = line.from;
  const asking = from.includes(view.audit.state) ? whoActs(view, line.by) : null;
  if (!asking) return null;
  const ask = reasonsOf ?? ((facts) => reasonsAgainst("audit", command, view.audit.state, facts));
  return { ...asking, reasons: ask(asking.facts) };
}

/** The same for a command of the case that belongs on this audit's page. */
export function offerCaseAct({ view }: AuditRoom, command: CommandOf<"certification">): OfferedAct | null {
  const { certificationCase } = view.record;
  const line = machines.certification.commands[command];
  const from: readonly string[] = line.from;
  if (!certificationCase || !from.includes(certificationCase.state)) return null;
  const asking = whoActs(view, line.by);
  if (!asking) return null;
  const reasons = reasonsAgainst("certification", command, certificationCase.state, asking.facts);
  return { ...asking, reasons };
}

function whoActs(
  { facts, recordedFacts }: AuditView,
  by: readonly Power[],
): Omit<OfferedAct, "reasons"> | null {
  if (powersOf(facts.moment.who).some((power) => by.includes(power))) return { isRecorded: false, facts };
  if (recordedFacts && isRecordable({ by })) return { isRecorded: true, facts: recordedFacts };
  return null;
}
