import "server-only";
import { type Day, isOnOrBefore } from "../day";
import { NotThere } from "../outcome";
import { findStandard } from "../standards/editions";
import type { Tx } from "./db";
import type { LoadedProject } from "./record";

export interface CertifiedSite {
  name: string;
  address: string;
  activity: string;
}

/** The accreditation under which a certificate is issued, as it stood on the day of the decision. */
export interface CertifiedAccreditation {
  accreditationBody: string;
  scheme: string;
  number: string;
  recognition: string | null;
}

/** What a certificate says, apart from its number and its days (CRT-1, ISO/IEC 17021-1 8.2.2). */
export interface CertificateContent {
  organisationName: string;
  bodyName: string;
  bodyAddress: string | null;
  scope: string;
  sites: CertifiedSite[];
  standardId: string;
  /** Null for a standard without a Statement of Applicability. */
  soaVersion: string | null;
  soaApprovedOn: Day | null;
  /** Null when the body holds no accreditation for this standard on that day. */
  accreditation: CertifiedAccreditation | null;
}

/** What a certificate decided on that day says: read from the record as it stands now. */
export async function readContent(
  db: Tx,
  { record }: LoadedProject,
  decidedOn: Day,
): Promise<CertificateContent> {
  const { clientId, bodyId, standardId, certificationCase } = record;
  if (!bodyId) throw new NotThere();
  const [row] = await db.$queryRaw<ContentRow[]>`
    SELECT c.legal_name AS "organisationName", b.legal_name AS "bodyName",
      (SELECT s.address FROM site s WHERE s.organisation_id = b.id AND NOT s.retired ORDER BY s.id LIMIT 1) AS "bodyAddress",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'address', s.address, 'activity', s.activity) ORDER BY s.id), '[]')
        FROM site s WHERE s.organisation_id = c.id AND s.id = ANY(${[...record.siteIds]}::uuid[])) AS sites,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('accreditationBody', a.accreditation_body, 'scheme', a.scheme,
          'number', a.number, 'recognition', a.recognition, 'validFrom', a.valid_from, 'validTo', a.valid_to) ORDER BY a.id), '[]')
        FROM accreditation a WHERE a.organisation_id = b.id) AS accreditations
    FROM organisation c, organisation b WHERE c.id = ${clientId}::uuid AND b.id = ${bodyId}::uuid`;
  if (!row) throw new NotThere();
  const { accreditations, ...words } = row;
  const soa = record.needsSoa ? (certificationCase?.soa ?? null) : null;
  return {
    ...words,
    scope: record.scope,
    standardId,
    soaVersion: soa?.version ?? null,
    soaApprovedOn: soa?.approvedOn ?? null,
    accreditation: findAccreditation(accreditations, standardId, decidedOn),
  };
}

type HeldAccreditation = CertifiedAccreditation & { validFrom: Day | null; validTo: Day | null };

interface ContentRow {
  organisationName: string;
  bodyName: string;
  bodyAddress: string | null;
  sites: CertifiedSite[];
  accreditations: HeldAccreditation[];
}

/** The accreditation of the standard that was in force on that day; null when there is none. */
function findAccreditation(
  held: readonly HeldAccreditation[],
  standardId: string,
  on: Day,
): CertifiedAccreditation | null {
  const scheme = findStandard(standardId)?.name.split(":")[0];
  if (!scheme) return null;
  const found = held.find(
    ({ scheme: held, validFrom, validTo }) =>
      held.includes(scheme) &&
      (validFrom === null || isOnOrBefore(validFrom, on)) &&
      (validTo === null || isOnOrBefore(on, validTo)),
  );
  if (!found) return null;
  const { accreditationBody, number, recognition } = found;
  return { accreditationBody, scheme: found.scheme, number, recognition };
}
