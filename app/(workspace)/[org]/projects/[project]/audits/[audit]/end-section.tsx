import { AuditAct } from "@/components/audit/audit-act";
import { type AuditRoom, offerAuditAct } from "@/components/audit/audit-room";
import { Card } from "@/components/ui/card";
import { TextArea } from "@/components/ui/field";
import { reasonsToTerminate } from "@/lib/lifecycle/audit-pairs";
import { cancelAudit, terminateAudit } from "./actions";

/** Ways to end the audit before its report; folded away, because they are rare and cannot be undone. */
export function EndSection({ room }: { room: AuditRoom }) {
  const { kind } = room.view.audit;
  const offers = [offerAuditAct(room, "cancelAudit"), offerAuditAct(room, "terminateAudit")];
  if (offers.every((offer) => offer === null)) return null;
  return (
    <Card>
      <details>
        <summary className="w-fit py-1 font-medium text-link underline underline-offset-3">
          End this audit early
        </summary>
        <div className="mt-4">
          <AuditAct
            room={room}
            command="cancelAudit"
            action={cancelAudit}
            submitLabel="Cancel audit"
            submitVariant="danger"
            confirm={{
              title: "Check before you cancel",
              text: "The audit stays on the record as cancelled. You cannot undo this; a new audit can be created.",
              label: "Cancel this audit",
            }}
          >
            <TextArea name="reason" label="Why the audit is cancelled" rows={3} />
          </AuditAct>
          <AuditAct
            room={room}
            command="terminateAudit"
            reasonsOf={reasonsToTerminate}
            action={terminateAudit}
            submitLabel="Terminate audit"
            submitVariant="danger"
            confirm={{
              title: "Check before you terminate",
              text:
                kind === "follow_up"
                  ? "The audit ends without a report. You cannot undo this."
                  : "The audit ends without a report and the case goes back to preparation. You cannot undo this.",
              label: "Terminate this audit",
            }}
          >
            <TextArea
              name="reason"
              label="Why the audit is terminated"
              hint="Its objectives cannot be reached, or there is an immediate risk (CON-2)."
              rows={3}
            />
          </AuditAct>
        </div>
      </details>
    </Card>
  );
}
