import Link from "next/link";
import { TaskPill } from "@/components/preparation/task-pill";
import { type Day, daysBetween, formatDay, maxDay, minDay } from "@/lib/day";
import { type Forecast, tellMoved } from "@/lib/preparation/forecast";

export interface TimelineMilestone extends Forecast {
  href: string;
  owner: string | null;
  /** What the record counts for it, in words. */
  known: string | null;
}

const WIDTH = 600;
const EDGE = 8;

/**
 * One row a milestone: a tick where it is planned, a dot where it is done or expected, and the same in words, so that a
 * slip is seen and read. The shapes are stretched SVG; nothing is told by them alone.
 */
export function PlanTimeline({ milestones, today }: { milestones: TimelineMilestone[]; today: Day }) {
  const days = milestones.flatMap(({ dueOn, on }) => [dueOn, on]);
  const first = minDay(today, ...days);
  const length = Math.max(daysBetween(first, maxDay(today, ...days)), 1);
  const place = (day: Day) => Math.round(EDGE + (daysBetween(first, day) / length) * (WIDTH - 2 * EDGE));
  return (
    <ol className="divide-y divide-border">
      {milestones.map((milestone) => (
        <li
          key={milestone.key}
          className="grid gap-x-5 gap-y-1 py-2.5 md:grid-cols-[15rem_minmax(0,1fr)_15rem] md:items-center"
        >
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Link href={milestone.href} prefetch={false} className="inline-block py-0.5 font-medium">
              {milestone.title}
            </Link>
            <TaskPill dueOn={milestone.dueOn} doneOn={milestone.doneOn} today={today} />
          </div>
          <Track
            plan={place(milestone.dueOn)}
            dot={place(milestone.on)}
            today={place(today)}
            isDone={milestone.doneOn !== null}
            isLate={milestone.slip > 0}
          />
          <p className="text-compact text-muted">
            <span className="block">Plan {formatDay(milestone.dueOn)}</span>
            {milestone.known && <span className="block">{milestone.known}</span>}
            {milestone.slip !== 0 && <span className="block">{tellSlip(milestone)}</span>}
            {!milestone.doneOn && (
              <span className="block text-subtle">{milestone.owner ?? "No owner yet"}</span>
            )}
            {milestone.isLate && <Moved milestones={milestones} milestone={milestone} />}
          </p>
        </li>
      ))}
    </ol>
  );
}

function Moved({ milestones, milestone }: { milestones: readonly Forecast[]; milestone: Forecast }) {
  const moved = tellMoved(milestones, milestone.key);
  return (
    <span className="block text-text">{moved ? `Moves ${moved}.` : "Moves no other milestone so far."}</span>
  );
}

/** "Expected 2 Apr 2027, 6 days later" */
function tellSlip({ doneOn, on, slip }: Forecast): string {
  const days = `${Math.abs(slip)} ${Math.abs(slip) === 1 ? "day" : "days"} ${slip > 0 ? "later" : "earlier"}`;
  return `${doneOn ? "Done" : "Expected"} ${formatDay(on)}, ${days}`;
}

function Track({
  plan,
  dot,
  today,
  isDone,
  isLate,
}: {
  plan: number;
  dot: number;
  today: number;
  isDone: boolean;
  isLate: boolean;
}) {
  const tone = isDone ? "stroke-success" : isLate ? "stroke-danger" : "stroke-primary";
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 24`}
      preserveAspectRatio="none"
      width="100%"
      height="24"
      aria-hidden="true"
      className="chart-shape block overflow-visible"
    >
      <path d={`M0 12H${WIDTH}`} className="stroke-border" vectorEffect="non-scaling-stroke" />
      <path
        d={`M${today} 0V24`}
        className="stroke-control"
        strokeDasharray="2 3"
        vectorEffect="non-scaling-stroke"
      />
      <path d={`M${plan} 12H${dot}`} className={tone} strokeWidth="2" vectorEffect="non-scaling-stroke" />
      <path d={`M${plan} 3V21`} className="stroke-text" strokeWidth="2" vectorEffect="non-scaling-stroke" />
      <path
        d={`M${dot} 12h0`}
        className={tone}
        strokeWidth="11"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
