import type { Metadata } from "next";
import Link from "next/link";
import { CertificateText } from "@/components/certificate/certificate-text";
import { CycleLine } from "@/components/certificate/cycle-line";
import { IssueForm, RecordCertificateForm } from "@/components/certificate/issue-form";
import { MarkRules } from "@/components/certificate/mark-rules";
import { PublicLink } from "@/components/certificate/public-link";
import { ValidityPill } from "@/components/certificate/validity-pill";
import { RecordedMark } from "@/components/project/recorded-mark";
import { ScanWord } from "@/components/project/scan-word";
import { LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { formatDay } from "@/lib/day";
import { environment } from "@/lib/env";
import { reasonsAgainst } from "@/lib/lifecycle/ask";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readCertificate } from "@/lib/store/certificates";
import { recordsForBody, viewingFacts } from "@/lib/store/viewing";
import { issueCertificate } from "./actions";

export const metadata: Metadata = { title: "Certificate" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

export default async function CertificatePage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const view = await orNotFound(readCertificate(actor, project));
  const to = paths.project(org, project);
  if (view.draft) {
    const { content: words, days } = view.draft;
    const records = recordsForBody(actor, view);
    const facts = { ...viewingFacts(actor, view, { recorded: records }), certificate: null };
    const reasons = reasonsAgainst("certificate", "issue", "none", facts);
    const issue = { org, project, action: issueCertificate, reasons, words, days };
    const shows = actor.side === "body" || records;
    return (
      <>
        <PageHeader
          title="Certificate"
          lead={`Certification was granted on ${formatDay(days.decidedOn)}. The certificate is not issued yet.`}
        />
        <div className="mt-6 max-w-form">
          {shows && (records ? <RecordCertificateForm {...issue} /> : <IssueForm {...issue} />)}
          {!shows && (
            <Callout title={`${words.bodyName} issues the certificate`}>
              <p>It stands here as soon as it is issued, with its public link and its QR code.</p>
            </Callout>
          )}
        </div>
      </>
    );
  }
  if (!view.certificate) {
    return (
      <>
        <PageHeader title="Certificate" />
        <EmptyState
          title="There is no certificate yet."
          action={<LinkButton href={to.decision}>See what the decision needs</LinkButton>}
        >
          <p>A certificate is issued once the certification body has decided to grant it.</p>
        </EmptyState>
      </>
    );
  }
  const { certificate, earlier, recorded, today, demo } = view;
  const url = `${environment().CERTTRAIL_ORIGIN}${paths.publicCertificate(certificate.publicToken)}`;
  return (
    <>
      <PageHeader
        title={`Certificate ${certificate.number}`}
        pills={
          <>
            <ValidityPill certificate={certificate} today={today} />
            {recorded && <RecordedMark by={recorded.by} standing={recorded.standing} />}
          </>
        }
        lead={`${certificate.organisationName}, ${formatDay(certificate.effectiveFrom)} to ${formatDay(certificate.expiresOn)}.`}
        actions={
          <LinkButton href={to.certificatePrint} variant="primary">
            {recorded ? "Open printable record" : "Open printable certificate"}
          </LinkButton>
        }
      />
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <div className="grid min-w-0 gap-6">
          {demo && (
            <Callout title="Part of the demonstration">
              <p>The organisations are made up. This certificate certifies nobody.</p>
            </Callout>
          )}
          {certificate.suspendedOn && (
            <Callout tone="warning" title={`Suspended since ${formatDay(certificate.suspendedOn)}`}>
              <p>While suspended, this certificate does not prove certification. Do not refer to it.</p>
            </Callout>
          )}
          <Card title="What it says" id="words">
            <CertificateText
              words={certificate}
              number={certificate.number}
              validFrom={formatDay(certificate.effectiveFrom)}
              validUntil={formatDay(certificate.expiresOn)}
            />
            <p className="mt-3 flex flex-wrap gap-x-4 text-compact">
              <Link href={to.decision} prefetch={false} className="inline-block min-h-6">
                The decision of {formatDay(certificate.decidedOn)}
              </Link>
              {recorded && (
                <>
                  <a href={to.file(recorded.proofId)} className="inline-block min-h-6">
                    The document of {certificate.bodyName}
                  </a>
                  <ScanWord scan={recorded.scan} timeZone={view.record.timeZone} />
                </>
              )}
            </p>
          </Card>
          <Card title="Three years" id="cycle">
            <CycleLine cycle={certificate} today={today} />
          </Card>
          {earlier.length > 0 && (
            <Card title="Earlier versions" id="earlier">
              <ul className="space-y-2">
                {earlier.map((version) => (
                  <li key={version.id}>
                    {version.number}, {formatDay(version.effectiveFrom)} to {formatDay(version.expiresOn)}{" "}
                    <ValidityPill certificate={version} today={today} />
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
        <div className="grid min-w-0 gap-6">
          <PublicLink
            url={url}
            number={certificate.number}
            unconfirmedBy={recorded && recorded.standing !== "confirmed" ? certificate.bodyName : null}
          />
          <MarkRules organisationName={certificate.organisationName} bodyName={certificate.bodyName} />
        </div>
      </div>
    </>
  );
}
