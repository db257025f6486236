import type { Metadata } from "next";
import { StackedFacts } from "@/components/plan/stacked-facts";
import { EntryFields, VersionFields } from "@/components/preparation/document-fields";
import { DocumentPill } from "@/components/preparation/document-pill";
import { tellUse } from "@/components/preparation/document-table";
import { ActPanel } from "@/components/project/act-panel";
import { ScanWord } from "@/components/project/scan-word";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Card } from "@/components/ui/card";
import { DayText } from "@/components/ui/day-text";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { DateField } from "@/components/ui/value-fields";
import { may } from "@/lib/access";
import { currentDay } from "@/lib/clock";
import { formatDay } from "@/lib/day";
import { refuse } from "@/lib/lifecycle/refusal";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { mandatoryDocuments } from "@/lib/standards/documents";
import { listColleagues, readDocument } from "@/lib/store/documents";
import { approveDocument, editDocument, removeDocument, renewDocument } from "../actions";

export const metadata: Metadata = { title: "Document" };

interface Props {
  params: Promise<{ org: string; project: string; document: string }>;
}

/** One document: its version and where it is, its approval by somebody who did not write it, and its next version. */
export default async function DocumentPage({ params }: Props) {
  const { org, project, document: documentId } = await params;
  const actor = await pageActor(org);
  const { document, scan, record } = await orNotFound(readDocument(actor, project, documentId));
  const at = paths.project(org, project);
  const today = currentDay(record.timeZone);
  const wanted = mandatoryDocuments(record.standardId);
  const form = { hidden: { org, project, document: document.id }, version: document.version };
  const canEdit = may(actor, "document.edit");
  const people = await listColleagues(actor);
  const { file, link } = document;
  return (
    <>
      <PageHeader
        title={document.title}
        breadcrumbs={<Breadcrumbs items={[{ href: at.documents, label: "Documents" }]} />}
        pills={<DocumentPill state={document.state} />}
        lead={
          document.approvedOn
            ? `Version ${document.versionLabel}, approved on ${formatDay(document.approvedOn)}.`
            : `Version ${document.versionLabel} is a draft.`
        }
      />
      <div className="mt-6 grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start">
        <div className="min-w-0 space-y-6">
          {document.state === "draft" && may(actor, "document.approve") && (
            <Card title="Approve">
              <ActPanel
                {...form}
                action={approveDocument}
                reasons={document.authorId === actor.personId ? [refuse("own-document", {})] : []}
                submitLabel="Approve version"
              >
                <DateField name="approvedOn" label="Approved on" defaultValue={today} max={today} />
              </ActPanel>
            </Card>
          )}
          {canEdit && (
            <Card title="New version">
              <ServerForm
                {...form}
                action={renewDocument}
                submitLabel="Enter version"
                submitVariant="secondary"
              >
                <VersionFields people={people} author={actor.personId} upload={at.upload} />
              </ServerForm>
            </Card>
          )}
          {canEdit && (
            <Card title="Entry">
              <ServerForm
                {...form}
                action={editDocument}
                keepsFields
                submitLabel="Save entry"
                submitVariant="secondary"
              >
                <EntryFields people={people} wanted={wanted} entry={document} />
              </ServerForm>
            </Card>
          )}
          {canEdit && (
            <Card title="Remove">
              <ServerForm
                {...form}
                action={removeDocument}
                submitLabel="Remove document"
                submitVariant="danger"
                confirm={{
                  title: "Check before you remove it",
                  text: `${document.title} goes out of the register. Pictures that were handed to an auditor keep it.`,
                  label: "Remove document",
                }}
              />
            </Card>
          )}
        </div>
        <Card title="About this document">
          <StackedFacts
            facts={[
              {
                term: "File",
                value: file && (
                  <>
                    <a href={at.file(file.id)} className="inline-block break-all py-0.5">
                      {file.name}
                    </a>{" "}
                    {scan && <ScanWord scan={scan} timeZone={record.timeZone} />}
                  </>
                ),
              },
              {
                term: "Link",
                value: link && (
                  <a href={link} rel="noreferrer" className="inline-block break-all py-0.5">
                    {link}
                  </a>
                ),
              },
              { term: "Author", value: document.author },
              { term: "Approved by", value: document.approver },
              { term: "Owner", value: document.owner },
              {
                term: "Review due",
                value: document.reviewDueOn && <DayText day={document.reviewDueOn} today={today} />,
              },
              { term: "Used for", value: tellUse(document, wanted) },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
