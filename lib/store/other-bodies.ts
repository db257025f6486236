import "server-only";
import type { Actor } from "../actor";
import { Rejected } from "../outcome";
import { actOnProject, type Submission } from "./act";
import { tell } from "./move";
import { permit } from "./permit";
import { requireSourcingState } from "./sourcing";

/**
 * Tells every body that was asked and not chosen, in one act and the same words; each reads them on its request. Returns the names of those
 * that are not on CertTrail. Throws Rejected when all were told.
 */
export async function tellOtherBodies(
  actor: Actor,
  { projectId, text }: { projectId: string; text: string },
  submission: Submission,
): Promise<{ off: string[] }> {
  permit(actor, "proposal.tell");
  return await actOnProject(actor, { projectId }, submission, async (act) => {
    requireSourcingState(act, "Tell the other bodies", "cb_selected", "contracted_pending", "engaged");
    const { id, bodyId } = act.project.record;
    const untold = { projectId: id, toldAt: null, bodyId: { not: bodyId ?? undefined } };
    const asked = await act.tx.bodyRequest.findMany({ where: untold, select: { bodyId: true } });
    if (asked.length === 0) throw new Rejected({ tellText: "Every other body was told already." });
    await act.tx.bodyRequest.updateMany({ where: untold, data: { toldAt: submission.now, toldText: text } });
    const data = { count: asked.length };
    await tell(act, "proposal.tell", { type: "project", id }, data, { audience: "own" });
    const off = await act.tx.organisation.findMany({
      where: { id: { in: asked.map((one) => one.bodyId) }, connected: false },
      select: { name: true },
      orderBy: { name: "asc" },
    });
    return { off: off.map(({ name }) => name) };
  });
}
