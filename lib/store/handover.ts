import "server-only";
import { settle } from "../lifecycle/ask";
import { type Act, factsOf } from "./act";
import { move } from "./move";
import { loadOne } from "./reach";

/**
 * Hands the case over to the decision as soon as its table allows it: every major verified, every minor with an
 * accepted plan, no major past its six months (DEC-4, DEC-6). Call it at the end of an act that may have removed the
 * last obstacle; the server then acts in the same transaction, so nobody has to press a further button.
 */
export async function handOverWhenReady(act: Act): Promise<boolean> {
  const project = await loadOne(act.tx, act.project.record.id);
  const { certificationCase } = project.record;
  if (!certificationCase) return false;
  const facts = factsOf({ ...act, project, moment: { ...act.moment, system: true } });
  const decision = settle("certification", "completeFindings", certificationCase.state, facts, {});
  if (!decision.allowed) return false;
  const { id, version } = certificationCase;
  const allowed = {
    ...decision,
    machine: "certification",
    kind: "certification.completeFindings",
  } as const;
  // The server's own act: the trail names who gave the occasion, but no act of a body is recorded by it.
  await move({ ...act, recorded: null }, { type: "certificationCase", id, version }, allowed, {}, {});
  return true;
}
