import { createHash, createHmac, randomBytes } from "node:crypto";
import { environment } from "../env";

const TOKEN_BYTES = 32;

/** A token that cannot be guessed, for sessions, invitations and public links. */
export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString("base64url");
}

/** What is stored of a token: reading the database gives nobody a session. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** A token that only this installation can make again from the same text. */
export function tokenFor(text: string): string {
  return createHmac("sha256", environment().AUTH_SECRET).update(text).digest("base64url");
}
