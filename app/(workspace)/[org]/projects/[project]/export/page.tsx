import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ExportContents } from "@/components/project/export-contents";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import { now } from "@/lib/clock";
import { refuseForSize } from "@/lib/files/export-room";
import { paths } from "@/lib/paths";
import { orNotFound, pageAsker } from "@/lib/session/page";
import { hasFreshProof } from "@/lib/session/require-proof";
import { PROOF_MINUTES } from "@/lib/step-up";
import { readProjectSize } from "@/lib/store/project-files";
import { secondsToWait } from "@/lib/store/throttles";
import { tooManyTries } from "@/lib/throttle-limits";
import { proveForExport } from "./actions";

export const metadata: Metadata = { title: "Download" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

/** Takes the whole project away, as far as the own side may see it. */
export default async function ExportPage({ params }: Props) {
  const { org, project } = await params;
  const { actor, session } = await pageAsker(org);
  if (!may(actor, "project.export")) notFound();
  const size = await orNotFound(readProjectSize(actor, project));
  const at = now();
  const seconds = await secondsToWait(
    "export",
    { account: actor.personId, organisation: actor.organisationId },
    at,
  );
  const against = refuseForSize(size) ?? (seconds > 0 ? tooManyTries(seconds) : null);
  return (
    <>
      <PageHeader
        title="Download this project"
        lead={`Everything that ${actor.organisationName} may see of it, in one zip file that can be read without CertTrail.`}
      />
      <div className="space-y-6">
        <Card title="What is in it">
          <ExportContents size={size} side={actor.side} />
        </Card>
        <Card title="Download" id="download">
          {against ? (
            <div className="space-y-4">
              <Callout tone="warning">
                <p>{against}</p>
              </Callout>
              <Button variant="primary" aria-disabled="true">
                Download everything
              </Button>
            </div>
          ) : (await hasFreshProof(session, at)) ? (
            <form method="post" action={paths.project(org, project).exportFile} className="space-y-4">
              <p className="max-w-read">
                Keep the file where only the right people can open it: it holds what is confidential to both
                sides. Both read in the trail that you downloaded it.
              </p>
              <Button type="submit" variant="primary">
                Download everything
              </Button>
            </form>
          ) : (
            <div className="space-y-4">
              <p className="max-w-read">
                A download of everything needs a proof of who you are that is not older than {PROOF_MINUTES}{" "}
                minutes.
              </p>
              <ServerForm
                action={proveForExport}
                hidden={{ org, project }}
                submitLabel="Prove it is you"
                pendingLabel="Checking…"
                keepsFields
              />
            </div>
          )}
        </Card>
      </div>
    </>
  );
}
