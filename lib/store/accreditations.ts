import "server-only";
import type { Actor } from "../actor";
import { dateToDay, dayToDate } from "../day";
import { NotThere, Rejected } from "../outcome";
import type { Accreditation } from "../selection/accreditation-gate";
import type { Submission } from "./act";
import { keptBodies } from "./bodies";
import type { Tx } from "./db";
import { newId } from "./new-id";
import { tellOrganisation } from "./organisation-events";
import { raiseOrganisation } from "./organisations";
import { permit } from "./permit";
import { knownId } from "./reach";
import { withTx } from "./tx";

export const MAX_ACCREDITATIONS = 50;

export interface AccreditationInput extends Accreditation {
  bodyId: string;
  /** Null adds a new one. */
  accreditationId: string | null;
}

/** An accreditation row of the database with its days as days. */
export function accreditationOf<
  R extends Omit<Accreditation, "validFrom" | "validTo" | "checkedOn"> & {
    id: string;
    validFrom: Date | null;
    validTo: Date | null;
    checkedOn: Date | null;
  },
>(row: R): Accreditation & { id: string } {
  const { id, accreditationBody, scheme, number, recognition, checkedBy, sourceUrl } = row;
  return {
    id,
    accreditationBody,
    scheme,
    number,
    recognition,
    checkedBy,
    sourceUrl,
    validFrom: row.validFrom && dateToDay(row.validFrom),
    validTo: row.validTo && dateToDay(row.validTo),
    checkedOn: row.checkedOn && dateToDay(row.checkedOn),
  };
}

/** Adds or changes an accreditation of a body whose entry the actor keeps (domain.md 0: body, scheme, accreditation body). */
export async function saveAccreditation(
  actor: Actor,
  { bodyId, accreditationId, ...input }: AccreditationInput,
  submission: Submission,
): Promise<null> {
  permit(actor, "accreditation.edit");
  if (input.validFrom && input.validTo && input.validTo < input.validFrom) {
    throw new Rejected({ validTo: "The last day lies before the first day. Change one of them." });
  }
  return await withTx(actor, submission, async (tx) => {
    const body = await findKeptBody(tx, actor, bodyId);
    const data = {
      ...input,
      validFrom: input.validFrom && dayToDate(input.validFrom),
      validTo: input.validTo && dayToDate(input.validTo),
      checkedOn: input.checkedOn && dayToDate(input.checkedOn),
      // Whoever notes a check and names nobody made it; without a day there was none.
      checkedBy: input.checkedOn && (input.checkedBy ?? actor.personName),
    };
    if (accreditationId === null) {
      const count = await tx.accreditation.count({ where: { organisationId: body.id } });
      if (count >= MAX_ACCREDITATIONS) {
        throw new Rejected({
          number: `Up to ${MAX_ACCREDITATIONS} accreditations are kept. Remove one that ended.`,
        });
      }
      await tx.accreditation.create({ data: { id: newId(), organisationId: body.id, ...data } });
    } else {
      const where = { id: knownId(accreditationId), organisationId: body.id };
      const { count } = await tx.accreditation.updateMany({ where, data });
      if (count !== 1) throw new NotThere();
    }
    await tellAccreditation(tx, actor, submission, body);
    return null;
  });
}

/** Removes an accreditation that was entered by mistake; one that ended stays with its last day. */
export async function removeAccreditation(
  actor: Actor,
  { bodyId, accreditationId }: { bodyId: string; accreditationId: string },
  submission: Submission,
): Promise<null> {
  permit(actor, "accreditation.edit");
  return await withTx(actor, submission, async (tx) => {
    const body = await findKeptBody(tx, actor, bodyId);
    const where = { id: knownId(accreditationId), organisationId: body.id };
    const { count } = await tx.accreditation.deleteMany({ where });
    if (count !== 1) throw new NotThere();
    await tellAccreditation(tx, actor, submission, body);
    return null;
  });
}

async function findKeptBody(tx: Tx, actor: Actor, bodyId: string) {
  const body = await tx.organisation.findFirst({
    where: { AND: [{ id: knownId(bodyId) }, keptBodies(actor)] },
    select: { id: true, name: true },
  });
  if (!body) throw new NotThere();
  await raiseOrganisation(tx, body.id);
  return body;
}

async function tellAccreditation(
  tx: Tx,
  actor: Actor,
  submission: Submission,
  body: { id: string; name: string },
): Promise<void> {
  await tellOrganisation(
    tx,
    actor,
    "register.editAccreditation",
    body.id,
    { body: body.name },
    submission.now,
  );
}
