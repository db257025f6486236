import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { NotThere, Rejected } from "../outcome";
import type { Submission } from "./act";
import { db, type Tx } from "./db";
import { newId } from "./new-id";
import { tellOrganisation } from "./organisation-events";
import { raiseOrganisation } from "./organisations";
import { permit } from "./permit";
import { knownId } from "./reach";
import { withTx } from "./tx";

/** More sites than this are kept as a group of sites, not one by one. */
export const MAX_SITES = 200;

export interface SiteInput {
  name: string;
  address: string;
  activity: string;
  /** Persons under the organisation's control at this site, contractors included (IT-1). */
  persons: number;
}

/** Adds a site to the actor's organisation. */
export async function addSite(
  actor: Actor,
  input: SiteInput,
  submission: Submission,
): Promise<{ id: string }> {
  permit(actor, "organisation.edit");
  return await withTx(actor, submission, async (tx) => {
    await raiseOrganisation(tx, actor.organisationId);
    const count = await tx.site.count({ where: { organisationId: actor.organisationId } });
    if (count >= MAX_SITES) {
      throw new Rejected({
        name: `An organisation can have ${MAX_SITES} sites. Put small ones together as one.`,
      });
    }
    const id = newId();
    await tx.site.create({ data: { id, organisationId: actor.organisationId, ...input } });
    await tellSite(tx, actor, submission, id, input.name);
    return { id };
  });
}

/** Changes a site. Letters and certificates keep the names they were made with. */
export async function editSite(
  actor: Actor,
  { siteId, ...site }: SiteInput & { siteId: string },
  submission: Submission,
): Promise<null> {
  return await changeSite(actor, siteId, site, submission);
}

/** Takes a site out of use, or back into it. It is never deleted: earlier projects name it. */
export async function retireSite(
  actor: Actor,
  { siteId, retired }: { siteId: string; retired: boolean },
  submission: Submission,
): Promise<null> {
  return await changeSite(actor, siteId, { retired }, submission);
}

async function changeSite(
  actor: Actor,
  siteId: string,
  change: Partial<SiteInput> & { retired?: boolean },
  submission: Submission,
): Promise<null> {
  permit(actor, "organisation.edit");
  return await withTx(actor, submission, async (tx) => {
    await raiseOrganisation(tx, actor.organisationId);
    const where = { organisationId: actor.organisationId, id: knownId(siteId) };
    const site = await tx.site.findFirst({ where, select: { name: true } });
    if (!site) throw new NotThere();
    await tx.site.updateMany({ where, data: change });
    await tellSite(tx, actor, submission, siteId, change.name ?? site.name);
    return null;
  });
}

async function tellSite(tx: Tx, actor: Actor, submission: Submission, siteId: string, name: string) {
  await tellOrganisation(tx, actor, "site.edit", siteId, { site: name }, submission.now);
}

/** One site of the actor's organisation, for the page that changes it. */
export async function readSite(actor: Actor, siteId: string) {
  if (!may(actor, "organisation.edit")) throw new NotThere();
  const site = await db(actor).site.findFirst({
    where: { organisationId: actor.organisationId, id: knownId(siteId) },
  });
  if (!site) throw new NotThere();
  return site;
}
