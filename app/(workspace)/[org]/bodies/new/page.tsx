import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BodyFields } from "@/components/organisation/body-fields";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import { paths } from "@/lib/paths";
import { pageActor } from "@/lib/session/page";
import { addBody } from "../actions";

export const metadata: Metadata = { title: "Add a certification body" };

interface Props {
  params: Promise<{ org: string }>;
}

export default async function NewBodyPage({ params }: Props) {
  const { org } = await params;
  const actor = await pageActor(org);
  if (!may(actor, "register.edit")) notFound();
  return (
    <div className="space-y-6">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ href: paths.bodies(org), label: "Certification bodies" }]} />}
        title="Add a certification body"
        lead="For a body that is not on CertTrail. You keep its entry, and record its acts if you choose it."
      />
      <Card>
        <ServerForm action={addBody} hidden={{ org }} submitLabel="Add certification body">
          <BodyFields />
        </ServerForm>
      </Card>
    </div>
  );
}
