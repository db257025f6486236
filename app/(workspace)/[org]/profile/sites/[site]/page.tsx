import type { Metadata } from "next";
import { SiteFields } from "@/components/organisation/site-fields";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Pill } from "@/components/ui/pill";
import { ServerForm } from "@/components/ui/server-form";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readSite } from "@/lib/store/sites";
import { editSite, retireSite } from "../../actions";

export const metadata: Metadata = { title: "Site" };

interface Props {
  params: Promise<{ org: string; site: string }>;
}

/** One site: change it, or take it out of use. */
export default async function SitePage({ params }: Props) {
  const { org, site: siteId } = await params;
  const actor = await pageActor(org);
  const site = await orNotFound(readSite(actor, siteId));
  const hidden = { org, site: site.id };
  return (
    <div className="space-y-6">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ href: paths.profile(org), label: "Organisation" }]} />}
        title={site.name}
        pills={site.retired && <Pill kind="neutral">Out of use</Pill>}
      />
      <Card title="Change the site">
        <ServerForm action={editSite} hidden={hidden} submitLabel="Save site" keepsFields>
          <SiteFields site={site} />
        </ServerForm>
      </Card>
      <Card title={site.retired ? "Use it again" : "Take it out of use"}>
        <p className="max-w-read pb-4 text-muted">
          {site.retired
            ? "New projects can then choose it again."
            : "New projects can no longer choose it. Projects and certificates that name it keep it."}
        </p>
        <ServerForm
          action={retireSite}
          hidden={{ ...hidden, retired: String(!site.retired) }}
          submitLabel={site.retired ? "Use site again" : "Take site out of use"}
          submitVariant="secondary"
        />
      </Card>
    </div>
  );
}
