import "server-only";
import type { Day } from "../day";
import type { CertificateView } from "./certificates";
import { Prisma } from "./db";
import { pool } from "./pool";

/** What anybody may know of a certificate (CRT-3): nothing internal, and no name of a person. */
export interface PublicCertificate
  extends Pick<
    CertificateView,
    | "number"
    | "state"
    | "organisationName"
    | "bodyName"
    | "bodyAddress"
    | "scope"
    | "sites"
    | "standardId"
    | "soaVersion"
    | "accreditation"
    | "timeZone"
    | "publicToken"
  > {
  effectiveFrom: Day;
  expiresOn: Day;
  suspendedOn: Day | null;
  endedOn: Day | null;
  /** The number of the version that replaces this one. */
  replacedBy: string | null;
  /** The client that wrote the certificate down for a body that has not confirmed it; null when the body stands behind it. */
  recordedBy: string | null;
  /** Part of the demonstration: it certifies nothing. */
  demo: boolean;
}

/** More certificates of one number than this are not compared; numbers are unique per body. */
const MAX_SAME_NUMBER = 50;

/** Everything the page says in one statement, so that a miss costs exactly what a hit costs. */
async function readWhere(condition: Prisma.Sql): Promise<PublicCertificate[]> {
  return await pool().$queryRaw<PublicCertificate[]>`
    SELECT number, state, organisation_name AS "organisationName", body_name AS "bodyName", body_address AS "bodyAddress", scope,
      sites, standard_id AS "standardId", soa_version AS "soaVersion", accreditation, time_zone AS "timeZone",
      public_token AS "publicToken", effective_from::text AS "effectiveFrom", expires_on::text AS "expiresOn",
      suspended_on::text AS "suspendedOn", ended_on::text AS "endedOn", demo, replaced_by AS "replacedBy",
      recorded_by AS "recordedBy"
    FROM public_certificate
    WHERE ${condition}
    ORDER BY issued_at DESC, id DESC LIMIT ${MAX_SAME_NUMBER}`;
}

/** The certificate behind a public link. Asked by anybody, so it takes no actor and shows only what is public. */
export async function findByToken(token: string): Promise<PublicCertificate | null> {
  const [found] = await readWhere(Prisma.sql`public_token = ${withoutNul(token)}`);
  return found ?? null;
}

/** The certificate with that number and that organisation: both are needed, so that nobody can list a body's clients. */
export async function findByNumber(number: string, organisation: string): Promise<PublicCertificate | null> {
  const same = await readWhere(Prisma.sql`number = ${withoutNul(number).trim()}`);
  return same.find(({ organisationName }) => isSameName(organisationName, organisation)) ?? null;
}

/** Names are compared without case, spacing and punctuation: "northwind ltd." finds "Northwind Ltd". */
function isSameName(kept: string, asked: string): boolean {
  return spell(kept) === spell(asked) && spell(asked) !== "";
}

function spell(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Postgres holds no NUL in a text; an address can carry one. */
function withoutNul(text: string): string {
  return text.replaceAll("\0", "");
}
