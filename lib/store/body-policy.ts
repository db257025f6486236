import "server-only";
import type { Actor } from "../actor";
import {
  boundPolicy,
  type KeptPolicy,
  type Policy,
  policyFor,
  policyNames,
  sayPolicyValue,
} from "../lifecycle/policy";
import { Changed, NotThere, Refused, Rejected } from "../outcome";
import { schemeOf } from "../selection/accreditation-gate";
import { listStandards } from "../standards/editions";
import type { Submission } from "./act";
import { db, type Prisma } from "./db";
import { tellOrganisation } from "./organisation-events";
import { permit } from "./permit";
import { withTx } from "./tx";

/** Changes of the policy that its page shows, the newest first. */
const MAX_CHANGES = 50;

/** What a form sets; reminders are the same for every body. */
export type PolicyInput = Omit<Policy, "remindAtPercent">;

/** The schemes that can have a policy of their own: one for each standard, whatever its edition. */
export function listSchemes(): string[] {
  return [...new Set(listStandards().map(({ name }) => schemeOf(name)))];
}

/** The body's policy for a scheme, or for every scheme that has none of its own (domain.md 5.4). */
export async function readPolicy(
  actor: Actor,
  scheme: string | null = null,
): Promise<{ policy: Policy; version: number; own: string[] }> {
  if (actor.side !== "body") throw new NotThere();
  const row = await db(actor).bodyPolicy.findUnique({ where: { organisationId: actor.organisationId } });
  const kept = keptOf(row);
  return {
    policy: policyFor(kept, scheme),
    version: row?.version ?? 0,
    own: Object.keys(kept.schemes ?? {}),
  };
}

/** One saved change of the policy. */
export interface PolicyChange {
  id: string;
  at: Date;
  by: string;
  fields: string;
}

/** Who changed what of the policy, the newest first. Throws NotThere for a client. */
export async function listPolicyChanges(actor: Actor): Promise<PolicyChange[]> {
  if (actor.side !== "body") throw new NotThere();
  const events = await db(actor).organisationEvent.findMany({
    where: { organisationId: actor.organisationId, kind: "policy.edit" },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MAX_CHANGES,
  });
  return events.map(({ id, at, personName, data }) => {
    const { fields } = data as { fields: string };
    return { id, at, by: personName, fields };
  });
}

/**
 * Sets the body's policy, or the one of a scheme, from now on: deadlines that stand already keep their day. The change is kept with
 * every value before and after. Throws Refused with every bound that the policy leaves.
 */
export async function editPolicy(
  actor: Actor,
  { version, policy, scheme = null }: { version?: number; policy: PolicyInput; scheme?: string | null },
  submission: Submission,
): Promise<null> {
  permit(actor, "policy.edit");
  if (scheme !== null && !listSchemes().includes(scheme))
    throw new Rejected({ scheme: "Choose a scheme from the list." });
  return await withTx(actor, submission, async (tx) => {
    const organisationId = actor.organisationId;
    const row = await tx.bodyPolicy.findUnique({ where: { organisationId } });
    const kept = keptOf(row);
    const before = policyFor(kept, scheme);
    const after: Policy = { ...before, ...policy };
    const refusals = boundPolicy(after);
    if (refusals.length > 0) throw new Refused(refusals);
    if (version !== undefined && version !== (row?.version ?? 0)) throw new Changed();
    const { schemes = {} } = kept;
    // Through JSON, as the database keeps it: a list that may only be read is a list there.
    const settings: Prisma.InputJsonObject = JSON.parse(
      JSON.stringify(
        scheme === null ? { ...after, schemes } : { ...kept, schemes: { ...schemes, [scheme]: after } },
      ),
    );
    await tx.bodyPolicy.upsert({
      where: { organisationId },
      create: { organisationId, settings, version: 1 },
      update: { settings, version: { increment: 1 } },
    });
    const fields = sayChanges(before, after) + (scheme === null ? "" : ` (${scheme})`);
    await tellOrganisation(tx, actor, "policy.edit", organisationId, { fields }, submission.now);
    return null;
  });
}

function keptOf(row: { settings: Prisma.JsonValue } | null): KeptPolicy {
  return (row?.settings ?? {}) as KeptPolicy;
}

/** "Days for the plan: 30 to 20, Holidays: none to 2027-12-24" */
function sayChanges(before: Policy, after: Policy): string {
  const changes = (Object.keys(policyNames) as (keyof Policy)[]).flatMap((key) => {
    const [was, is] = [sayPolicyValue(before[key]), sayPolicyValue(after[key])];
    return was === is ? [] : [`${policyNames[key]}: ${was} to ${is}`];
  });
  return changes.join(", ") || "nothing";
}
