import "server-only";
import { may } from "../access";
import type { Actor } from "../actor";
import { dayToDate } from "../day";
import { NotThere, Rejected } from "../outcome";
import { keyOfAccreditation } from "../selection/register-file";
import {
  type FileRow,
  type KnownBody,
  type PlannedBody,
  planRegister,
  type RegisterPlan,
} from "../selection/register-plan";
import { accreditationOf, MAX_ACCREDITATIONS } from "./accreditations";
import type { Submission } from "./act";
import { bodyFields, MAX_BODIES, visibleBodies } from "./bodies";
import { db, type Tx } from "./db";
import { newId } from "./new-id";
import { tellOrganisation } from "./organisation-events";
import { raiseOrganisation } from "./organisations";
import { permit } from "./permit";
import { withTx } from "./tx";

/** Errors that a refusal names one by one; the preview shows all of them. */
const MAX_NAMED = 5;

/** What a file would change in the client's register. */
export async function planRegisterImport(actor: Actor, rows: readonly FileRow[]): Promise<RegisterPlan> {
  if (!may(actor, "register.edit")) throw new NotThere();
  return planRegister(rows, await listKnown(db(actor), actor));
}

/**
 * Brings the rows of a file into the client's register, all of them or none: bodies that are known by name and country are changed, others
 * added, nothing is taken away. Throws Rejected with the first lines that are wrong.
 */
export async function importRegister(
  actor: Actor,
  rows: readonly FileRow[],
  submission: Submission,
): Promise<{ count: number }> {
  permit(actor, "register.edit");
  return await withTx(actor, submission, async (tx) => {
    // The register of a client is changed by one import at a time, so that two of the same file do not double it.
    await tx.$executeRaw`SELECT FROM organisation WHERE id = ${actor.organisationId}::uuid FOR UPDATE`;
    const known = await listKnown(tx, actor);
    const { bodies, errors } = planRegister(rows, known);
    if (errors.length > 0) throw new Rejected({ register: sayErrors(errors) });
    const added = bodies.filter(({ id }) => id === null).length;
    if (known.filter(({ isKept }) => isKept).length + added > MAX_BODIES)
      throw new Rejected({ register: `A register has up to ${MAX_BODIES} bodies. Take some rows out.` });
    const written = bodies.filter(({ changes }) => changes.length > 0);
    if (written.length === 0) return { count: 0 };
    await writeBodies(tx, actor, written, submission);
    const data = { bodies: written.length };
    await tellOrganisation(tx, actor, "register.import", actor.organisationId, data, submission.now);
    return { count: written.length };
  });
}

function sayErrors(errors: RegisterPlan["errors"]): string {
  const named = errors.slice(0, MAX_NAMED).map(({ line, text }) => `Line ${line}: ${text}`);
  const rest = errors.length - named.length;
  return [...named, ...(rest > 0 ? [`${rest} more; look at the file to see all.`] : [])].join(" ");
}

async function listKnown(tx: Tx, actor: Actor): Promise<(KnownBody & { heldIds: Map<string, string> })[]> {
  const found = await tx.organisation.findMany({
    where: visibleBodies(actor),
    select: bodyFields,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return found.map(({ managedById, accreditations, ...body }) => ({
    ...body,
    isKept: managedById === actor.organisationId,
    accreditations: accreditations.map(accreditationOf),
    heldIds: new Map(accreditations.map((one) => [keyOfAccreditation(one), one.id])),
  }));
}

async function writeBodies(
  tx: Tx,
  actor: Actor,
  planned: readonly PlannedBody[],
  submission: Submission,
): Promise<void> {
  const known = new Map((await listKnown(tx, actor)).map((body) => [body.id, body]));
  const { demo } = await tx.organisation.findUniqueOrThrow({
    where: { id: actor.organisationId },
    select: { demo: true },
  });
  const bodies = planned.map((body) => ({ ...body, isNew: body.id === null, id: body.id ?? newId() }));
  await tx.organisation.createMany({
    data: bodies
      .filter(({ isNew }) => isNew)
      .map(({ id, ...body }) => ({
        ...{ id, kind: "body", slug: `body-${id}`, ...entryOf(body), demo, connected: false },
        ...{ timeZone: actor.timeZone, managedById: actor.organisationId, createdAt: submission.now },
      })),
  });
  // Each changed entry is a statement of its own: its lists of words have no form in one statement for all of them.
  for (const { isNew, id, ...body } of bodies)
    if (!isNew) await raiseOrganisation(tx, id, undefined, entryOf(body));
  const held = bodies.flatMap(({ id, accreditations }) =>
    accreditations.map((one) => ({
      ...one,
      organisationId: id,
      keptId: known.get(id)?.heldIds.get(keyOfAccreditation(one)),
    })),
  );
  for (const { id, name, accreditations } of bodies) {
    const before = known.get(id)?.heldIds ?? new Map<string, string>();
    const more = accreditations.filter((one) => !before.has(keyOfAccreditation(one)));
    if (before.size + more.length > MAX_ACCREDITATIONS)
      throw new Rejected({ register: `${name} would have more than ${MAX_ACCREDITATIONS} accreditations.` });
  }
  await tx.accreditation.deleteMany({ where: { id: { in: held.flatMap(({ keptId }) => keptId ?? []) } } });
  await tx.accreditation.createMany({
    data: held.map(({ keptId, validFrom, validTo, checkedOn, ...one }) => ({
      ...{ ...one, id: keptId ?? newId() },
      ...{ validFrom: validFrom && dayToDate(validFrom), validTo: validTo && dayToDate(validTo) },
      checkedOn: checkedOn && dayToDate(checkedOn),
    })),
  });
}

function entryOf({ name, legalName, country, languages, sectors }: Omit<PlannedBody, "id">) {
  return { name, legalName, country, languages: [...languages], sectors: [...sectors] };
}
