import "server-only";
import type { Actor } from "../actor";
import { NotThere, Rejected } from "../outcome";
import { paths } from "../paths";
import { hashToken, makeToken, tokenFor } from "../session/token";
import { FRONT_DOOR, type Tx, withAsker } from "./db";
import { sendLink } from "./messages";
import { newId } from "./new-id";
import { hashNewPassword } from "./new-password";
import { tellOrganisation } from "./organisation-events";
import { permit } from "./permit";
import { pool } from "./pool";
import { knownId } from "./reach";
import { isMailSetUp } from "./send-notices";
import { endSessionsOf } from "./sessions";
import { type ActRequest, withTx } from "./tx";
import { actsElsewhere } from "./whereabouts";

const MINUTE_MS = 60_000;
/** A reset link works so long. */
export const RESET_MINUTES = 30;

/**
 * Makes the link by which a member of the own organisation sets a new password; earlier links of that person end.
 * Returns its token, which is shown once and stored only as its hash. Nobody takes over an account that opens another
 * organisation too.
 */
export async function makeResetLink(
  actor: Actor,
  input: { personId: string },
  request: ActRequest,
): Promise<{ token: string; personName: string }> {
  permit(actor, "people.manage");
  const { organisationId } = actor;
  const personId = knownId(input.personId);
  const token = tokenFor(`reset ${personId} ${request.id}`);
  const personName = await withTx(actor, request, async (tx) => {
    const member = await tx.membership.findFirst({
      where: { organisationId, personId, active: true, person: { email: { not: null } } },
      select: { person: { select: { name: true, email: true } } },
    });
    if (!member) throw new NotThere();
    if (await actsElsewhere(personId, organisationId, tx)) {
      throw new Rejected({
        person: "This account opens another organisation too, so no single administrator can reset it.",
      });
    }
    const { name, email } = member.person;
    const owner = { personId, organisationId, address: email ?? "" };
    await makeLink(tx, owner, { token, madeById: actor.personId, now: request.now });
    await tellOrganisation(tx, actor, "account.makeResetLink", personId, { person: name }, request.now);
    return name;
  });
  return { token, personName };
}

/**
 * Mails whoever has this address a link to set a new password; does nothing where nobody has it, or no password opens the
 * account. It goes to the address alone, so it may serve an account that opens several organisations.
 */
export async function mailResetLink(address: string, now: Date): Promise<void> {
  if (!isMailSetUp()) return;
  await withAsker(FRONT_DOOR, async (tx) => {
    const person = await tx.person.findFirst({
      where: { email: address.trim().toLowerCase(), passwordHash: { not: null } },
      select: { id: true, name: true, email: true },
    });
    const member =
      person &&
      (await tx.membership.findFirst({
        where: { personId: person.id, active: true, organisation: { connected: true } },
        select: { organisationId: true },
        orderBy: { organisationId: "asc" },
      }));
    if (!person?.email || !member) return;
    const { organisationId } = member;
    const owner = { personId: person.id, organisationId, address: person.email };
    await makeLink(tx, owner, { token: makeToken(), madeById: person.id, now });
    const who = { organisationId, personId: person.id, personName: person.name };
    await tellOrganisation(tx, who, "account.makeResetLink", person.id, { person: person.name }, now);
  });
}

/** Ends the person's earlier links, makes the one of the token and, where mail is set up, sends it. */
async function makeLink(
  tx: Tx,
  { personId, organisationId, address }: { personId: string; organisationId: string; address: string },
  { token, madeById, now }: { token: string; madeById: string; now: Date },
): Promise<void> {
  await endLinksOf(tx, personId, now);
  const endsAt = new Date(now.getTime() + RESET_MINUTES * MINUTE_MS);
  const tokenHash = hashToken(token);
  await tx.passwordReset.create({
    data: { id: newId(), personId, organisationId, tokenHash, madeById, createdAt: now, endsAt },
  });
  const subject = `Set a new password, within ${RESET_MINUTES} minutes`;
  const link = { organisationId, address, subject, about: "CertTrail", path: paths.reset(token) };
  await sendLink(tx, { ...link, kind: "reset" }, now);
}

/** Whose password a link sets. Throws NotThere for a link that was used, has ended or never was. */
export async function findReset(token: string, now: Date): Promise<{ personName: string; email: string }> {
  const reset = await pool().passwordReset.findFirst({
    where: { tokenHash: hashToken(token), usedAt: null, endsAt: { gt: now } },
    select: { person: { select: { name: true, email: true } } },
  });
  if (!reset) throw new NotThere();
  return { personName: reset.person.name, email: reset.person.email ?? "" };
}

/** Sets a new password by a link, once, and ends every sign-in of the person. A second factor stays as it is. */
export async function resetPassword(token: string, password: string, now: Date): Promise<void> {
  await withAsker(FRONT_DOOR, async (tx) => {
    const where = { tokenHash: hashToken(token), usedAt: null, endsAt: { gt: now } };
    const { count } = await tx.passwordReset.updateMany({ where, data: { usedAt: now } });
    if (count !== 1) throw new NotThere();
    const { person, organisationId } = await tx.passwordReset.findUniqueOrThrow({
      where: { tokenHash: hashToken(token) },
      include: { person: true },
    });
    const member = await tx.membership.findFirst({
      where: { organisationId, personId: person.id, active: true },
      select: { organisation: { select: { name: true } } },
    });
    if (!member) throw new NotThere();
    const owner = { name: person.name, email: person.email ?? "", organisation: member.organisation.name };
    const passwordHash = await hashNewPassword(password, owner);
    await tx.person.update({ where: { id: person.id }, data: { passwordHash } });
    await endLinksOf(tx, person.id, now);
    const sessions = await endSessionsOf(tx, person.id, now);
    const who = { organisationId, personId: person.id, personName: person.name };
    await tellOrganisation(tx, who, "account.resetPassword", person.id, { sessions }, now);
  });
}

async function endLinksOf(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.passwordReset.updateMany({ where: { personId, usedAt: null }, data: { usedAt: now } });
}
