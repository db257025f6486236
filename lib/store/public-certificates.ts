import "server-only";
import type { Day } from "../day";
import type { CertificateView } from "./certificates";
import { db, Prisma } from "./db";

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
  return await db().$queryRaw<PublicCertificate[]>`
    SELECT x.number, x.state, x.organisation_name AS "organisationName", x.body_name AS "bodyName",
      x.body_address AS "bodyAddress", x.scope, x.sites, x.standard_id AS "standardId", x.soa_version AS "soaVersion",
      x.accreditation, x.time_zone AS "timeZone", x.public_token AS "publicToken", x.effective_from::text AS "effectiveFrom",
      x.expires_on::text AS "expiresOn", x.suspended_on::text AS "suspendedOn", x.ended_on::text AS "endedOn", p.demo,
      CASE WHEN x.state = 'superseded' THEN (SELECT s.number FROM certificate s
        WHERE s.project_id = x.project_id AND s.state <> 'superseded' ORDER BY s.issued_at DESC, s.id DESC LIMIT 1) END AS "replacedBy",
      (SELECT e.organisation_name FROM event e JOIN recorded_act r ON r.event_id = e.id
        WHERE e.project_id = x.project_id AND e.subject_id = x.id AND e.kind = 'certificate.issue'
          AND r.standing <> 'confirmed' LIMIT 1) AS "recordedBy"
    FROM certificate x JOIN project p ON p.id = x.project_id
    WHERE ${condition}
    ORDER BY x.issued_at DESC, x.id DESC LIMIT ${MAX_SAME_NUMBER}`;
}

/** The certificate behind a public link. Asked by anybody, so it takes no actor and shows only what is public. */
export async function findByToken(token: string): Promise<PublicCertificate | null> {
  const [found] = await readWhere(Prisma.sql`x.public_token = ${withoutNul(token)}`);
  return found ?? null;
}

/** The certificate with that number and that organisation: both are needed, so that nobody can list a body's clients. */
export async function findByNumber(number: string, organisation: string): Promise<PublicCertificate | null> {
  const same = await readWhere(Prisma.sql`x.number = ${withoutNul(number).trim()}`);
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
