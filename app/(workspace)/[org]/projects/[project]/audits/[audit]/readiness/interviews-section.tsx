import { AuditAct } from "@/components/audit/audit-act";
import { type AuditRoom, offerAuditAct } from "@/components/audit/audit-room";
import { Card } from "@/components/ui/card";
import { TextArea, TextField } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import { formatDay } from "@/lib/day";
import { addInterview } from "./actions";

/** Who was spoken to, and about what (ST1-1). */
export function InterviewsSection({ room }: { room: AuditRoom }) {
  const { interviews } = room.view.details;
  const canAdd = offerAuditAct(room, "addInterview") !== null;
  if (interviews.length === 0 && !canAdd) return null;
  return (
    <Card title="Interviews" id="interviews" flush>
      <Table
        caption="Interviews"
        rows={interviews}
        rowKey={({ id }) => id}
        columns={[
          { key: "who", label: "With", isRowHeader: true, cell: ({ who }) => who },
          { key: "topic", label: "About", cell: ({ topic, note }) => <About topic={topic} note={note} /> },
          { key: "on", label: "Day", isOneLine: true, cell: ({ on }) => formatDay(on) },
        ]}
        empty={<p className="px-4 pb-2 text-muted sm:px-5">No interviews noted yet.</p>}
      />
      {canAdd && (
        <details className="px-4 py-4 sm:px-5" open={interviews.length === 0}>
          <summary className="w-fit py-1 font-medium text-link underline underline-offset-3">
            Note an interview
          </summary>
          <div className="mt-3">
            <AuditAct
              room={room}
              command="addInterview"
              adds
              action={addInterview}
              submitLabel="Note interview"
              submitVariant="secondary"
            >
              <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
                <TextField name="who" label="With" hint="Name or function." />
                <TextField name="topic" label="About" hint="Process, clause or topic." />
              </div>
              <TextArea name="note" label="Note" optional rows={2} />
            </AuditAct>
          </div>
        </details>
      )}
    </Card>
  );
}

function About({ topic, note }: { topic: string; note: string | null }) {
  return (
    <>
      {topic}
      {note && <span className="block whitespace-pre-line text-muted">{note}</span>}
    </>
  );
}
