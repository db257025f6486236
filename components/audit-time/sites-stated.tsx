import { Card } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { SiteProfile } from "@/lib/audit-time/profile";
import { kindNames, roleNames } from "@/lib/audit-time/words";

/** The persons of each site by kind, as the client stated them. */
export function SitesStated({ sites, fullWeek }: { sites: readonly SiteProfile[]; fullWeek: number }) {
  const hours = ({ partTime, partTimeHours }: SiteProfile) =>
    partTime === 0 ? 0 : `${partTime} of ${partTimeHours / 100} hours`;
  return (
    <Card title={`Persons by site, in a week of ${fullWeek / 100} hours`} flush>
      <Table
        caption="Persons by site"
        rows={[...sites]}
        rowKey={({ siteId }) => siteId}
        columns={[
          { key: "site", label: "Site", isRowHeader: true, cell: ({ name }) => name },
          { key: "kind", label: "Kind", cell: ({ kind }) => kindNames[kind] },
          ...(sites.length > 1
            ? [{ key: "role", label: "Audited as", cell: ({ role }: SiteProfile) => roleNames[role] }]
            : []),
          { key: "permanent", label: "Full-time", isNumber: true, cell: ({ permanent }) => permanent },
          { key: "partTime", label: "Part-time", isNumber: true, cell: hours },
          {
            key: "contractors",
            label: "Contractors",
            isNumber: true,
            cell: ({ contractors }) => contractors,
          },
          { key: "temporary", label: "Temporary", isNumber: true, cell: ({ temporary }) => temporary },
          { key: "shifts", label: "Shifts", isNumber: true, cell: ({ shifts }) => shifts },
        ]}
      />
    </Card>
  );
}
