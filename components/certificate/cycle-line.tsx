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

/** The three years of a certificate: a line to scale with the day it is today, and below it the days in words. */
export function CycleLine({ cycle, today }: { cycle: Cycle; today: Day }) {
  const points = pointsOf(cycle);
  const length = Math.max(daysBetween(cycle.effectiveFrom, cycle.expiresOn), 1);
  const place = (day: Day) =>
    Math.min(Math.max((daysBetween(cycle.effectiveFrom, day) / length) * 100, 0), 100);
  const now = place(today);
  return (
    <div className="space-y-4">
      <div aria-hidden="true" className="px-2 pt-6">
        <div className="relative h-2 rounded-pill border border-control bg-sunken">
          <span
            className="chart-shape absolute inset-y-0 start-0 rounded-pill bg-info"
            style={{ width: `${now}%` }}
          />
          {points.map(({ on, label }) => (
            <span
              key={label}
              className="chart-shape absolute top-1/2 size-3 -translate-x-1/2 -translate-y-1/2 rotate-45 border border-control bg-surface"
              style={{ left: `${place(on)}%` }}
            />
          ))}
          <span
            className="chart-shape absolute -top-2 h-6 border-danger border-s-2 border-dashed"
            style={{ left: `${now}%` }}
          />
          <span
            className={`absolute -top-6 text-meta text-muted ${now > 80 ? "-translate-x-full" : ""}`}
            style={{ left: `${now}%` }}
          >
            Today
          </span>
        </div>
      </div>
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
