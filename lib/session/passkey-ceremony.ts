import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from "@simplewebauthn/server";
import { environment } from "../env";

const NAME = "CertTrail";
/** A challenge is answered within this time, or made anew. */
export const CHALLENGE_MINUTES = 5;
const TIMEOUT_MS = CHALLENGE_MINUTES * 60_000;

/** Passkeys belong to the address people use: one made for another address answers nothing here. */
function party(): { origin: string; id: string } {
  const { origin, hostname } = new URL(environment().CERTTRAIL_ORIGIN);
  return { origin, id: hostname };
}

/** A passkey as it is kept. */
export type KeptCredential = Pick<WebAuthnCredential, "id" | "publicKey" | "counter" | "transports">;

/** Which passkeys a person has, for the browser to leave out or to ask for. */
export type KnownCredential = Pick<WebAuthnCredential, "id" | "transports">;

/** What a browser needs to make a passkey that finds its person by itself and asks for finger, face or PIN. */
export async function askForNewPasskey(
  person: { id: string; name: string; email: string },
  known: readonly KnownCredential[],
) {
  return await generateRegistrationOptions({
    rpName: NAME,
    rpID: party().id,
    userID: new TextEncoder().encode(person.id),
    userName: person.email,
    userDisplayName: person.name,
    timeout: TIMEOUT_MS,
    excludeCredentials: [...known],
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** What a browser needs to use a passkey: one of these, or whichever the person has here. */
export async function askForPasskey(known?: readonly KnownCredential[]) {
  return await generateAuthenticationOptions({
    rpID: party().id,
    timeout: TIMEOUT_MS,
    userVerification: "required",
    ...(known && { allowCredentials: [...known] }),
  });
}

/** The passkey that a browser made for this challenge; null when anything about the answer does not fit. */
export async function readNewPasskey(answer: string, challenge: string): Promise<KeptCredential | null> {
  const { origin, id } = party();
  const verified = await orNull(() =>
    verifyRegistrationResponse({
      response: JSON.parse(answer) as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    }),
  );
  return verified?.verified ? verified.registrationInfo.credential : null;
}

/** The counter of a passkey after it answered this challenge; null when anything about the answer does not fit. */
export async function readPasskeyUse(
  answer: string,
  challenge: string,
  credential: KeptCredential,
): Promise<number | null> {
  const { origin, id } = party();
  const verified = await orNull(() =>
    verifyAuthenticationResponse({
      response: JSON.parse(answer) as AuthenticationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      credential,
      requireUserVerification: true,
    }),
  );
  return verified?.verified ? verified.authenticationInfo.newCounter : null;
}

/** Which challenge an answer says it answers, and with which passkey; null for a text that is no answer. */
export function readAnswer(answer: string): { challenge: string; credentialId: string } | null {
  return orNullNow(() => {
    const { id, response } = JSON.parse(answer) as { id: unknown; response: { clientDataJSON: string } };
    const data: unknown = JSON.parse(Buffer.from(response.clientDataJSON, "base64url").toString("utf8"));
    const { challenge } = data as { challenge: unknown };
    return typeof id === "string" && typeof challenge === "string" ? { challenge, credentialId: id } : null;
  });
}

/** The library throws for every answer that does not fit; to whoever asks they are one. */
async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch {
    return null;
  }
}

function orNullNow<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
