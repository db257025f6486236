import type { CertificateWords } from "@/components/certificate/certificate-text";
import { QrCode } from "@/components/certificate/qr-code";
import { type Day, formatDay } from "@/lib/day";
import { findStandard } from "@/lib/standards/editions";

/** More sites than this go into smaller print, so that the sheet stays one page. */
const MANY_SITES = 6;

export interface SheetCertificate extends CertificateWords {
  number: string;
  effectiveFrom: Day;
  expiresOn: Day;
}

/**
 * The certificate on one sheet of A4, in the name of the body (CRT-1). A certificate that the client has written down is
 * the body's own document elsewhere: then the sheet says that it is a record, and by whom.
 */
export function CertificateSheet({
  certificate,
  url,
  recordedBy,
  warning,
}: {
  certificate: SheetCertificate;
  url: string;
  recordedBy: string | null;
  /** Why the certificate proves nothing now; null while it is valid. */
  warning: string | null;
}) {
  const { bodyName, bodyAddress, sites, accreditation } = certificate;
  const standard = findStandard(certificate.standardId);
  return (
    <article
      aria-labelledby="certificate-title"
      className="mx-auto flex max-w-[49.6rem] flex-col gap-6 border border-border bg-surface p-6 sm:min-h-[62rem] sm:p-14 print:min-h-[245mm] print:max-w-none print:border-0 print:p-0"
    >
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-text border-b-2 pb-4">
        <div>
          <p className="font-bold text-h2">{recordedBy ?? bodyName}</p>
          {!recordedBy && bodyAddress && <p className="text-muted">{bodyAddress}</p>}
        </div>
        {accreditation && (
          <p className="text-compact text-muted sm:text-end">
            {recordedBy && `${bodyName}, accredited by`}
            {!recordedBy && "Accredited by"} {accreditation.accreditationBody}
            <br />
            Number {accreditation.number}
            {accreditation.recognition && (
              <>
                <br />
                {accreditation.recognition}
              </>
            )}
          </p>
        )}
      </header>
      {warning && <p className="border-2 border-danger p-3 font-bold text-danger-fg">{warning}</p>}
      <div className="space-y-2">
        <h2 id="certificate-title" className="text-h1 tracking-tight">
          {recordedBy ? "Record of a certificate" : "Certificate"}
        </h2>
        <p className="text-read">
          {recordedBy
            ? `${recordedBy} has written down what the certificate of ${bodyName} says. The certificate itself is the document of ${bodyName}, which has not confirmed this record.`
            : `${bodyName} certifies that the ${standard?.systemTitle ?? "management system"} of`}
        </p>
      </div>
      <p className="font-bold text-h1">{certificate.organisationName}</p>
      <div className="space-y-2 text-read">
        <p>
          {recordedBy ? "The certificate names" : "meets the requirements of"}{" "}
          <strong>{standard?.name ?? certificate.standardId}</strong>
          {recordedBy ? " and this scope:" : " for this scope:"}
        </p>
        <p className="whitespace-pre-line border-border border-s-4 ps-4">{certificate.scope}</p>
        {certificate.soaVersion && <p>Statement of Applicability, version {certificate.soaVersion}.</p>}
      </div>
      <section className="space-y-1" aria-label="Sites">
        <p className="text-muted">{sites.length === 1 ? "Site" : "Sites"}</p>
        <ul className={sites.length > MANY_SITES ? "text-compact sm:columns-2" : "space-y-1"}>
          {sites.map(({ name, address, activity }) => (
            <li key={`${name} ${address}`} className="break-inside-avoid">
              <span className="font-medium">{name}</span>, {address}
              <span className="text-muted">: {activity}</span>
            </li>
          ))}
        </ul>
      </section>
      <footer className="mt-auto flex flex-wrap items-end justify-between gap-6 border-border border-t pt-4">
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1">
          <dt className="text-muted">Certificate number</dt>
          <dd className="font-bold">{certificate.number}</dd>
          <dt className="text-muted">Valid from</dt>
          <dd>{formatDay(certificate.effectiveFrom)}</dd>
          <dt className="text-muted">Valid until</dt>
          <dd>{formatDay(certificate.expiresOn)}</dd>
        </dl>
        <div className="flex max-w-full items-end gap-3">
          <p className="max-w-48 text-meta text-muted">
            Valid only while its public page says so:
            <span className="mt-1 block break-all">{url}</span>
          </p>
          <QrCode
            text={url}
            label="QR code with the public page of this certificate"
            className="size-28 shrink-0"
          />
        </div>
      </footer>
    </article>
  );
}
