import { SummaryList } from "@/components/ui/summary-list";
import { type Day, formatDay } from "@/lib/day";
import { findStandard } from "@/lib/standards/editions";

/** The words of a certificate, apart from its number and its days. */
export interface CertificateWords {
  organisationName: string;
  bodyName: string;
  bodyAddress: string | null;
  scope: string;
  sites: readonly { name: string; address: string; activity: string }[];
  standardId: string;
  soaVersion: string | null;
  soaApprovedOn: Day | null;
  accreditation: { accreditationBody: string; number: string; recognition: string | null } | null;
}

/** What a certificate says, exactly as it is issued (CRT-1). Number and days are words, so that a preview can say "given at issue". */
export function CertificateText({
  words,
  number,
  validFrom,
  validUntil,
}: {
  words: CertificateWords;
  number: string;
  validFrom: string;
  validUntil: string;
}) {
  return (
    <SummaryList
      items={[
        { term: "Organisation", value: <strong>{words.organisationName}</strong> },
        { term: "Scope", value: words.scope },
        { term: words.sites.length === 1 ? "Site" : "Sites", value: <SiteList sites={words.sites} /> },
        { term: "Standard", value: findStandard(words.standardId)?.name ?? words.standardId },
        ...(words.soaVersion
          ? [
              {
                term: "Statement of Applicability",
                value: `Version ${words.soaVersion}${words.soaApprovedOn ? `, approved on ${formatDay(words.soaApprovedOn)}` : ""}`,
              },
            ]
          : []),
        { term: "Certificate number", value: number },
        { term: "Valid from", value: validFrom },
        { term: "Valid until", value: validUntil },
        {
          term: "Certification body",
          value: (
            <>
              {words.bodyName}
              {words.bodyAddress && <span className="block text-muted">{words.bodyAddress}</span>}
            </>
          ),
        },
        { term: "Accreditation", value: <AccreditationText held={words.accreditation} /> },
      ]}
    />
  );
}

function SiteList({ sites }: Pick<CertificateWords, "sites">) {
  if (sites.length === 0) return null;
  return (
    <ul className="space-y-1">
      {sites.map(({ name, address, activity }) => (
        <li key={`${name} ${address}`}>
          {name}
          <span className="block text-muted">
            {address} · {activity}
          </span>
        </li>
      ))}
    </ul>
  );
}

function AccreditationText({ held }: { held: CertificateWords["accreditation"] }) {
  if (!held) return "None on record for this standard on the day of the decision";
  return (
    <>
      {held.accreditationBody}, number {held.number}
      {held.recognition && <span className="block text-muted">{held.recognition}</span>}
    </>
  );
}
