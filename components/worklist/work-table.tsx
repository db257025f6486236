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
          cell: (work) => ({ text: work.what, href: hrefOf(actor.organisationSlug, work) }),
        },
        {
          key: "client",
          label: "Client",
          cell: ({ project }) =>
            project ? (
              <>
                {project.clientName}{" "}
                <span className="block text-compact text-subtle">{project.projectName}</span>
              </>
            ) : (
              "Own people"
            ),
        },
        { key: "who", label: "Who", cell: (work) => whoOf(actor, work) },
        { key: "due", label: "Due", leadsOnCard: true, cell: (work) => <Due work={work} /> },
      ]}
    />
  );
}

/** The page where it is done: before both have signed, the page of the request. */
function hrefOf(org: string, { project, colleague }: WorkItem): string {
  if (project === null) return colleague ? paths.person(org, colleague.personId) : paths.people(org);
  const { engaged, projectId, item } = project;
  return engaged ? hrefOfOwed(org, projectId, item) : paths.request(org, projectId);
}

/** The person whom the record names; what it leaves open is for everybody whose list it stands on. */
function whoOf(actor: Actor, { holder, project }: WorkItem): string {
  if (project?.item.personId === actor.personId) return "You";
  return holder ?? "You or a colleague";
}

function Due({ work: { dueOn, overdue, today } }: { work: WorkItem }) {
  if (!dueOn) return <>No fixed day</>;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <DayText day={dueOn} today={overdue ? undefined : today} />
      {overdue && <OverduePill dueOn={dueOn} today={today} />}
    </span>
  );
}
