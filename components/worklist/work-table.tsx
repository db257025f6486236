import { hrefOfOwed } from "@/components/journey/subject-href";
import { DayText } from "@/components/ui/day-text";
import { OverduePill } from "@/components/ui/overdue-pill";
import { Table } from "@/components/ui/table";
import type { Actor } from "@/lib/actor";
import { paths } from "@/lib/paths";
import type { WorkItem } from "@/lib/store/worklist";

interface Props {
  actor: Actor;
  items: readonly WorkItem[];
}

/** What a person of a body does next over all clients, the nearest deadline first; a line leads to the page of the act. */
export function WorkTable({ actor, items }: Props) {
  return (
    <Table
      caption="What to do next"
      rows={[...items]}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "what",
          label: "To do",
          isRowHeader: true,
          cell: (work) => ({ text: work.item.what, href: hrefOf(actor.organisationSlug, work) }),
        },
        {
          key: "client",
          label: "Client",
          cell: ({ clientName, projectName }) => (
            <>
              {clientName} <span className="block text-compact text-subtle">{projectName}</span>
            </>
          ),
        },
        { key: "who", label: "Who", cell: (work) => whoOf(actor, work) },
        { key: "due", label: "Due", leadsOnCard: true, cell: (work) => <Due work={work} /> },
      ]}
    />
  );
}

/** The page where it is done: before both have signed, the page of the request. */
function hrefOf(org: string, { engaged, projectId, item }: WorkItem): string {
  return engaged ? hrefOfOwed(org, projectId, item) : paths.request(org, projectId);
}

/** The person whom the record names; what it leaves open is for everybody whose list it stands on. */
function whoOf(actor: Actor, { holder, item }: WorkItem): string {
  if (item.personId === actor.personId) return "You";
  return holder ?? "You or a colleague";
}

function Due({ work: { item, today } }: { work: WorkItem }) {
  if (!item.dueOn) return <>No fixed day</>;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <DayText day={item.dueOn} today={item.overdue ? undefined : today} />
      {item.overdue && <OverduePill dueOn={item.dueOn} today={today} />}
    </span>
  );
}
