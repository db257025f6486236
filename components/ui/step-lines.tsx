import { scaleLinear } from "d3-scale";
import { type Day, daysBetween, formatDay } from "@/lib/day";

export interface StepPoint {
  day: Day;
  /** Running totals on the evening of that day. */
  opened: number;
  closed: number;
}

const WIDTH = 600;
const HEIGHT = 140;

function drawSteps(points: { x: number; y: number }[]): string {
  return (
    points.map((point, i) => (i === 0 ? `M${point.x} ${point.y}` : `H${point.x}V${point.y}`)).join("") +
    `H${WIDTH}`
  );
}

/**
 * Two running totals over time, opened and closed; the gap between them is what is still open. Shapes are
 * stretched SVG, words are HTML, and the numbers stand in a table below.
 */
export function StepLines({
  title,
  points,
  openedLabel = "Opened",
  closedLabel = "Closed",
}: {
  /** The finding: "3 more were closed than opened since 16 Feb". */
  title: string;
  /** In the order of their days; at least two are needed for a line. */
  points: StepPoint[];
  openedLabel?: string;
  closedLabel?: string;
}) {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) {
    return <p className="text-muted">There are too few days yet to show a trend.</p>;
  }
  const top = Math.max(...points.map((point) => point.opened), 1);
  const x = scaleLinear([0, Math.max(daysBetween(first.day, last.day), 1) * 1.04], [0, WIDTH]);
  const y = scaleLinear([0, top], [HEIGHT - 2, 2]);
  const place = (value: (point: StepPoint) => number) =>
    points.map((point) => ({
      x: Math.round(x(daysBetween(first.day, point.day))),
      y: Math.round(y(value(point))),
    }));
  const opened = drawSteps(place((point) => point.opened));
  const closed = drawSteps(place((point) => point.closed));
  return (
    <figure className="space-y-2">
      <figcaption className="font-medium">{title}</figcaption>
      <ul className="flex flex-wrap gap-x-5 text-compact">
        <li className="flex items-center gap-2">
          <svg viewBox="0 0 20 4" width="20" height="4" aria-hidden="true" className="text-danger">
            <path d="M0 2h20" stroke="currentColor" strokeWidth="2.5" />
          </svg>
          {openedLabel}: {last.opened}
        </li>
        <li className="flex items-center gap-2">
          <svg viewBox="0 0 20 4" width="20" height="4" aria-hidden="true" className="text-success">
            <path d="M0 2h20" stroke="currentColor" strokeWidth="2.5" strokeDasharray="5 3" />
          </svg>
          {closedLabel}: {last.closed}
        </li>
        <li className="text-muted">Still open: {last.opened - last.closed}</li>
      </ul>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
        <div
          className="figures flex flex-col justify-between text-end text-meta text-subtle"
          aria-hidden="true"
        >
          <span>{top}</span>
          <span>0</span>
        </div>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          width="100%"
          height={HEIGHT}
          role="img"
          aria-label={title}
          className="chart-shape block overflow-visible border-border border-b"
        >
          <path d={`M0 ${y(top)}H${WIDTH}`} className="stroke-border" vectorEffect="non-scaling-stroke" />
          <path
            d={opened}
            fill="none"
            strokeWidth="2.5"
            className="stroke-danger"
            vectorEffect="non-scaling-stroke"
          />
          <path
            d={closed}
            fill="none"
            strokeWidth="2.5"
            strokeDasharray="6 4"
            className="stroke-success"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <span />
        <div className="flex justify-between pt-1 text-meta text-subtle">
          <span>{formatDay(first.day)}</span>
          <span>{formatDay(last.day)}</span>
        </div>
      </div>
      <details className="text-compact">
        <summary className="w-fit py-0.5 text-link underline underline-offset-3">Show the numbers</summary>
        <table className="data-table mt-2 max-w-md">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col" className="is-number">
                {openedLabel}
              </th>
              <th scope="col" className="is-number">
                {closedLabel}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.day}>
                <th scope="row" data-label="Day">
                  {formatDay(point.day)}
                </th>
                <td className="is-number" data-label={openedLabel}>
                  {point.opened}
                </td>
                <td className="is-number" data-label={closedLabel}>
                  {point.closed}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
