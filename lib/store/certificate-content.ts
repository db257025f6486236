import "server-only";
import { type Day, dateToDay, isOnOrBefore } from "../day";
import { NotThere } from "../outcome";
import { findStandard } from "../standards/editions";
import type { Db, Prisma } from "./db";
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
  db: Db,
  { record }: LoadedProject,
  decidedOn: Day,
): Promise<CertificateContent> {
  const { clientId, bodyId, standardId, certificationCase } = record;
  if (!bodyId) throw new NotThere();
  const parties = await db.organisation.findMany({
    where: { id: { in: [clientId, bodyId] } },
    select: {
      id: true,
      legalName: true,
      accreditations: { orderBy: { id: "asc" } },
      sites: { orderBy: { id: "asc" } },
    },
  });
  const client = parties.find(({ id }) => id === clientId);
  const body = parties.find(({ id }) => id === bodyId);
  if (!client || !body) throw new NotThere();
  const soa = record.needsSoa ? (certificationCase?.soa ?? null) : null;
  return {
    organisationName: client.legalName,
    bodyName: body.legalName,
    bodyAddress: body.sites.find(({ retired }) => !retired)?.address ?? null,
    scope: record.scope,
    sites: client.sites
      .filter(({ id }) => record.siteIds.includes(id))
      .map(({ name, address, activity }) => ({ name, address, activity })),
    standardId,
    soaVersion: soa?.version ?? null,
    soaApprovedOn: soa?.approvedOn ?? null,
    accreditation: findAccreditation(body.accreditations, standardId, decidedOn),
  };
}

type AccreditationRow = Prisma.AccreditationGetPayload<object>;

/** The accreditation of the standard that was in force on that day; null when there is none. */
function findAccreditation(
  held: AccreditationRow[],
  standardId: string,
  on: Day,
): CertifiedAccreditation | null {
  const scheme = findStandard(standardId)?.name.split(":")[0];
  if (!scheme) return null;
  const found = held.find(
    (row) =>
      row.scheme.includes(scheme) &&
      (!row.validFrom || isOnOrBefore(dateToDay(row.validFrom), on)) &&
      (!row.validTo || isOnOrBefore(on, dateToDay(row.validTo))),
  );
  if (!found) return null;
  const { accreditationBody, number, recognition } = found;
  return { accreditationBody, scheme: found.scheme, number, recognition };
}
