import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TreatmentPreview } from "@/components/treatment/treatment-preview";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { UploadField } from "@/components/ui/upload-field";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { currentDay } from "@/lib/clock";
import { planTreatmentFile } from "@/lib/imports/treatment-file";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { SheetRefused } from "@/lib/sheets/sheet";
import { readWholeTreatment } from "@/lib/store/treatment";
import type { TreatmentNow } from "@/lib/treatment/treatment-import";
import { importTreatment, previewTreatment } from "./actions";

export const metadata: Metadata = { title: "Import risks" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Brings risks from a file: the file is added, looked at, and imported as a whole or not at all. */
export default async function TreatmentImportPage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  if (!may(actor, "treatment.edit")) notFound();
  const { lines, controls, record, mark } = await orNotFound(readWholeTreatment(actor, project));
  const at = paths.project(org, project);
  const { file } = await searchParams;
  const fileId = typeof file === "string" ? file : null;
  const now = { lines, controls: controls.map(({ ref }) => ref), today: currentDay(record.timeZone) };
  const read = fileId ? await orNotFound(planOf(actor, { projectId: project, fileId }, now)) : null;
  const hidden = { org, project };
  return (
    <>
      <PageHeader
        title="Import risks"
        breadcrumbs={<Breadcrumbs items={[{ href: at.treatment, label: "Risk treatment" }]} />}
        lead="From an xlsx or csv file with headings. You see what would change before anything does."
      />
      <div className="mt-6 space-y-6">
        {read?.refusal && (
          <Callout tone="danger" title="This file cannot be read">
            <p>{read.refusal}</p>
          </Callout>
        )}
        {fileId && read?.found && (
          <Card title={read.found.name} id="preview">
            <TreatmentPreview
              plan={read.found.plan}
              sheet={read.found.sheet}
              hidden={{ ...hidden, fileId }}
              mark={mark}
              submit={importTreatment}
            />
          </Card>
        )}
        <Card title={fileId ? "Another file" : "File"} id="upload">
          <ServerForm
            action={previewTreatment}
            hidden={hidden}
            submitLabel="Look at the file"
            pendingLabel="Reading…"
            submitVariant={fileId ? "secondary" : "primary"}
          >
            <UploadField
              name="fileId"
              label="Risks"
              hint="One risk a row, with a heading for each column: Reference, Risk, Owner, Treatment, Controls, Due, State. It is kept with the project's files."
              url={at.upload}
            />
          </ServerForm>
        </Card>
      </div>
    </>
  );
}

/** What the file would change, or the sentence why it cannot be read. */
async function planOf(actor: Actor, of: { projectId: string; fileId: string }, now: TreatmentNow) {
  try {
    return { found: await planTreatmentFile(actor, of, now), refusal: null };
  } catch (error) {
    if (error instanceof SheetRefused) return { found: null, refusal: error.message };
    throw error;
  }
}
