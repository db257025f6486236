import { formatMoney } from "@/lib/money";
import type { ThreeYearCost } from "@/lib/selection/three-year-cost";

interface Row {
  id: string;
  name: string;
  cost: ThreeYearCost;
}

/** What the parts of the price are summed up to; a hatched one differs on paper without colour. */
const groups = [
  { key: "initial", label: "Stage 1 and 2", parts: ["stage1", "stage2"], look: "text-info", hatched: false },
  {
    key: "surveillance",
    label: "Surveillance",
    parts: ["surveillance1", "surveillance2"],
    look: "text-success",
    hatched: true,
  },
  {
    key: "fees",
    label: "Fees",
    parts: ["application", "certificate", "yearly"],
    look: "text-warning",
    hatched: false,
  },
  { key: "travel", label: "Travel", parts: ["travel"], look: "text-neutral", hatched: true },
] as const;

const BAR_HEIGHT = 18;

/** The totals of offers in one currency as bars on one scale, the total at the end of each. */
export function CostBars({ rows }: { rows: readonly Row[] }) {
  const priced = rows.filter(({ cost }) => cost.totalMinor !== null);
  const top = Math.max(...priced.map(({ cost }) => cost.totalMinor ?? 0));
  if (priced.length < 2 || top <= 0) return null;
  return (
    <figure className="relative space-y-3">
      <figcaption className="font-medium">Cost over three years, on one scale</figcaption>
      <Hatches />
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-compact">
        {groups.map((group) => (
          <li key={group.key} className="flex min-h-6 items-center gap-1.5">
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className={group.look}>
              <rect width="12" height="12" rx="2" fill={fillOf(group)} />
            </svg>
            {group.label}
          </li>
        ))}
      </ul>
      <ul className="space-y-3">
        {priced.map(({ id, name, cost }) => (
          <li key={id} className="space-y-1">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span>{name}</span>
              <span className="figures font-medium">{sayTotal(cost)}</span>
            </p>
            <Bar cost={cost} top={top} />
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Bar({ cost, top }: { cost: ThreeYearCost; top: number }) {
  let before = 0;
  return (
    <svg width="100%" height={BAR_HEIGHT} aria-hidden="true" className="chart-shape block">
      {groups.map((group) => {
        const minor = cost.parts
          .filter(({ key }) => (group.parts as readonly string[]).includes(key))
          .reduce((sum, part) => sum + (part.minor ?? 0), 0);
        const x = (before / top) * 100;
        before += minor;
        return (
          minor > 0 && (
            <rect
              key={group.key}
              x={`${x}%`}
              width={`${(minor / top) * 100}%`}
              height={BAR_HEIGHT}
              strokeWidth="2"
              className={`stroke-surface ${group.look}`}
              fill={fillOf(group)}
            />
          )
        );
      })}
    </svg>
  );
}

function Hatches() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        {groups
          .filter(({ hatched }) => hatched)
          .map(({ key, look }) => (
            <g key={key} className={look}>
              <pattern
                id={`cost-${key}`}
                width="6"
                height="6"
                patternUnits="userSpaceOnUse"
                patternTransform="rotate(45)"
              >
                <rect width="6" height="6" fill="currentColor" />
                <rect width="2" height="6" className="fill-surface" />
              </pattern>
            </g>
          ))}
      </defs>
    </svg>
  );
}

function fillOf({ key, hatched }: (typeof groups)[number]): string {
  return hatched ? `url(#cost-${key})` : "currentColor";
}

function sayTotal({ totalMinor, currency, missing }: ThreeYearCost): string {
  if (totalMinor === null || currency === null) return "Not stated";
  const amount = formatMoney({ minor: totalMinor, currency });
  return missing.length > 0 ? `at least ${amount}` : amount;
}
