import "server-only";
import type { Actor } from "../actor";
import { NotThere, Rejected } from "../outcome";
import {
  askForNewPasskey,
  askForPasskey,
  CHALLENGE_MINUTES,
  type KnownCredential,
  readAnswer,
  readNewPasskey,
  readPasskeyUse,
} from "../session/passkey-ceremony";
import { newId } from "./new-id";
import { tellOrganisation } from "./organisation-events";
import { permit } from "./permit";
import { pool } from "./pool";
import { knownId } from "./reach";
import type { SignedIn } from "./sessions";
import { type ActRequest, withTx } from "./tx";

const MINUTE_MS = 60_000;
/** Passkeys of one person. */
export const MAX_PASSKEYS = 20;

/** For what a challenge was made: one for a proof signs nobody in. */
interface Challenge {
  purpose: "register" | "sign_in" | "prove";
  personId: string | null;
}

async function keepChallenge(challenge: string, { purpose, personId }: Challenge, now: Date): Promise<void> {
  await pool().passkeyChallenge.deleteMany({ where: { endsAt: { lte: now } } });
  const endsAt = new Date(now.getTime() + CHALLENGE_MINUTES * MINUTE_MS);
  await pool().passkeyChallenge.create({ data: { challenge, purpose, personId, endsAt } });
}

/** Uses a challenge up, whatever becomes of its answer. False for one that was used, has ended or was made for something else. */
async function takeChallenge(
  challenge: string,
  { purpose, personId }: Challenge,
  now: Date,
): Promise<boolean> {
  const { count } = await pool().passkeyChallenge.deleteMany({
    where: { challenge, purpose, personId, endsAt: { gt: now } },
  });
  return count === 1;
}

async function listCredentials(personId: string): Promise<KnownCredential[]> {
  const passkeys = await pool().passkey.findMany({
    where: { personId },
    select: { credentialId: true, transports: true },
    take: MAX_PASSKEYS,
  });
  return passkeys.map(({ credentialId, transports }) => ({
    id: credentialId,
    transports: transports as KnownCredential["transports"],
  }));
}

/** The passkeys of the person by age. */
export async function listPasskeys(personId: string) {
  return await pool().passkey.findMany({
    where: { personId },
    select: { id: true, name: true, createdAt: true, usedAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MAX_PASSKEYS,
  });
}

/** What the browser needs to make a passkey for the person who asks. */
export async function beginNewPasskey({ personId, personName, email }: SignedIn, now: Date) {
  const known = await listCredentials(personId);
  if (known.length >= MAX_PASSKEYS) {
    throw new Rejected({ name: `You have ${MAX_PASSKEYS} passkeys. Remove one you no longer use first.` });
  }
  const options = await askForNewPasskey({ id: personId, name: personName, email }, known);
  await keepChallenge(options.challenge, { purpose: "register", personId }, now);
  return options;
}

/** Keeps the passkey that the browser made; the session has a second factor from then on. */
export async function addPasskey(
  actor: Actor,
  session: SignedIn,
  input: { name: string; answer: string },
  request: ActRequest,
): Promise<null> {
  permit(actor, "account.addFactor");
  const { personId } = actor;
  return await withTx(actor, request, async (tx) => {
    const said = readAnswer(input.answer);
    const isOurs =
      said !== null && (await takeChallenge(said.challenge, { purpose: "register", personId }, request.now));
    const made = isOurs ? await readNewPasskey(input.answer, said.challenge) : null;
    if (!made)
      throw new Rejected({ name: "The passkey was not made in time, or not for this address. Try again." });
    if (await tx.passkey.findUnique({ where: { credentialId: made.id }, select: { id: true } })) {
      throw new Rejected({ name: "This passkey is known here already." });
    }
    await tx.passkey.create({
      data: {
        id: newId(),
        personId,
        name: input.name,
        credentialId: made.id,
        publicKey: Uint8Array.from(made.publicKey),
        counter: made.counter,
        transports: made.transports ?? [],
        createdAt: request.now,
      },
    });
    await tx.session.update({
      where: { id: session.sessionId },
      data: { level: "second_factor", provenAt: request.now },
    });
    await tellOrganisation(tx, actor, "account.addFactor", personId, { factor: "a passkey" }, request.now);
    return null;
  });
}

/** Removes one passkey of the person. Throws NotThere for one that is not theirs. */
export async function removePasskey(actor: Actor, passkeyId: string, request: ActRequest): Promise<null> {
  permit(actor, "account.removeFactor");
  const { personId } = actor;
  return await withTx(actor, request, async (tx) => {
    const { count } = await tx.passkey.deleteMany({ where: { id: knownId(passkeyId), personId } });
    if (count !== 1) throw new NotThere();
    const left = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { secondFactor: { select: { personId: true } }, passkeys: { select: { id: true }, take: 1 } },
    });
    if (!left.secondFactor && left.passkeys.length === 0) {
      await tx.session.updateMany({ where: { personId }, data: { level: "password" } });
    }
    await tellOrganisation(tx, actor, "account.removeFactor", personId, { factor: "a passkey" }, request.now);
    return null;
  });
}

/** What the browser needs to prove with a passkey of this person, or to sign in with whichever it has. */
export async function beginPasskey(personId: string | null, now: Date) {
  const options = await askForPasskey(personId === null ? undefined : await listCredentials(personId));
  const purpose = personId === null ? "sign_in" : "prove";
  await keepChallenge(options.challenge, { purpose, personId }, now);
  return options;
}

/** Whose passkey answered, for a sign-in (nobody is expected) or as a proof of this person; null when it does not fit. */
export async function checkPasskey(
  personId: string | null,
  answer: string,
  now: Date,
): Promise<string | null> {
  const said = readAnswer(answer);
  const purpose = personId === null ? "sign_in" : "prove";
  if (!said || !(await takeChallenge(said.challenge, { purpose, personId }, now))) return null;
  const passkey = await pool().passkey.findUnique({ where: { credentialId: said.credentialId } });
  if (!passkey || (personId !== null && passkey.personId !== personId)) return null;
  const counter = await readPasskeyUse(answer, said.challenge, {
    id: passkey.credentialId,
    publicKey: Uint8Array.from(passkey.publicKey),
    counter: Number(passkey.counter),
  });
  if (counter === null) return null;
  // Two answers of one passkey at once: the second finds another counter, as a copied one would.
  const { count } = await pool().passkey.updateMany({
    where: { id: passkey.id, counter: passkey.counter },
    data: { counter, usedAt: now },
  });
  return count === 1 ? passkey.personId : null;
}
