import "server-only";
import { createTransport, type Transporter } from "nodemailer";
import { environment } from "../env";
import type { Letter } from "./letter";

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

const kept = globalThis as typeof globalThis & { certtrailMail?: Transporter };

function transport(): Transporter {
  kept.certtrailMail ??= createTransport({
    url: environment().CERTTRAIL_SMTP,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // What a message holds is text of ours: no file and no address is ever fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return kept.certtrailMail;
}

/** Why the mail server did not take a letter. */
export class MailRefused extends Error {
  override name = "MailRefused";

  constructor(
    /** "550", "ECONNREFUSED": what can be shown to an administrator. */
    readonly code: string,
    /** It will never take it: another try is in vain. */
    readonly isFinal: boolean,
  ) {
    super(`The mail was not taken: ${code}`);
  }
}

/** Hands a letter to the mail server. Throws MailRefused. */
export async function sendLetter(letter: Letter): Promise<void> {
  try {
    await transport().sendMail({ ...letter, from: environment().CERTTRAIL_MAIL_FROM });
  } catch (error) {
    throw refusalOf(error);
  }
}

/** A reply from 500 on is final (RFC 5321 4.2.1); 535 is not: the password is the installation's fault, not the letter's. */
function refusalOf(error: unknown): MailRefused {
  const { responseCode, code } = (error ?? {}) as { responseCode?: unknown; code?: unknown };
  const reply = typeof responseCode === "number" ? responseCode : null;
  const name = reply === null ? (typeof code === "string" ? code : "no answer") : String(reply);
  return new MailRefused(name, reply !== null && reply >= 500 && code !== "EAUTH");
}
