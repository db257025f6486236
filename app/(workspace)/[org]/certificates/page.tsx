import type { Metadata } from "next";
import Link from "next/link";
import { ValidityPill } from "@/components/certificate/validity-pill";
import { Card } from "@/components/ui/card";
import { DayText } from "@/components/ui/day-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/day";
import { surveillance1DueBy } from "@/lib/lifecycle/deadlines";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { findStandard } from "@/lib/standards/editions";
import { listCertificates } from "@/lib/store/body-lists";

export const metadata: Metadata = { title: "Certificates" };

interface Props {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ after?: string | string[] }>;
}

export default async function CertificatesPage({ params, searchParams }: Props) {
  const { org } = await params;
  const { after } = await searchParams;
  const actor = await pageActor(org);
  const { rows, next } = await orNotFound(
    listCertificates(actor, typeof after === "string" ? after : undefined),
  );
  return (
    <>
      <PageHeader title="Certificates" lead={`Issued in the name of ${actor.organisationName}.`} />
      <div className="mt-6">
        <Card flush>
          <Table
            caption="Certificates of the body"
            rows={rows}
            rowKey={({ id }) => id}
            empty={
              <EmptyState title="No certificate has been issued yet.">
                <p>A certificate is issued from its project once certification is granted.</p>
              </EmptyState>
            }
            columns={[
              {
                key: "number",
                label: "Number",
                isRowHeader: true,
                isOneLine: true,
                cell: ({ projectId, number }) => (
                  <Link href={paths.project(org, projectId).certificate} prefetch={false}>
                    {number}
                  </Link>
                ),
              },
              {
                key: "state",
                label: "State",
                leadsOnCard: true,
                cell: (row) => <ValidityPill certificate={row} today={row.today} />,
              },
              {
                key: "organisation",
                label: "Organisation",
                cell: ({ organisationName }) => organisationName,
              },
              {
                key: "standard",
                label: "Standard",
                cell: ({ standardId }) => findStandard(standardId)?.name ?? standardId,
              },
              { key: "from", label: "Valid from", cell: ({ effectiveFrom }) => formatDay(effectiveFrom) },
              { key: "until", label: "Valid until", cell: ({ expiresOn }) => formatDay(expiresOn) },
              {
                key: "surveillance",
                label: "Surveillance by",
                cell: ({ decidedOn, today }) => (
                  <DayText day={surveillance1DueBy(decidedOn).on} today={today} />
                ),
              },
            ]}
          />
          <Pagination
            newerHref={after ? paths.certificates(org) : undefined}
            newerLabel="Newest"
            olderHref={next ? `${paths.certificates(org)}?after=${next}` : undefined}
          />
        </Card>
      </div>
    </>
  );
}
