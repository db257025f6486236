import { generateSecret, generateURI, verify } from "otplib";

const ISSUER = "CertTrail";
/** A clock that goes a step early or late is still understood. */
const TOLERANCE_S = 30;
const CODE = /^\d{6}$/;

/** A secret that an app and this installation share. */
export function makeCodeSecret(): string {
  return generateSecret();
}

/** What an authenticator app scans: whose account, and the secret. */
export function codeAddress(secret: string, email: string): string {
  return generateURI({ issuer: ISSUER, label: email, secret });
}

/** Whether a text has the form of an app's code; anything else can be a recovery code at most. */
export function isAppCode(text: string): boolean {
  return CODE.test(text);
}

/** The time step that a code belongs to, when it is right now and its step comes after the last one used; else null. */
export async function stepOfCode(
  secret: string,
  code: string,
  now: Date,
  lastStep: number | null,
): Promise<number | null> {
  if (!isAppCode(code)) return null;
  const answer = await verify({
    secret,
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: TOLERANCE_S,
    ...(lastStep !== null && { afterTimeStep: lastStep }),
  });
  return answer.valid && "timeStep" in answer ? answer.timeStep : null;
}
