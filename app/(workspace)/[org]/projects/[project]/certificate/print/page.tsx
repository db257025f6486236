import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CertificateSheet } from "@/components/certificate/certificate-sheet";
import { PrintButton } from "@/components/certificate/print-button";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { PageHeader } from "@/components/ui/page-header";
import { now } from "@/lib/clock";
import { judgeCertificate } from "@/lib/documents/certificate-verdict";
import { environment } from "@/lib/env";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readCertificate } from "@/lib/store/certificates";

export const metadata: Metadata = { title: "Printable certificate" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

export default async function PrintableCertificatePage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readCertificate(actor, project));
  if (!view.certificate) notFound();
  const { certificate, recorded, demo } = view;
  const to = paths.project(org, project);
  const recordedBy = recorded && recorded.standing !== "confirmed" ? recorded.by : null;
  const verdict = judgeCertificate({ ...certificate, replacedBy: null, recordedBy: null }, now());
  const warning = demo
    ? "Demonstration. The organisations are made up and nobody is certified."
    : verdict.tone === "valid"
      ? null
      : `${verdict.headline}. ${verdict.meaning}`;
  return (
    <>
      <div data-noprint className="mb-6">
        <PageHeader
          title={recordedBy ? "Printable record" : "Printable certificate"}
          breadcrumbs={
            <Breadcrumbs items={[{ href: to.certificate, label: `Certificate ${certificate.number}` }]} />
          }
          lead="One page of A4. The public page always has the last word."
          actions={<PrintButton label={recordedBy ? "Print record" : "Print certificate"} />}
        />
      </div>
      <CertificateSheet
        certificate={certificate}
        url={`${environment().CERTTRAIL_ORIGIN}${paths.publicCertificate(certificate.publicToken)}`}
        recordedBy={recordedBy}
        warning={warning}
      />
    </>
  );
}
