import type { Metadata } from "next";
import { ProfilePanel } from "@/components/organisation/profile-panel";
import { SiteFields } from "@/components/organisation/site-fields";
import { SitesTable } from "@/components/organisation/sites-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { Stat, StatRow } from "@/components/ui/stat";
import { may } from "@/lib/access";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readProfile } from "@/lib/store/organisations";
import { addSite, editProfile } from "./actions";
import { BodySections } from "./body-sections";

export const metadata: Metadata = { title: "Organisation" };

interface Props {
  params: Promise<{ org: string }>;
}

/** What is known about the organisation: a client's sites and persons, a body's accreditations and policy. */
export default async function ProfilePage({ params }: Props) {
  const { org } = await params;
  const actor = await pageActor(org);
  const { organisation, sites, retired, persons } = await orNotFound(readProfile(actor));
  const mayEdit = may(actor, "organisation.edit");
  const hrefOf = mayEdit ? (id: string) => paths.site(org, id) : undefined;
  return (
    <div className="space-y-6">
      <PageHeader
        title={organisation.name}
        lead={
          actor.side === "client"
            ? "Requests for proposals, applications and letters are made from this profile."
            : "Clients see your accreditations in their register. Your policy sets the deadlines of your audits."
        }
      />
      {actor.side === "client" && (
        <>
          <StatRow>
            <Stat
              label="Persons under your control"
              figure={persons}
              comparison="Sum of the sites in use, contractors included"
            />
            <Stat label="Sites in use" figure={sites.length} />
          </StatRow>
          <Card title="Sites" id="sites" flush={sites.length > 0}>
            {sites.length > 0 ? (
              <SitesTable caption="Sites in use" sites={sites} hrefOf={hrefOf} />
            ) : (
              <EmptyState title="No sites yet">
                A certificate names the sites it covers. Add the first one below.
              </EmptyState>
            )}
          </Card>
          {mayEdit && (
            <Card title="Add a site">
              <ServerForm action={addSite} hidden={{ org }} submitLabel="Add site">
                <SiteFields />
              </ServerForm>
            </Card>
          )}
          {retired.length > 0 && (
            <Card title="Sites out of use" id="retired" flush>
              <SitesTable caption="Sites out of use" sites={retired} hrefOf={hrefOf} />
            </Card>
          )}
        </>
      )}
      <ProfilePanel
        org={org}
        organisation={organisation}
        isBody={actor.side === "body"}
        action={mayEdit ? editProfile : undefined}
      />
      {actor.side === "body" && <BodySections actor={actor} />}
    </div>
  );
}
