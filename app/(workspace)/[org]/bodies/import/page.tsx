import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RegisterFileField } from "@/components/organisation/register-file-field";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import { paths } from "@/lib/paths";
import { registerColumns } from "@/lib/selection/register-file";
import { MAX_REGISTER_ROWS } from "@/lib/selection/register-plan";
import { pageActor } from "@/lib/session/page";
import { importRegister } from "./actions";

export const metadata: Metadata = { title: "Import certification bodies" };

interface Props {
  params: Promise<{ org: string }>;
}

/** Brings bodies off CertTrail and their accreditations from a file: looked at first, then imported as a whole or not at all. */
export default async function ImportBodiesPage({ params }: Props) {
  const { org } = await params;
  const actor = await pageActor(org);
  if (!may(actor, "register.edit")) notFound();
  return (
    <div className="space-y-6">
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ href: paths.bodies(org), label: "Certification bodies" }]} />}
        title="Import certification bodies"
        lead="A body that is known by its name and country is changed, any other added. Nothing is taken away."
      />
      <Card title="File">
        <ServerForm
          action={importRegister}
          hidden={{ org }}
          submitLabel="Import bodies"
          pendingLabel="Reading…"
          extraSubmits={[{ name: "intent", value: "look", label: "Look at the file first" }]}
          keepsFields
        >
          <RegisterFileField />
        </ServerForm>
      </Card>
      <Card title="What the file holds">
        <div className="max-w-read space-y-3">
          <p>
            One row for each accreditation, or one for a body without any, in up to {MAX_REGISTER_ROWS} rows.
            The first row names the columns; only Name has to be there. Days are written as 2027-03-31,
            languages and sectors with commas between them.
          </p>
          <p className="text-muted">{registerColumns.join(" · ")}</p>
          <p>
            <a href={paths.bodiesFile(org)} download>
              Download your register in this form
            </a>
          </p>
        </div>
      </Card>
    </div>
  );
}
