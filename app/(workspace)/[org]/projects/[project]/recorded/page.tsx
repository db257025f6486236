import type { Metadata } from "next";
import { RecordedMark } from "@/components/project/recorded-mark";
import { ScanWord } from "@/components/project/scan-word";
import { TextArea } from "@/components/ui/field";
import { PageHeader } from "@/components/ui/page-header";
import { ServerForm } from "@/components/ui/server-form";
import { Table } from "@/components/ui/table";
import { may } from "@/lib/access";
import { formatDay } from "@/lib/day";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { listRecordedActs, type RecordedActView } from "@/lib/store/recorded-acts";
import { confirmRecordedAct, correctRecordedAct } from "./actions";

export const metadata: Metadata = { title: "Recorded acts" };

interface Props {
  params: Promise<{ org: string; project: string }>;
}

/** What the client recorded for the body while it was not on CertTrail; the body confirms or corrects each act. */
export default async function RecordedActsPage({ params }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const acts = await orNotFound(listRecordedActs(actor, project));
  const answers = may(actor, "record.confirm");
  const waiting = acts.filter(({ standing }) => standing === "recorded").length;
  return (
    <>
      <PageHeader
        title="Recorded acts"
        lead={`${acts.length} recorded by the client with day, person and document; ${waiting} not confirmed by the body yet.`}
      />
      <Table
        caption="Recorded acts"
        rows={acts}
        rowKey={({ eventId }) => eventId}
        empty="Nothing was recorded for the body."
        columns={[
          { key: "act", label: "Act", isRowHeader: true, cell: ({ label }) => label },
          { key: "on", label: "Day", isOneLine: true, cell: ({ actedOn }) => formatDay(actedOn) },
          { key: "by", label: "Acted", cell: ({ actedBy }) => actedBy },
          {
            key: "proof",
            label: "Proof",
            cell: ({ fileId, label, scan }) => (
              <>
                <a href={paths.project(org, project).file(fileId)}>
                  Open proof<span className="sr-only"> of {label}</span>
                </a>{" "}
                {scan && <ScanWord scan={scan} timeZone={actor.timeZone} />}
              </>
            ),
          },
          {
            key: "standing",
            label: "Standing",
            cell: ({ recordedBy, standing, correction }) => (
              <>
                <RecordedMark by={recordedBy} standing={standing} />
                {correction && <span className="block text-compact">{correction}</span>}
              </>
            ),
          },
          ...(answers
            ? [
                {
                  key: "answer",
                  label: "Answer",
                  cell: (act: RecordedActView) => <Answer org={org} project={project} act={act} />,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

function Answer({ org, project, act }: { org: string; project: string; act: RecordedActView }) {
  if (act.standing !== "recorded") return "Answered";
  const hidden = { org, project, event: act.eventId };
  return (
    <div className="space-y-2">
      <ServerForm
        action={confirmRecordedAct}
        hidden={hidden}
        submitLabel="Confirm act"
        submitVariant="secondary"
      />
      <details>
        <summary className="w-fit py-1 text-link underline underline-offset-3">Correct it</summary>
        <ServerForm
          action={correctRecordedAct}
          hidden={hidden}
          submitLabel="Keep correction"
          submitVariant="secondary"
        >
          <TextArea name="correction" label="What was different?" rows={2} />
        </ServerForm>
      </details>
    </div>
  );
}
