import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { NotThere } from "../outcome";
import type { Submission } from "./act";
import { db, type Prisma } from "./db";
import { newId } from "./new-id";
import { tellOrganisation } from "./organisation-events";
import { raiseOrganisation } from "./organisations";
import { permit } from "./permit";
import { knownId } from "./reach";
import { withTx } from "./tx";

/** The register is a list to choose from, not a directory: more bodies than this are not shown. */
export const MAX_BODIES = 200;

/** Bodies a client can see: those on CertTrail, and those it keeps itself. A body sees itself. */
export function visibleBodies(actor: Actor): Prisma.OrganisationWhereInput {
  if (actor.side === "body") return { kind: "body", id: actor.organisationId };
  return { kind: "body", OR: [{ connected: true }, { managedById: actor.organisationId }] };
}

/** Bodies whose entry the actor keeps: a client those off CertTrail that it registered, a body its own. */
export function keptBodies(actor: Actor): Prisma.OrganisationWhereInput {
  return actor.side === "body"
    ? { kind: "body", id: actor.organisationId }
    : { kind: "body", managedById: actor.organisationId };
}

/** What is read of a body of the register. */
export const bodyFields = {
  id: true,
  name: true,
  legalName: true,
  country: true,
  languages: true,
  sectors: true,
  connected: true,
  managedById: true,
  version: true,
  accreditations: { orderBy: [{ scheme: "asc" }, { validTo: "desc" }, { id: "asc" }] },
} satisfies Prisma.OrganisationSelect;

/** The register of certification bodies as this client sees it, by name. */
export async function listBodies(actor: Actor) {
  if (!may(actor, "register.read")) throw new NotThere();
  return await db(actor).organisation.findMany({
    where: visibleBodies(actor),
    select: bodyFields,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MAX_BODIES,
  });
}

/** One body of the register, with whether the actor keeps its entry. */
export async function readBody(actor: Actor, bodyId: string) {
  if (actor.side === "client" && !may(actor, "register.read")) throw new NotThere();
  const body = await db(actor).organisation.findFirst({
    where: { AND: [{ id: knownId(bodyId) }, visibleBodies(actor)] },
    select: bodyFields,
  });
  if (!body) throw new NotThere();
  return { ...body, isKept: body.managedById === actor.organisationId || body.id === actor.organisationId };
}

export interface BodyInput {
  name: string;
  legalName: string;
  country: string | null;
  languages: string[];
  sectors: string[];
}

/** Adds a body that is not on CertTrail to the client's own register. */
export async function addBody(
  actor: Actor,
  input: BodyInput,
  submission: Submission,
): Promise<{ id: string }> {
  permit(actor, "register.edit");
  return await withTx(actor, submission, async (tx) => {
    const id = newId();
    const { demo } = await tx.organisation.findUniqueOrThrow({
      where: { id: actor.organisationId },
      select: { demo: true },
    });
    await tx.organisation.create({
      data: {
        id,
        kind: "body",
        // Nobody signs in to it; the id keeps two clients' entries of one body apart.
        slug: `body-${id}`,
        ...input,
        demo,
        timeZone: actor.timeZone,
        connected: false,
        managedById: actor.organisationId,
        createdAt: submission.now,
      },
    });
    await tellOrganisation(tx, actor, "register.addBody", id, { body: input.name }, submission.now);
    return { id };
  });
}

/** Changes the entry of a body the client keeps. Another body's entry does not exist for this act. */
export async function editBody(
  actor: Actor,
  { bodyId, version, ...input }: BodyInput & { bodyId: string; version?: number },
  submission: Submission,
): Promise<null> {
  permit(actor, "register.edit");
  return await withTx(actor, submission, async (tx) => {
    const body = await tx.organisation.findFirst({
      where: { AND: [{ id: knownId(bodyId) }, keptBodies(actor)] },
      select: { id: true, version: true },
    });
    if (!body) throw new NotThere();
    await raiseOrganisation(tx, body.id, version ?? body.version, input);
    await tellOrganisation(tx, actor, "register.editBody", body.id, { body: input.name }, submission.now);
    return null;
  });
}
