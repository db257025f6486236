import { Attachments } from "@/components/selection/attachments";
import { TextField } from "@/components/ui/field";
import { ServerForm } from "@/components/ui/server-form";
import { UploadField } from "@/components/ui/upload-field";
import { may } from "@/lib/access";
import type { Actor } from "@/lib/actor";
import { paths } from "@/lib/paths";
import { type Attachment, MAX_ATTACHMENTS } from "@/lib/store/request-attachments";
import type { SelectionView } from "./lead";
import { attachToRequest, detachFromRequest } from "./request/actions";

/** The documents that go with the request; more can be added while answers are taken, one taken back before it is sent. */
export function AttachmentsPanel({
  actor,
  view,
  attachments,
}: {
  actor: Actor;
  view: SelectionView;
  attachments: Attachment[];
}) {
  const { record } = view;
  const { state } = record.sourcing;
  const org = actor.organisationSlug;
  const at = paths.project(org, record.id);
  const hidden = { org, project: record.id };
  const isSent = state === "rfp_open" || state === "evaluating";
  const mayAdd = may(actor, "proposal.attach") && (state === "planning" || isSent);
  return (
    <Attachments
      attachments={attachments}
      hrefOf={at.file}
      timeZone={record.timeZone}
      isOwn
      actOn={
        mayAdd && state === "planning"
          ? ({ fileId, name }) => (
              <ServerForm
                action={detachFromRequest}
                hidden={{ ...hidden, fileId }}
                submitLabel={`Remove ${name}`}
                submitVariant="secondary"
              />
            )
          : undefined
      }
    >
      {mayAdd && attachments.length < MAX_ATTACHMENTS && (
        <ServerForm
          action={attachToRequest}
          hidden={hidden}
          submitLabel="Add to the request"
          submitVariant="secondary"
        >
          <UploadField
            name="fileId"
            label="Document"
            hint={
              isSent
                ? "Every body that was asked is told and can open it. It cannot be taken back."
                : "Every body you ask can open it, for example a scope statement or an organisation chart."
            }
            url={at.upload}
          />
          <TextField name="attachmentNote" label="What it is" optional />
        </ServerForm>
      )}
      {mayAdd && attachments.length >= MAX_ATTACHMENTS && (
        <p className="text-muted">{MAX_ATTACHMENTS} documents are added. Put several into one to add more.</p>
      )}
    </Attachments>
  );
}
