import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { ServerForm } from "@/components/ui/server-form";
import { type Column, Table } from "@/components/ui/table";
import { formatInstant } from "@/lib/day";
import { paths } from "@/lib/paths";
import { orNotFound, pageActor } from "@/lib/session/page";
import {
  countUnread,
  KEPT_DAYS,
  listMessages,
  listUndelivered,
  type Undelivered,
} from "@/lib/store/messages";
import { isMailSetUp } from "@/lib/store/send-notices";
import { markAllRead, sendAgain } from "./actions";

export const metadata: Metadata = { title: "Messages" };

interface Props {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ before?: string }>;
}

/** What the person has been told, newest first; administrators also see which mail did not leave. */
export default async function MessagesPage({ params, searchParams }: Props) {
  const { org } = await params;
  const actor = await pageActor(org);
  const { before } = await searchParams;
  const [{ messages, next }, unread, undelivered] = await Promise.all([
    orNotFound(listMessages(actor, before)),
    countUnread(actor),
    listUndelivered(actor),
  ]);
  return (
    <>
      <PageHeader title="Messages" lead={leadOf(unread)} />
      <div className="mt-6 space-y-6">
        {unread > 0 && (
          <ServerForm
            action={markAllRead}
            hidden={{ org }}
            submitLabel="Mark all as read"
            submitVariant="secondary"
            keepsFields
          />
        )}
        <Card flush={messages.length > 0}>
          <Table
            caption="Messages"
            rows={messages}
            rowKey={({ id }) => id}
            empty={
              <EmptyState title="No message yet.">
                What others do and you should know appears here, for {KEPT_DAYS} days.
              </EmptyState>
            }
            columns={[
              ...(messages.every(({ readAt }) => readAt) ? [] : [stateColumn]),
              {
                key: "subject",
                label: "Message",
                isRowHeader: true,
                cell: ({ id, subject }) => ({ href: paths.message(org, id), text: subject }),
              },
              { key: "about", label: "Project", cell: ({ about }) => about },
              {
                key: "at",
                label: "When",
                isOneLine: true,
                cell: ({ createdAt }) => formatInstant(createdAt, actor.timeZone),
              },
            ]}
          />
        </Card>
        {next && <Pagination label="Older messages" olderHref={`${paths.messages(org)}?before=${next}`} />}
        {undelivered.length > 0 && <Outbox org={org} timeZone={actor.timeZone} messages={undelivered} />}
      </div>
    </>
  );
}

/** Stands there only while something is new: a column of "Read" says nothing. */
const stateColumn: Column<{ readAt: Date | null }> = {
  key: "state",
  label: "State",
  isLabelHidden: true,
  cell: ({ readAt }) => (readAt ? "Read" : { text: "New", pill: "info" }),
};

function leadOf(unread: number): string {
  const many = unread === 1 ? "One is new." : `${unread} are new.`;
  const mail = isMailSetUp() ? " Each also came by mail." : "";
  return unread === 0 ? `Nothing is new.${mail}` : `${many}${mail}`;
}

/** Mail of the organisation that did not leave. */
function Outbox({ org, timeZone, messages }: { org: string; timeZone: string; messages: Undelivered[] }) {
  return (
    <Card title="Mail that did not leave" flush>
      <Table
        caption="Mail that did not leave"
        rows={messages}
        rowKey={({ id }) => id}
        columns={[
          { key: "to", label: "To", isRowHeader: true, cell: ({ to }) => to },
          {
            key: "at",
            label: "Since",
            isOneLine: true,
            cell: ({ createdAt }) => formatInstant(createdAt, timeZone),
          },
          { key: "tries", label: "Tries", isNumber: true, cell: ({ tries }) => tries },
          { key: "failure", label: "The mail server said", cell: ({ failure }) => failure ?? "Nothing yet" },
          {
            key: "again",
            label: "Send again",
            isLabelHidden: true,
            cell: ({ id, to, isDead }) =>
              isDead ? (
                <ServerForm
                  action={sendAgain}
                  hidden={{ org, message: id }}
                  submitLabel={`Send to ${to} again`}
                  submitVariant="secondary"
                  keepsFields
                />
              ) : (
                "Is tried again"
              ),
          },
        ]}
      />
    </Card>
  );
}
