import { AuditAct } from "@/components/audit/audit-act";
import { type AuditRoom, offerAuditAct } from "@/components/audit/audit-room";
import { ConcernCard } from "@/components/audit/concern-card";
import { ConcernFields } from "@/components/audit/concern-form";
import { Fold } from "@/components/audit/fold";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/field";
import { paths } from "@/lib/paths";
import type { ConcernView } from "@/lib/store/audit-view";
import {
  acceptConcern,
  answerConcern,
  discardConcern,
  draftConcern,
  issueConcern,
  returnConcern,
} from "./actions";

/** Areas of concern from the auditors' draft to the accepted answer (ST1-2, ST1-3). */
export function ConcernsSection({ room, edited }: { room: AuditRoom; edited: ConcernView | null }) {
  const { view, org, project } = room;
  const { concerns } = view.details;
  const canDraft = offerAuditAct(room, "draftConcern") !== null;
  const here = paths.project(org, project).auditReadiness(view.audit.id);
  return (
    <>
      <Card title="Areas of concern" id="concerns">
        {concerns.length === 0 ? (
          <p className="text-muted">{emptyWords(room)}</p>
        ) : (
          <div className="divide-y divide-border">
            {concerns.map((concern) => (
              <ConcernCard key={concern.id} view={view} concern={concern}>
                <ConcernActs room={room} concern={concern} />
              </ConcernCard>
            ))}
          </div>
        )}
      </Card>
      {canDraft && (
        <Card title={edited ? "Change the draft" : "Draft an area of concern"} id="draft">
          <AuditAct
            key={edited?.id ?? "new"}
            room={room}
            command="draftConcern"
            adds={!edited}
            action={draftConcern}
            hidden={{ concern: edited?.id ?? "" }}
            submitLabel="Save draft"
            secondary={edited && <LinkButton href={here}>Go back</LinkButton>}
          >
            <ConcernFields standardId={view.record.standardId} concern={edited} />
          </AuditAct>
        </Card>
      )}
    </>
  );
}

function ConcernActs({ room, concern }: { room: AuditRoom; concern: ConcernView }) {
  const hidden = { concern: concern.id };
  switch (concern.state) {
    case "draft":
      return <DraftActs room={room} concern={concern} />;
    case "open":
      return (
        <AuditAct
          room={room}
          command="answerConcern"
          action={answerConcern}
          hidden={hidden}
          submitLabel="Answer concern"
        >
          <TextArea
            name="answer"
            label={`Your answer to ${concern.number}`}
            rows={4}
            defaultValue={concern.answer ?? ""}
          />
        </AuditAct>
      );
    case "answered":
      return (
        <>
          <AuditAct
            room={room}
            command="acceptConcern"
            action={acceptConcern}
            hidden={hidden}
            submitLabel="Accept answer"
          />
          <Fold when={offerAuditAct(room, "returnConcern") !== null} title="Return the answer instead">
            <AuditAct
              room={room}
              command="returnConcern"
              action={returnConcern}
              hidden={hidden}
              submitLabel="Return answer"
              submitVariant="secondary"
            >
              <TextArea name="comment" label="What is still missing" rows={3} />
            </AuditAct>
          </Fold>
        </>
      );
    case "accepted":
      return null;
  }
}

function DraftActs({ room, concern }: { room: AuditRoom; concern: ConcernView }) {
  const here = paths.project(room.org, room.project).auditReadiness(room.view.audit.id);
  const hidden = { concern: concern.id };
  return (
    <div className="flex flex-wrap items-start gap-3">
      <AuditAct
        room={room}
        command="issueConcern"
        action={issueConcern}
        hidden={hidden}
        submitLabel="Issue concern"
      />
      {offerAuditAct(room, "draftConcern") && (
        <LinkButton href={`${here}?concern=${concern.id}#draft`}>Change draft</LinkButton>
      )}
      <AuditAct
        room={room}
        command="discardConcern"
        action={discardConcern}
        hidden={hidden}
        submitLabel="Delete draft"
        submitVariant="danger"
      />
    </div>
  );
}

function emptyWords({ view: { audit, details, seesDrafts } }: AuditRoom): string {
  if (audit.reportIssuedOn) return "Stage 1 found no area of concern.";
  return seesDrafts
    ? "No areas of concern yet. Draft one when you see what could become a nonconformity in Stage 2."
    : `No areas of concern yet. They appear here when ${details.body} issues them.`;
}
