import "server-only";
import type { Actor } from "../actor";
import { NotThere, Rejected } from "../outcome";
import { codeAddress, isAppCode, makeCodeSecret, stepOfCode } from "../session/one-time-code";
import { seal, unseal } from "../session/seal";
import { tokenFor } from "../session/token";
import type { Tx } from "./db";
import { tellOrganisation } from "./organisation-events";
import { permit } from "./permit";
import { pool } from "./pool";
import { endSessionsOf, type SignedIn } from "./sessions";
import { type ActRequest, withTx } from "./tx";

const MINUTE_MS = 60_000;
const PURPOSE = "second factor";
export const RECOVERY_CODES = 10;
/** Characters of a recovery code, of 64 each. */
const CODE_LENGTH = 10;
/** So many wrong codes in a row end the attempt; the next one is taken so much later. */
export const MAX_WRONG_CODES = 5;
export const LOCK_MINUTES = 15;

/** A secret for a new authenticator app. It is kept nowhere: the form brings it back sealed, with the first code. */
export function proposeAppSecret({ personId, email }: Pick<SignedIn, "personId" | "email">) {
  const secret = makeCodeSecret();
  return { secret, sealed: seal(secret, PURPOSE, personId), address: codeAddress(secret, email) };
}

/**
 * Sets up an authenticator app by its first code. Returns the recovery codes, which are shown this once. All other
 * sign-ins end, because they were made with the password alone.
 */
export async function setUpApp(
  actor: Actor,
  session: SignedIn,
  input: { sealed: string; code: string },
  request: ActRequest,
): Promise<string[]> {
  permit(actor, "account.addFactor");
  const { personId } = actor;
  const codes = recoveryCodes(personId, request);
  await withTx(actor, request, async (tx) => {
    const secret = unseal(input.sealed, PURPOSE, personId);
    if (!secret) throw new NotThere();
    if (await tx.secondFactor.findUnique({ where: { personId }, select: { personId: true } })) {
      throw new Rejected({
        code: "An authenticator app is set up already. Remove it first to use another one.",
      });
    }
    const lastStep = await stepOfCode(secret, input.code, request.now, null);
    if (lastStep === null) {
      throw new Rejected({
        code: "This is not the code the app shows now. Check the clock of the phone, then try again.",
      });
    }
    await tx.secondFactor.create({
      data: { personId, sealedSecret: seal(secret, PURPOSE, personId), lastStep, createdAt: request.now },
    });
    await keepCodes(tx, personId, codes);
    await tx.session.update({
      where: { id: session.sessionId },
      data: { level: "second_factor", provenAt: request.now },
    });
    await endSessionsOf(tx, personId, request.now, session);
    await tellOrganisation(
      tx,
      actor,
      "account.addFactor",
      personId,
      { factor: "an authenticator app" },
      request.now,
    );
    return null;
  });
  return codes;
}

/** Ten new recovery codes in place of the old ones; they are shown this once. */
export async function makeRecoveryCodes(actor: Actor, request: ActRequest): Promise<string[]> {
  permit(actor, "account.addFactor");
  const { personId } = actor;
  const codes = recoveryCodes(personId, request);
  await withTx(actor, request, async (tx) => {
    if (!(await tx.secondFactor.findUnique({ where: { personId } }))) throw new NotThere();
    await tx.recoveryCode.deleteMany({ where: { personId } });
    await keepCodes(tx, personId, codes);
    await tellOrganisation(
      tx,
      actor,
      "account.addFactor",
      personId,
      { factor: "new recovery codes" },
      request.now,
    );
    return null;
  });
  return codes;
}

/** Removes the authenticator app and its recovery codes. Every session falls back to what the password alone opens. */
export async function removeApp(actor: Actor, request: ActRequest): Promise<null> {
  permit(actor, "account.removeFactor");
  const { personId } = actor;
  return await withTx(actor, request, async (tx) => {
    const { count } = await tx.secondFactor.deleteMany({ where: { personId } });
    if (count !== 1) throw new NotThere();
    await tx.session.updateMany({ where: { personId }, data: { level: "password" } });
    const data = { factor: "the authenticator app" };
    await tellOrganisation(tx, actor, "account.removeFactor", personId, data, request.now);
    return null;
  });
}

/** The ways besides the password by which a person proves who they are. */
export async function readFactors(personId: string) {
  const app = await pool().secondFactor.findUnique({ where: { personId }, select: { createdAt: true } });
  const codesLeft = await pool().recoveryCode.count({ where: { personId, usedAt: null } });
  return { appSince: app?.createdAt ?? null, codesLeft };
}

/** What a code was worth. "locked" also for a right one while too many wrong ones are not long enough ago. */
export type CodeVerdict = "right" | "wrong" | "locked";

/**
 * Checks the code of the app, or a recovery code, and uses it up. A wrong one is counted in a transaction of its own,
 * so that nothing which fails afterwards takes the count back.
 */
export async function checkCode(personId: string, typed: string, now: Date): Promise<CodeVerdict> {
  const code = typed.replace(/[\s]/g, "");
  return await pool().$transaction(async (tx) => {
    // Two codes at once are looked at one after the other, or one step could count twice.
    await tx.$executeRaw`SELECT FROM second_factor WHERE person_id = ${personId}::uuid FOR UPDATE`;
    const factor = await tx.secondFactor.findUnique({ where: { personId } });
    if (!factor) return "wrong";
    if (factor.lockedUntil && factor.lockedUntil > now) return "locked";
    const lastStep = await redeemCode(tx, factor, code, now);
    if (lastStep !== null) {
      await tx.secondFactor.update({
        where: { personId },
        data: { lastStep, wrongCodes: 0, lockedUntil: null },
      });
      return "right";
    }
    const wrongCodes = factor.wrongCodes + 1;
    const isLast = wrongCodes >= MAX_WRONG_CODES;
    const lockedUntil = isLast ? new Date(now.getTime() + LOCK_MINUTES * MINUTE_MS) : null;
    await tx.secondFactor.update({
      where: { personId },
      data: { wrongCodes: isLast ? 0 : wrongCodes, lockedUntil },
    });
    return isLast ? "locked" : "wrong";
  });
}

interface Factor {
  personId: string;
  sealedSecret: string;
  lastStep: number;
}

/** The time step after which the next code must lie; null for a wrong code. */
async function redeemCode(tx: Tx, factor: Factor, code: string, now: Date): Promise<number | null> {
  const { personId, sealedSecret, lastStep } = factor;
  if (isAppCode(code)) {
    const secret = unseal(sealedSecret, PURPOSE, personId);
    if (!secret) throw new Error("The second factor was sealed with another AUTH_SECRET.");
    return await stepOfCode(secret, code, now, lastStep);
  }
  const { count } = await tx.recoveryCode.updateMany({
    where: { personId, codeHash: hashCode(personId, code), usedAt: null },
    data: { usedAt: now },
  });
  return count === 1 ? lastStep : null;
}

/** Made from the request, so that a repeat shows the same codes and no table ever holds them. */
function recoveryCodes(personId: string, { id }: ActRequest): string[] {
  return Array.from({ length: RECOVERY_CODES }, (_, index) =>
    tokenFor(`recovery code ${personId} ${id} ${index}`).slice(0, CODE_LENGTH),
  );
}

const hashCode = (personId: string, code: string) => tokenFor(`hash of recovery code ${personId} ${code}`);

async function keepCodes(tx: Tx, personId: string, codes: readonly string[]): Promise<void> {
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ personId, codeHash: hashCode(personId, code) })),
  });
}
