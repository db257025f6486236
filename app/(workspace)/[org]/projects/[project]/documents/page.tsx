import type { Metadata } from "next";
import { DocumentChecklist } from "@/components/preparation/document-checklist";
import { EntryFields, VersionFields } from "@/components/preparation/document-fields";
import { DocumentTable } from "@/components/preparation/document-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { may } from "@/lib/access";
import { currentDay } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { checkRegister, countRegister, type RegisterCount } from "@/lib/preparation/register";
import { orNotFound, pageActor } from "@/lib/session/page";
import { mandatoryDocuments } from "@/lib/standards/documents";
import { listColleagues, readDocuments } from "@/lib/store/documents";
import { listPictures, pictureOf } from "@/lib/store/register-pictures";
import { addDocument } from "./actions";
import { PicturesSection } from "./pictures-section";

export const metadata: Metadata = { title: "Documents" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

/** Do we have what the standard asks for, is it approved, and what did the auditor get. */
export default async function DocumentsPage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const { record, ...register } = await orNotFound(readDocuments(actor, project));
  const { documents } = register;
  const at = paths.project(org, project);
  const wanted = mandatoryDocuments(record.standardId);
  const lines = checkRegister(wanted, documents, register);
  const always = lines.filter((line) => line.wanted.onlyIfControl === null);
  const byControl = lines.filter((line) => line.wanted.onlyIfControl !== null);
  const hrefOf = ({ id }: { id: string }) => at.document(id);
  const people = await listColleagues(actor);
  return (
    <>
      <PageHeader title="Documents" lead={tellCount(countRegister(lines))} />
      <div className="mt-6 space-y-6">
        <Card title="Register" id="register" flush={documents.length > 0}>
          {documents.length > 0 ? (
            <DocumentTable {...{ documents, wanted, hrefOf }} today={currentDay(record.timeZone)} />
          ) : (
            <p className="mb-3 text-muted">No document is registered yet.</p>
          )}
          {may(actor, "document.edit") && (
            <details className={documents.length > 0 ? "px-4 py-4 sm:px-5" : ""}>
              <summary className="w-fit py-1 font-medium text-link underline underline-offset-3">
                Add a document
              </summary>
              <div className="mt-3">
                <ServerForm
                  action={addDocument}
                  hidden={{ org, project }}
                  submitLabel="Add document"
                  submitVariant="secondary"
                >
                  <EntryFields people={people} wanted={wanted} />
                  <VersionFields people={people} author={actor.personId} upload={at.upload} />
                </ServerForm>
              </div>
            </details>
          )}
        </Card>
        {always.length > 0 && (
          <Card title="What the standard asks for" id="checklist" flush>
            <DocumentChecklist caption="What the standard asks for" lines={always} hrefOf={hrefOf} />
          </Card>
        )}
        {byControl.length > 0 && (
          <Card title="If the control is applicable" id="by-control" flush>
            <DocumentChecklist caption="If the control is applicable" lines={byControl} hrefOf={hrefOf} />
          </Card>
        )}
        <PicturesSection
          pictures={await listPictures(actor, project)}
          now={pictureOf(record.standardId, register)}
          timeZone={record.timeZone}
          form={may(actor, "document.freeze") && documents.length > 0 ? { org, project } : null}
        />
      </div>
    </>
  );
}

/** "16 of 18 documents that the standard asks for are approved, 1 is not approved yet, 1 is missing." */
function tellCount({ approved, draft, missing, all }: RegisterCount): string {
  if (all === 0) return "No list is held of what this standard asks for. Register the documents you need.";
  const is = (count: number) => (count === 1 ? "is" : "are");
  const rest = [
    ...(draft > 0 ? [`${draft} ${is(draft)} not approved yet`] : []),
    ...(missing > 0 ? [`${missing} ${is(missing)} missing`] : []),
  ];
  return `${[`${approved} of ${all} documents that the standard asks for ${is(approved)} approved`, ...rest].join(", ")}.`;
}
