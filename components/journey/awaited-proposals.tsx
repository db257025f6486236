import { OwedList } from "@/components/journey/owed-list";
import { Card } from "@/components/ui/card";
import { type Day, isAfter } from "@/lib/day";
import { paths } from "@/lib/paths";
import type { AwaitedProposal } from "@/lib/store/awaited-proposals";

/** The proposals that have not come yet, each one link away from its form. */
export function AwaitedProposals({
  org,
  awaited,
  today,
  namesProject,
}: {
  org: string;
  awaited: readonly AwaitedProposal[];
  today: Day;
  /** Where one list holds several projects. */
  namesProject?: boolean;
}) {
  if (awaited.length === 0) return null;
  return (
    <Card title="Proposals awaited" id="awaited">
      <OwedList
        today={today}
        empty="Every body has answered."
        items={awaited.map(({ projectId, projectName, bodyId, bodyName, connected, dueOn }) => ({
          key: `${projectId} ${bodyId}`,
          what: `Enter the proposal of ${bodyName}`,
          href: paths.project(org, projectId).proposal(bodyId),
          dueOn,
          overdue: dueOn !== null && isAfter(today, dueOn),
          where: [namesProject ? projectName : null, connected ? "Can answer on CertTrail itself" : null]
            .filter((part) => part !== null)
            .join(" · "),
        }))}
      />
    </Card>
  );
}
