import type { Metadata } from "next";
import Link from "next/link";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pill } from "@/components/ui/pill";
import { Table } from "@/components/ui/table";
import { may } from "@/lib/access";
import { currentDay } from "@/lib/clock";
import { formatDay } from "@/lib/day";
import { paths } from "@/lib/paths";
import { warnOfLapses } from "@/lib/selection/lapse";
import { orNotFound, pageActor } from "@/lib/session/page";
import { accreditationOf } from "@/lib/store/accreditations";
import { listBodies } from "@/lib/store/bodies";
import { listPlannedDecisions } from "@/lib/store/planned-decisions";

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
  const planned = await listPlannedDecisions(actor);
  const add = may(actor, "register.edit") && (
    <>
      <LinkButton href={paths.newBody(org)} variant="primary" data-new>
        Add a certification body
      </LinkButton>
      <LinkButton href={paths.bodiesImport(org)}>Import from a file</LinkButton>
    </>
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
            cell: ({ id, accreditations }) => {
              const held = accreditations.map(accreditationOf);
              return <Accredited held={held} warnings={warnOfLapses(held, today, planned.get(id) ?? [])} />;
            },
          },
          {
            key: "keeper",
            label: "Entry kept by",
            cell: ({ connected }) =>
              connected ? <Pill kind="success">The body</Pill> : <Pill kind="neutral">You</Pill>,
          },
        ]}
      />
      {bodies.some(({ managedById }) => managedById === actor.organisationId) && (
        <p>
          <a href={paths.bodiesFile(org)} download>
            Download your entries as csv
          </a>
        </p>
      )}
    </div>
  );
}

function Accredited({ held, warnings }: { held: Held[]; warnings: ReadonlyMap<string, readonly string[]> }) {
  if (held.length === 0) return <span className="text-subtle">Not stated</span>;
  return (
    <ul className="space-y-1">
      {held.map(({ id, scheme, validTo }) => (
        <li key={id}>
          {scheme}
          {warnings.has(id) ? (
            <span className="block font-medium text-warning-fg">{warnings.get(id)?.join(" ")}</span>
          ) : (
            validTo && <span className="text-subtle">, to {formatDay(validTo)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
