import type { Metadata } from "next";
import Link from "next/link";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pill } from "@/components/ui/pill";
import { Table } from "@/components/ui/table";
import { may } from "@/lib/access";
import { currentDay } from "@/lib/clock";
import { type Day, formatDay, isBefore } from "@/lib/day";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { accreditationOf } from "@/lib/store/accreditations";
import { listBodies } from "@/lib/store/bodies";

export const metadata: Metadata = { title: "Certification bodies" };

interface Props {
  params: Promise<{ org: string }>;
}

type Held = ReturnType<typeof accreditationOf>;

/** The register: every body a request can go to, with what it is accredited for. */
export default async function BodiesPage({ params }: Props) {
  const { org } = await params;
  const actor = await pageActor(org);
  const bodies = await orNotFound(listBodies(actor));
  const today = currentDay(actor.timeZone);
  const add = may(actor, "register.edit") && (
    <LinkButton href={paths.newBody(org)} variant="primary" data-new>
      Add a certification body
    </LinkButton>
  );
  return (
    <div className="space-y-6">
      <PageHeader
        title="Certification bodies"
        lead="Bodies on CertTrail keep their own entry. You keep the entry of every other body you ask."
        actions={bodies.length > 0 && add}
      />
      <Table
        caption="Certification bodies"
        rows={bodies}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="No certification bodies yet" action={add}>
            Add the bodies you want to ask for a proposal.
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            label: "Body",
            isRowHeader: true,
            cell: ({ id, name }) => (
              <Link href={paths.body(org, id)} prefetch={false}>
                {name}
              </Link>
            ),
          },
          { key: "country", label: "Country", cell: ({ country }) => country ?? "Not stated" },
          {
            key: "accreditations",
            label: "Accredited for",
            cell: ({ accreditations }) => (
              <Accredited held={accreditations.map(accreditationOf)} today={today} />
            ),
          },
          {
            key: "keeper",
            label: "Entry kept by",
            cell: ({ connected }) =>
              connected ? <Pill kind="success">The body</Pill> : <Pill kind="neutral">You</Pill>,
          },
        ]}
      />
    </div>
  );
}

function Accredited({ held, today }: { held: Held[]; today: Day }) {
  if (held.length === 0) return <span className="text-subtle">Not stated</span>;
  return (
    <ul>
      {held.map(({ id, scheme, validTo }) => (
        <li key={id}>
          {scheme}
          {validTo && (
            <span className={isBefore(validTo, today) ? "font-medium text-danger-fg" : "text-subtle"}>
              {isBefore(validTo, today) ? `, ended ${formatDay(validTo)}` : `, to ${formatDay(validTo)}`}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
