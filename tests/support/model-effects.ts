import { type LifecycleCommand, type MachineName, machines } from "@/lib/lifecycle/machines";
import { auditEffects } from "./model-audit";
import { caseEffects, sourcingEffects } from "./model-case";
import { certificateEffects, findingEffects } from "./model-finding";
import {
  type Act,
  type Effect,
  patchAudit,
  patchCase,
  patchCertificate,
  patchFinding,
  patchSourcing,
} from "./model-patch";

/** What every command of a machine does: it moves its own record to the next state. */
const moves: Record<MachineName, Effect> = {
  sourcing: ({ record, to }) => patchSourcing(record, { state: to as never }),
  certification: ({ record, to }) => patchCase(record, { state: to as never }),
  audit: ({ record, subjectId, to }) => patchAudit(record, subjectId, { state: to as never }),
  nonconformity: ({ record, subjectId, to }) => patchFinding(record, subjectId, { state: to as never }),
  certificate: ({ record, subjectId, to }) => patchCertificate(record, subjectId, { state: to as never }),
};

const effects: Partial<Record<LifecycleCommand, Effect>> = {
  ...sourcingEffects,
  ...caseEffects,
  ...auditEffects,
  ...findingEffects,
  ...certificateEffects,
};

/** The whole effect of a command: the move, then what it writes besides. */
export function effectOf(command: LifecycleCommand): Effect {
  const name = command.split(".")[0] as MachineName;
  if (!Object.hasOwn(machines, name)) throw new RangeError(command);
  return (act: Act) => (effects[command] ?? keep)({ ...act, record: moves[name](act) });
}

function keep({ record }: Act) {
  return record;
}
