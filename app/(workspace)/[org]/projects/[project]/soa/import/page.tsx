import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportChoicesForm } from "@/components/soa/import-choices-form";
import { ImportPreview } from "@/components/soa/import-preview";
import { LinkButton } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { UploadField } from "@/components/ui/upload-field";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { type ImportChoices, planSoaFile } from "@/lib/imports/soa-file";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { SheetRefused } from "@/lib/sheets/sheet";
import { canImport, type SoaLine } from "@/lib/soa/statement";
import { readSoa } from "@/lib/store/soa";
import { markOf } from "@/lib/store/soa-versions";
import { importSoa, previewSoa } from "./actions";
import { readChoices } from "./choices";

export const metadata: Metadata = { title: "Import a Statement of Applicability" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Brings a statement from a file: the file is added, looked at, and imported as a whole or not at all. */
export default async function SoaImportPage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  if (!may(actor, "soa.edit")) notFound();
  const { lines, record } = await orNotFound(readSoa(actor, project));
  if (!canImport(record.standardId)) notFound();
  const at = paths.project(org, project);
  const { file, choices, sent } = readChoices(await searchParams);
  const read = file
    ? await orNotFound(planOf(actor, { projectId: project, fileId: file }, lines, choices))
    : null;
  const hidden = { org, project };
  return (
    <>
      <PageHeader
        title="Import a Statement of Applicability"
        lead="From an xlsx or csv file in any language. You see what would change before anything does."
        actions={<LinkButton href={at.soa}>Back to the draft</LinkButton>}
      />
      <div className="mt-6 space-y-6">
        {read?.refusal && (
          <Callout tone="danger" title="This file cannot be read">
            <p>{read.refusal}</p>
          </Callout>
        )}
        {file && read?.found && (
          <>
            <Card title={read.found.name} id="file">
              <ImportChoicesForm base={at.soaImport} file={file} found={read.found} sent={sent} />
            </Card>
            <Card title="What would change" id="preview">
              <ImportPreview
                plan={read.found.plan}
                hidden={{ ...hidden, ...sent, fileId: file }}
                mark={markOf(lines)}
                submit={importSoa}
              />
            </Card>
          </>
        )}
        <Card title={file ? "Another file" : "File"} id="upload">
          <ServerForm
            action={previewSoa}
            hidden={hidden}
            submitLabel="Look at the file"
            pendingLabel="Reading…"
            submitVariant={file ? "secondary" : "primary"}
          >
            <UploadField
              name="fileId"
              label="Statement of Applicability"
              hint="An xlsx or csv file with one control a row. It is kept with the project's files."
              url={at.upload}
            />
          </ServerForm>
        </Card>
      </div>
    </>
  );
}

/** What the file would change, or the sentence why it cannot be read. */
async function planOf(
  actor: Actor,
  of: { projectId: string; fileId: string },
  lines: readonly SoaLine[],
  choices: ImportChoices,
) {
  try {
    return { found: await planSoaFile(actor, of, lines, choices), refusal: null };
  } catch (error) {
    if (error instanceof SheetRefused) return { found: null, refusal: error.message };
    throw error;
  }
}
