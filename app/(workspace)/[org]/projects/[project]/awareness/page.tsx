import type { Metadata } from "next";
import { ListForm, TraineeForm } from "@/components/awareness/awareness-forms";
import { AwarenessTable } from "@/components/awareness/awareness-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/access";
import { tellAwareness } from "@/lib/awareness/awareness";
import { currentDay } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import { readAwareness } from "@/lib/store/awareness";
import { addTrained, addTrainedList, removeTrained } from "./actions";

export const metadata: Metadata = { title: "Awareness" };

interface Props {
  params: Promise<{ org: string; project: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who was trained in what, and how many of those who have to be (7.3). */
export default async function AwarenessPage({ params, searchParams }: Props) {
  const { org, project } = await params;
  const actor = await pageActor(org);
  const { after } = await searchParams;
  const from = typeof after === "string" && UUID.test(after) ? after : undefined;
  const { entries, hasMore, count, record } = await orNotFound(readAwareness(actor, project, from));
  const at = paths.project(org, project);
  const canEdit = may(actor, "awareness.edit");
  const form = { hidden: { org, project }, upload: at.upload, today: currentDay(record.timeZone) };
  const last = entries.at(-1);
  return (
    <>
      <PageHeader title="Awareness" lead={`Trained: ${tellAwareness(count)}.`} />
      <div className="mt-6 space-y-6">
        <p className="max-w-read text-muted">
          Counted: different names with an entry ÷ persons under control of the newest scope profile. Enter
          names alone; an entry can be removed at any time.
        </p>
        {entries.length === 0 ? (
          <EmptyState title="Nobody is entered yet" />
        ) : (
          <Card flush>
            <div className="pt-4">
              <AwarenessTable
                entries={entries}
                fileHref={at.file}
                remove={canEdit ? { action: removeTrained, hidden: form.hidden } : null}
              />
              <Pagination
                newerHref={from ? at.awareness : undefined}
                olderHref={hasMore && last ? `${at.awareness}?after=${last.id}` : undefined}
                newerLabel="First page"
                olderLabel="Next"
                summary={`${entries.length} entries on this page`}
              />
            </div>
          </Card>
        )}
        {canEdit && (
          <div className="grid gap-6 lg:grid-cols-2 lg:items-start">
            <Card title="Add a person" id="person">
              <TraineeForm {...form} action={addTrained} />
            </Card>
            <Card title="Add a list" id="list">
              <ListForm {...form} action={addTrainedList} />
            </Card>
          </div>
        )}
      </div>
    </>
  );
}
