import { type Day, daysBetween, formatDay, relativeDay } from "@/lib/day";
import {
  recertificationTargetStart,
  surveillance1DueBy,
  surveillance2DueBy,
  surveillance2Target,
} from "@/lib/lifecycle/deadlines";

interface Point {
  on: Day;
  label: string;
  because: string;
}

/** The days of one cycle in their order, each with the rule it comes from (6.6). */
function pointsOf({ decidedOn, effectiveFrom, expiresOn }: Cycle): Point[] {
  const first = surveillance1DueBy(decidedOn);
  const second = surveillance2DueBy(decidedOn);
  const renewal = recertificationTargetStart(expiresOn);
  const points = [
    { on: effectiveFrom, label: "Takes effect", because: "Not before the decision (DEC-10)." },
    { on: first.on, label: "First surveillance, at the latest", because: `${first.because} (${first.rule})` },
    {
      on: second.on,
      label: "Second surveillance, at the latest",
      because: `Usually around ${formatDay(surveillance2Target(decidedOn))}. ${second.because} (${second.rule})`,
    },
    {
      on: renewal.on,
      label: "Recertification audit should start",
      because: `${renewal.because} (${renewal.rule})`,
    },
    { on: expiresOn, label: "Last valid day", because: "Without renewal the certificate ends then." },
  ];
  return points.filter(({ on }) => on <= expiresOn).sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

interface Cycle {
  decidedOn: Day;
  effectiveFrom: Day;
  expiresOn: Day;
}

/** Units of the drawing's width; it is stretched to the room there is. */
const WIDTH = 1000;
const HEIGHT = 28;

/** The three years of a certificate: a line to scale with the day it is today, and below it the days in words. */
export function CycleLine({ cycle, today }: { cycle: Cycle; today: Day }) {
  const points = pointsOf(cycle);
  const length = Math.max(daysBetween(cycle.effectiveFrom, cycle.expiresOn), 1);
  const x = (day: Day) => {
    const passed = daysBetween(cycle.effectiveFrom, day) / length;
    return Math.round(Math.min(Math.max(passed, 0), 1) * WIDTH);
  };
  return (
    <div className="space-y-3">
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        width="100%"
        height={HEIGHT}
        aria-hidden="true"
        className="chart-shape block overflow-visible"
      >
        <rect
          y="10"
          width={WIDTH}
          height="8"
          className="fill-sunken stroke-control"
          vectorEffect="non-scaling-stroke"
        />
        <rect y="10" width={x(today)} height="8" className="fill-info" />
        {points.map(({ on, label }) => (
          <path
            key={label}
            d={`M${x(on)} 4V24`}
            strokeWidth="2"
            className="stroke-text"
            vectorEffect="non-scaling-stroke"
          />
        ))}
        <path
          d={`M${x(today)} 0V28`}
          strokeWidth="2"
          strokeDasharray="4 3"
          className="stroke-danger"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      <p className="text-compact text-muted">
        Dashed line: today, {formatDay(today)}. {timeLeft(cycle.expiresOn, today)}
      </p>
      <ol className="divide-y divide-border">
        {points.map(({ on, label, because }) => (
          <li key={label} className="gap-x-4 py-2 sm:grid sm:grid-cols-[7rem_minmax(0,1fr)]">
            <p className="figures">
              <time dateTime={on} className={on < today ? "text-muted" : "font-medium"}>
                {formatDay(on)}
              </time>
            </p>
            <p>
              {label} <span className="text-subtle">({relativeDay(on, today)})</span>
              <span className="block text-compact text-muted">{because}</span>
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

function timeLeft(expiresOn: Day, today: Day): string {
  const days = daysBetween(today, expiresOn);
  if (days < 0) return "The cycle has ended.";
  return days === 1 ? "1 day of the cycle is left." : `${days} days of the cycle are left.`;
}
