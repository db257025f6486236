import Link from "next/link";
import { TaskPill } from "@/components/preparation/task-pill";
import { DayText } from "@/components/ui/day-text";
import { Table } from "@/components/ui/table";
import { type Day, formatDay } from "@/lib/day";
import { paths } from "@/lib/paths";
import type { OwnTask, PlanTask } from "@/lib/store/plan-tasks";

/** Tasks to work through: of one plan with their owners, or a person's own with the projects they are of. */
export function TaskTable({
  org,
  caption,
  tasks,
  todayOf,
  last,
}: {
  org: string;
  caption: string;
  tasks: OwnTask[];
  /** Today where the task's project is. */
  todayOf: (task: OwnTask) => Day;
  last: "owner" | "project";
}) {
  return (
    <Table
      caption={caption}
      rows={tasks}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "title",
          label: "Task",
          isRowHeader: true,
          cell: ({ id, title }) => (
            <Link href={paths.task(org, id)} prefetch={false}>
              {title}
            </Link>
          ),
        },
        {
          key: "due",
          label: "Due",
          leadsOnCard: true,
          cell: (task) => <Due task={task} today={todayOf(task)} />,
        },
        {
          key: "state",
          label: "State",
          isOneLine: true,
          cell: (task) => <TaskPill dueOn={task.dueOn} doneOn={task.doneOn} today={todayOf(task)} />,
        },
        last === "owner"
          ? { key: "owner", label: "Owner", cell: ({ owner }) => owner ?? "No owner yet" }
          : { key: "project", label: "Project", cell: ({ projectName }) => projectName },
      ]}
    />
  );
}

function Due({ task: { dueOn, doneOn }, today }: { task: PlanTask; today: Day }) {
  return doneOn ? <>Done {formatDay(doneOn)}</> : <DayText day={dueOn} today={today} />;
}
