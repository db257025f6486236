import Link from "next/link";
import type { SiteValues } from "@/components/organisation/site-fields";
import { Table } from "@/components/ui/table";

export type SiteRow = SiteValues & { id: string };

/** The sites of an organisation; names link to their page where the reader may change them. */
export function SitesTable({
  caption,
  sites,
  hrefOf,
}: {
  caption: string;
  sites: readonly SiteRow[];
  hrefOf?: (id: string) => string;
}) {
  return (
    <Table
      caption={caption}
      rows={[...sites]}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          label: "Site",
          isRowHeader: true,
          cell: ({ id, name }) =>
            hrefOf ? (
              <Link href={hrefOf(id)} prefetch={false}>
                {name}
              </Link>
            ) : (
              name
            ),
        },
        { key: "address", label: "Address", cell: ({ address }) => address },
        { key: "activity", label: "Activity", cell: ({ activity }) => activity },
        { key: "persons", label: "Persons", isNumber: true, cell: ({ persons }) => persons },
      ]}
    />
  );
}
