import "server-only";
import type { Actor } from "../actor";
import { boundPolicy, defaultPolicy, type Policy } from "../lifecycle/policy";
import { Changed, NotThere, Refused } from "../outcome";
import type { Submission } from "./act";
import { db, type Prisma } from "./db";
import { tellOrganisation } from "./organisation-events";
import { permit } from "./permit";
import { withTx } from "./tx";

/** The body's own policy: what it has set, over the defaults (domain.md 5.4). */
export async function readPolicy(actor: Actor): Promise<{ policy: Policy; version: number }> {
  if (actor.side !== "body") throw new NotThere();
  const kept = await db(actor).bodyPolicy.findUnique({ where: { organisationId: actor.organisationId } });
  return {
    policy: { ...defaultPolicy, ...(kept?.settings as Partial<Policy> | undefined) },
    version: kept?.version ?? 0,
  };
}

/** Sets the body's policy. Throws Refused with every bound that it leaves. */
export async function editPolicy(
  actor: Actor,
  { version, policy }: { version?: number; policy: Omit<Policy, "remindAtPercent"> },
  submission: Submission,
): Promise<null> {
  permit(actor, "policy.edit");
  return await withTx(actor, submission, async (tx) => {
    const organisationId = actor.organisationId;
    const kept = await tx.bodyPolicy.findUnique({ where: { organisationId } });
    const before: Policy = { ...defaultPolicy, ...(kept?.settings as Partial<Policy> | undefined) };
    const after: Policy = { ...before, ...policy };
    const refusals = boundPolicy(after);
    if (refusals.length > 0) throw new Refused(refusals);
    if (version !== undefined && version !== (kept?.version ?? 0)) throw new Changed();
    const settings = {
      ...after,
      remindAtPercent: [...after.remindAtPercent],
    } satisfies Prisma.InputJsonValue;
    await tx.bodyPolicy.upsert({
      where: { organisationId },
      create: { organisationId, settings, version: 1 },
      update: { settings, version: { increment: 1 } },
    });
    const changed = Object.keys(policy).filter(
      (key) => before[key as keyof Policy] !== after[key as keyof Policy],
    );
    const fields = changed.join(", ") || "nothing";
    await tellOrganisation(tx, actor, "policy.edit", organisationId, { fields }, submission.now);
    return null;
  });
}
